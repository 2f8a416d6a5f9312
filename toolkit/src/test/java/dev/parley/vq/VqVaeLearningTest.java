package dev.parley.vq;

import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.datasets.Digits;
import dev.parley.datasets.Samples;
import dev.parley.datasets.Signals;
import dev.parley.random.Streams;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What must be learnt, from every seed. */
final class VqVaeLearningTest {

  private static final Samples DIGITS = Digits.embedded().load();

  /** The mean squared difference of the digits and their mean image: what one code can do. */
  private static final double MEAN_IMAGE = meanImage(DIGITS);

  private static double meanImage(Samples samples) {
    double[] mean = new double[samples.size()];
    float[] pixels = samples.pixels();
    for (int i = 0; i < pixels.length; i++) {
      mean[i % mean.length] += (double) pixels[i] / samples.count();
    }
    double sum = 0;
    for (int i = 0; i < pixels.length; i++) {
      double difference = pixels[i] - mean[i % mean.length];
      sum += difference * difference / pixels.length;
    }
    return sum;
  }

  private static VqVae model(Samples samples, Quantiser quantiser, long seed) {
    return new VqVae(new VqVae.Size(samples.size(), 64, 16, 32, 64), quantiser, Streams.of(seed));
  }

  private static VqVae.Epoch train(VqVae model, Samples samples, int epochs) {
    VqVae.Epoch last = model.train(samples, 2e-3);
    for (int epoch = 1; epoch < epochs; epoch++) {
      last = model.train(samples, 2e-3);
    }
    return last;
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void runningMeansUseManyCodes(long seed) {
    try (VqVae model = model(DIGITS, Quantiser.ema(), seed)) {
      VqVae.Epoch first = train(model, DIGITS, 1);
      VqVae.Epoch last = train(model, DIGITS, 30);
      assertTrue(last.reconstruction() < 0.5 * first.reconstruction(), first + " " + last);
      assertTrue(last.reconstruction() < 0.65 * MEAN_IMAGE, last + " of " + MEAN_IMAGE);
      assertTrue(last.codesUsed() >= 28, last.toString());
      assertTrue(last.perplexity() >= 20, last.toString());
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void gradientWithStraightThroughUsesSeveralCodes(long seed) {
    try (VqVae model = model(DIGITS, Quantiser.gradient(), seed)) {
      VqVae.Epoch last = train(model, DIGITS, 30);
      assertTrue(last.reconstruction() < 0.65 * MEAN_IMAGE, last + " of " + MEAN_IMAGE);
      assertTrue(last.codesUsed() >= 15, last.toString());
    }
  }

  /**
   * The encoder learns from the commitment term alone, which is least where all latents agree: what
   * is left of the images is little more than their mean. (In fifteen seeds, one to twelve codes
   * were left.)
   */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void gradientWithoutStraightThroughCollapses(long seed) {
    try (VqVae model = model(DIGITS, Quantiser.gradient().withoutStraightThrough(), seed)) {
      VqVae.Epoch last = train(model, DIGITS, 30);
      assertTrue(last.codesUsed() <= 14, last.toString());
      assertTrue(last.reconstruction() > 0.8 * MEAN_IMAGE, last + " of " + MEAN_IMAGE);
    }
  }

  /** Ten clusters of signals: each code belongs to one of them nearly always. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void codesTellClustersApart(long seed) {
    Samples signals = Signals.of(10, 16).noise(0.03).load();
    try (VqVae model = model(signals, Quantiser.ema(), seed)) {
      train(model, signals, 30);
      int[] codes = model.codes(signals);
      int[][] together = new int[32][10];
      for (int i = 0; i < codes.length; i++) {
        together[codes[i]][signals.label(i)]++;
      }
      int right = 0;
      for (int[] counts : together) {
        int most = 0;
        for (int count : counts) {
          most = Math.max(most, count);
        }
        right += most;
      }
      assertTrue(right >= 0.9 * signals.count(), right + " of " + signals.count());
    }
  }
}
