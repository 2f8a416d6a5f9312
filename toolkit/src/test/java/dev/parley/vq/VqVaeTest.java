package dev.parley.vq;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.datasets.Samples;
import dev.parley.datasets.Signals;
import dev.parley.error.Problem;
import dev.parley.error.SettingException;
import dev.parley.error.ShapeException;
import dev.parley.random.Streams;
import dev.parley.tensor.Graph;
import dev.parley.tensor.Indices;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One model at a time; what a model learns is in VqVaeLearningTest. */
final class VqVaeTest {

  private static final int LATENT = 4;
  private static final int CODES = 8;
  private static final Samples SIGNALS = Signals.of(5, 12).perClass(30).load();

  /** Every way to move codes, with and without straight-through, with and without restarts. */
  static Stream<Quantiser> quantisers() {
    return Stream.of(Quantiser.ema(), Quantiser.gradient())
        .flatMap(q -> Stream.of(q, q.withoutStraightThrough()))
        .flatMap(q -> Stream.of(q.restart(0), q.restart(0.5)));
  }

  private static VqVae model(Quantiser quantiser, int codes, int batch, long seed) {
    return new VqVae(new VqVae.Size(12, 20, LATENT, codes, batch), quantiser, Streams.of(seed));
  }

  private static double distance(float[] latents, int row, float[] codebook, int code) {
    double sum = 0;
    for (int d = 0; d < LATENT; d++) {
      double difference = (double) latents[row * LATENT + d] - codebook[code * LATENT + d];
      sum += difference * difference;
    }
    return sum;
  }

  private static void checkFinite(String what, double value) {
    assertTrue(Double.isFinite(value), what + " is " + value);
  }

  @ParameterizedTest
  @MethodSource("quantisers")
  void everyNumberStaysFinite(Quantiser quantiser) {
    try (VqVae model = model(quantiser, CODES, 16, 3)) {
      for (int epoch = 0; epoch < 10; epoch++) {
        VqVae.Epoch e = model.train(SIGNALS, 3e-3);
        checkFinite("reconstruction", e.reconstruction());
        checkFinite("commitment", e.commitment());
        assertTrue(e.perplexity() >= 1 && e.perplexity() <= e.codesUsed() + 1e-9, e.toString());
        assertTrue(e.codesUsed() >= 1 && e.codesUsed() <= CODES, e.toString());
        assertTrue(e.restarted() >= 0, e.toString());
        assertTrue(quantiser.restart() > 0 || e.restarted() == 0, e.toString());
      }
      for (float value : model.codebook()) {
        checkFinite("code", value);
      }
      for (float value : model.latents(SIGNALS)) {
        checkFinite("latent", value);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("quantisers")
  void codesAreTheNearest(Quantiser quantiser) {
    try (VqVae model = model(quantiser, CODES, 16, 4)) {
      model.train(SIGNALS, 3e-3);
      float[] latents = model.latents(SIGNALS);
      float[] codebook = model.codebook();
      int[] codes = model.codes(SIGNALS);
      assertEquals(SIGNALS.count(), codes.length);
      for (int row = 0; row < codes.length; row++) {
        double least = Double.POSITIVE_INFINITY;
        for (int code = 0; code < CODES; code++) {
          least = Math.min(least, distance(latents, row, codebook, code));
        }
        assertEquals(least, distance(latents, row, codebook, codes[row]), 1e-5 * (1 + least));
      }
    }
  }

  private static List<Object> everything(Quantiser quantiser, long seed) {
    List<Object> all = new ArrayList<>();
    try (VqVae model = model(quantiser, CODES, 16, seed)) {
      for (int epoch = 0; epoch < 3; epoch++) {
        all.add(model.train(SIGNALS, 3e-3));
      }
      all.add(Arrays.hashCode(model.codebook()));
      all.add(Arrays.hashCode(model.latents(SIGNALS)));
      all.add(Arrays.hashCode(model.codes(SIGNALS)));
    }
    return all;
  }

  @ParameterizedTest
  @MethodSource("quantisers")
  void sameSeedSameBits(Quantiser quantiser) {
    List<Object> first = everything(quantiser, 5);
    assertEquals(first, everything(quantiser, 5));
    assertNotEquals(first, everything(quantiser, 6));
  }

  /** Looking at a model does not change how it trains on. */
  @Test
  void encodingBetweenEpochsChangesNothing() {
    try (VqVae watched = model(Quantiser.ema(), CODES, 16, 7);
        VqVae alone = model(Quantiser.ema(), CODES, 16, 7)) {
      watched.codes(SIGNALS);
      assertEquals(alone.train(SIGNALS, 3e-3), watched.train(SIGNALS, 3e-3));
      watched.latents(SIGNALS);
      watched.codebook()[0] = 1000;
      watched.codes(SIGNALS);
      assertEquals(alone.train(SIGNALS, 3e-3), watched.train(SIGNALS, 3e-3));
      assertArrayEquals(alone.codebook(), watched.codebook());
    }
  }

  /** With a learning rate of 0 and codes that are parameters nothing moves. */
  @Test
  void epochWithoutLearning() {
    int batch = SIGNALS.count();
    try (VqVae model = model(Quantiser.gradient(), CODES, batch, 8)) {
      float[] latents = model.latents(SIGNALS);
      float[] codebook = model.codebook();
      int[] codes = model.codes(SIGNALS);
      VqVae.Epoch epoch = model.train(SIGNALS, 0);
      assertArrayEquals(codebook, model.codebook());
      assertArrayEquals(latents, model.latents(SIGNALS));
      CodeUsage usage = new CodeUsage(CODES);
      double commitment = 0;
      for (int row = 0; row < codes.length; row++) {
        usage.add(codes[row]);
        commitment += distance(latents, row, codebook, codes[row]) / latents.length;
      }
      assertEquals(usage.used(), epoch.codesUsed());
      assertEquals(usage.perplexity(), epoch.perplexity(), 1e-9);
      assertEquals(commitment, epoch.commitment(), 1e-6);
      assertEquals(0, epoch.restarted());
    }
  }

  /** More images than are encoded at once, and each of them alone. */
  @Test
  void latentsDoNotDependOnTheCompany() {
    Samples many = Signals.of(3, 12).perClass(90).load();
    try (VqVae model = model(Quantiser.ema(), CODES, 16, 9)) {
      float[] all = model.latents(many);
      int[] codes = model.codes(many);
      assertEquals(270 * LATENT, all.length);
      for (int i : new int[] {0, 127, 128, 255, 256, 269}) {
        Samples one = many.select(new int[] {i});
        float[] expected = Arrays.copyOfRange(all, i * LATENT, (i + 1) * LATENT);
        assertArrayEquals(expected, model.latents(one), 1e-6f);
        assertEquals(codes[i], model.codes(one)[0]);
      }
    }
  }

  @Test
  void imagesThatDoNotFillABatchAreLeftOut() {
    Samples samples = Signals.of(2, 12).perClass(20).load();
    try (VqVae model = model(Quantiser.gradient(), CODES, 39, 10)) {
      double perplexity = model.train(samples, 0).perplexity();
      int[] codes = model.codes(samples);
      boolean found = false;
      for (int leftOut = 0; leftOut < codes.length; leftOut++) {
        CodeUsage usage = new CodeUsage(CODES);
        for (int i = 0; i < codes.length; i++) {
          if (i != leftOut) {
            usage.add(codes[i]);
          }
        }
        found |= Math.abs(usage.perplexity() - perplexity) < 1e-9;
      }
      assertTrue(found, "perplexity " + perplexity);
    }
  }

  /** With a learning rate of 0 the latents stand still, and running means alone move the codes. */
  @Test
  void codesFollowTheRunningMeans() {
    int count = SIGNALS.count();
    long seed = 19;
    Quantiser quantiser = Quantiser.ema().decay(0.7).restart(0);
    try (VqVae model = model(quantiser, CODES, count, seed);
        Graph graph = new Graph()) {
      float[] latents = model.latents(SIGNALS);
      int[] order = Streams.of(seed).stream("codebook-start").permutation(count);
      float[] expected = new float[CODES * LATENT];
      for (int i = 0; i < expected.length; i++) {
        expected[i] = latents[order[i / LATENT] * LATENT + i % LATENT];
      }
      RunningCodes running = new RunningCodes(expected, CODES, 0.7, count);
      Indices nearest = graph.indices(count);
      for (int epoch = 0; epoch < 3; epoch++) {
        for (int row = 0; row < count; row++) {
          nearest.set(row, nearest(latents, row, expected));
        }
        running.observe(latents, nearest, count);
        running.means(expected);
        model.train(SIGNALS, 0);
        assertArrayEquals(expected, model.codebook(), 1e-5f);
      }
    }
  }

  private static int nearest(float[] latents, int row, float[] codebook) {
    int best = 0;
    for (int code = 1; code < CODES; code++) {
      if (distance(latents, row, codebook, code) < distance(latents, row, codebook, best)) {
        best = code;
      }
    }
    return best;
  }

  /** Codes start at the images in turn, so that some are equal. */
  @ParameterizedTest
  @MethodSource("quantisers")
  void moreCodesThanImages(Quantiser quantiser) {
    Samples few = Signals.of(2, 12).perClass(3).load();
    try (VqVae model = model(quantiser, 20, 3, 11)) {
      for (int epoch = 0; epoch < 5; epoch++) {
        VqVae.Epoch e = model.train(few, 1e-3);
        assertTrue(e.codesUsed() >= 1 && e.codesUsed() <= 6, e.toString());
      }
      assertEquals(20 * LATENT, model.codebook().length);
    }
  }

  /** Codes that are running means start at latents: before the first step the distance is small. */
  @Test
  void codesStartAtLatents() {
    Samples few = Signals.of(2, 12).perClass(3).load();
    try (VqVae model = model(Quantiser.ema(), 6, 6, 12)) {
      assertEquals(0, model.train(few, 1e-3).commitment(), 1e-9);
    }
  }

  @Test
  void oneCodeAndOneImageAtATime() {
    try (VqVae model = model(Quantiser.ema(), 1, 1, 13)) {
      VqVae.Epoch epoch = model.train(SIGNALS, 1e-3);
      assertEquals(1, epoch.codesUsed());
      assertEquals(1, epoch.perplexity());
      assertEquals(0, Arrays.stream(model.codes(SIGNALS)).sum());
    }
  }

  @Test
  void untrainedModelEncodes() {
    try (VqVae model = model(Quantiser.ema(), CODES, 16, 14)) {
      for (float value : model.codebook()) {
        assertTrue(Math.abs(value) <= 1.0 / CODES, "code " + value);
      }
      float[] latents = model.latents(SIGNALS);
      assertFalse(Arrays.equals(new float[latents.length], latents));
      assertEquals(SIGNALS.count(), model.codes(SIGNALS).length);
    }
  }

  @Test
  void restartsAreCountedAndReviveCodes() {
    Samples samples = Signals.of(8, 12).perClass(20).noise(0.02).load();
    int[] used = new int[2];
    for (int i = 0; i < 2; i++) {
      Quantiser quantiser = Quantiser.ema().decay(0.8).restart(i == 0 ? 0 : 0.3);
      try (VqVae model = model(quantiser, 16, 16, 15)) {
        int restarted = 0;
        for (int epoch = 0; epoch < 20; epoch++) {
          VqVae.Epoch e = model.train(samples, 3e-3);
          used[i] = e.codesUsed();
          restarted += e.restarted();
        }
        assertEquals(i == 1, restarted > 0);
      }
    }
    assertTrue(used[1] > used[0], Arrays.toString(used));
  }

  @Test
  void fewerImagesThanABatch() {
    try (VqVae model = model(Quantiser.ema(), CODES, SIGNALS.count() + 1, 16)) {
      Problem problem =
          assertThrows(SettingException.class, () -> model.train(SIGNALS, 1e-3)).problems().get(0);
      assertEquals("batch", problem.subject());
      assertEquals("151", problem.value("got").orElseThrow());
      assertEquals("at most 150, the number of images", problem.value("allowed").orElseThrow());
    }
  }

  @Test
  void imagesOfAnotherSize() {
    Samples others = Signals.of(2, 13).load();
    try (VqVae model = model(Quantiser.ema(), CODES, 16, 17)) {
      Problem problem =
          assertThrows(ShapeException.class, () -> model.codes(others)).problems().get(0);
      assertEquals("13 pixels", problem.value("got").orElseThrow());
      assertEquals("12 pixels, as this model has inputs", problem.value("allowed").orElseThrow());
      assertThrows(ShapeException.class, () -> model.train(others, 1e-3));
      assertThrows(ShapeException.class, () -> model.latents(others));
    }
  }

  @Test
  void sizesBelowOne() {
    for (int i = 0; i < 5; i++) {
      int[] s = {12, 20, 4, 8, 16};
      s[i] = 0;
      Problem problem =
          assertThrows(SettingException.class, () -> new VqVae.Size(s[0], s[1], s[2], s[3], s[4]))
              .problems()
              .get(0);
      assertEquals(
          List.of("pixels", "hidden", "latent", "codes", "batch").get(i), problem.subject());
    }
  }

  @Test
  void closedModel() {
    VqVae model = model(Quantiser.gradient(), CODES, 16, 18);
    model.train(SIGNALS, 1e-3);
    model.close();
    model.close();
    assertThrows(IllegalStateException.class, () -> model.latents(SIGNALS));
    assertThrows(IllegalStateException.class, () -> model.train(SIGNALS, 1e-3));
  }

  /** More vectors than go through at once, and one of them alone, come to the same images. */
  @Test
  void decodedVectors() {
    try (VqVae model = model(Quantiser.ema(), CODES, 16, 3)) {
      for (int epoch = 0; epoch < 20; epoch++) {
        model.train(SIGNALS, 3e-3);
      }
      float[] latents = model.latents(SIGNALS);
      float[] images = model.decode(latents);
      assertEquals(SIGNALS.count() * 12, images.length);
      double error = 0;
      double fromZero = 0;
      for (int i = 0; i < images.length; i++) {
        assertTrue(images[i] >= 0 && images[i] <= 1);
        error += Math.pow(images[i] - SIGNALS.pixels()[i], 2);
        fromZero += Math.pow(SIGNALS.pixels()[i], 2);
      }
      assertTrue(error < fromZero / 2, error + " of " + fromZero);
      int last = SIGNALS.count() - 1;
      float[] one = model.decode(Arrays.copyOfRange(latents, last * LATENT, latents.length));
      assertArrayEquals(Arrays.copyOfRange(images, last * 12, images.length), one, 1e-6f);
      assertEquals(0, model.decode(new float[0]).length);
      assertThrows(ShapeException.class, () -> model.decode(new float[LATENT + 1]));
    }
  }
}
