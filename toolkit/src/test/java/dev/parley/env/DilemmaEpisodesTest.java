package dev.parley.env;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.datasets.Samples;
import dev.parley.random.RandomStream;
import dev.parley.random.Streams;
import org.junit.jupiter.api.Test;

final class DilemmaEpisodesTest {

  private static final ParityDilemma GAME =
      new ParityDilemma(
          Bimatrix.of(1, 2, 3, 4, 5, 6, 7, 8), Bimatrix.of(9, 10, 11, 12, 13, 14, 15, 16));

  /** 99.99 % points of χ² for 2 and 4 degrees of freedom: scipy 1.17.1, stats.chi2.ppf. */
  private static final double CHI_SQUARE_2 = 18.420680743952584;

  private static final double CHI_SQUARE_4 = 23.512742444991076;

  @Test
  void labelsAreUniformOverClassesThatAreNot() {
    int n = 30_000;
    Samples samples = Environments.samples(1, 5, 94);
    int[] counts = new int[3];
    for (int signal : signals(samples, n, 1)) {
      counts[samples.label(signal)]++;
    }
    assertTrue(chiSquare(counts, n) < CHI_SQUARE_2);
  }

  @Test
  void imagesAreUniformWithinALabel() {
    int n = 30_000;
    Samples samples = Environments.samples(1, 5, 94);
    int[] counts = new int[5];
    int ofClass = 0;
    for (int signal : signals(samples, n, 2)) {
      if (samples.label(signal) == 1) {
        counts[signal - 1]++;
        ofClass++;
      }
    }
    assertTrue(ofClass > n / 4);
    assertTrue(chiSquare(counts, ofClass) < CHI_SQUARE_4);
  }

  private static double chiSquare(int[] counts, int n) {
    double expected = (double) n / counts.length;
    double sum = 0;
    for (int count : counts) {
      sum += (count - expected) * (count - expected) / expected;
    }
    return sum;
  }

  /** More images a class: other images, the same labels. */
  @Test
  void labelsDoNotDependOnHowManyImagesThereAre() {
    Samples few = Environments.samples(1, 1, 1, 1);
    Samples many = Environments.samples(3, 40, 7, 11);
    int[] fewSignals = signals(few, 500, 3);
    int[] manySignals = signals(many, 500, 3);
    for (int e = 0; e < 500; e++) {
      assertEquals(few.label(fewSignals[e]), many.label(manySignals[e]));
    }
  }

  /** The place of an image in its class comes from the stream "images", whatever the label. */
  @Test
  void imagesDoNotDependOnLabels() {
    Samples samples = Environments.samples(9, 9, 9);
    RandomStream labels = Streams.of(4).stream("labels");
    RandomStream images = Streams.of(4).stream("images");
    for (int signal : signals(samples, 500, 4)) {
      assertEquals(labels.nextInt(3), samples.label(signal));
      assertEquals(images.nextInt(9), signal % 9);
    }
  }

  @Test
  void batchesOfOneDrawWhatALargeBatchDraws() {
    Samples samples = Environments.samples(4, 5, 6);
    int[] large = signals(samples, 50, 6);
    Episodes single = GAME.open(samples, 1, Streams.of(6));
    for (int signal : large) {
      single.reset();
      assertEquals(signal, single.signal(0));
    }
  }

  @Test
  void seedsDiffer() {
    Samples samples = Environments.samples(50, 50);
    int equal = 0;
    int[] one = signals(samples, 1000, 7);
    int[] other = signals(samples, 1000, 8);
    for (int e = 0; e < one.length; e++) {
      equal += one[e] == other[e] ? 1 : 0;
    }
    assertTrue(equal < 50, "equal by chance: about 10 of 1000, found " + equal);
  }

  @Test
  void rewardsArePaidByLabelAndActions() {
    Samples samples = Environments.samples(1, 1);
    Episodes episodes = GAME.open(samples, 64, Streams.of(9));
    episodes.reset();
    int[][] actions = new int[2][64];
    boolean[] odd = new boolean[2];
    for (int e = 0; e < 64; e++) {
      actions[0][e] = e >> 1 & 1;
      actions[1][e] = e & 1;
    }
    episodes.step(Actions.of(actions));
    for (int e = 0; e < 64; e++) {
      int label = samples.label(episodes.signal(e));
      odd[label] = true;
      double first = 1 + 8 * label + 2 * (e & 3);
      assertEquals(first, episodes.reward(0, e));
      assertEquals(first + 1, episodes.reward(1, e));
    }
    assertTrue(odd[0] && odd[1]);
  }

  @Test
  void episodesAreOverAfterOneStepAndBeginAnew() {
    Episodes episodes = GAME.open(Environments.samples(20, 20), 3, Streams.of(10));
    episodes.reset();
    int before = episodes.signal(0) * 1600 + episodes.signal(1) * 40 + episodes.signal(2);
    assertFalse(episodes.over(0));
    episodes.step(Actions.of(new int[2][3]));
    assertTrue(episodes.over(2));
    episodes.reset();
    assertFalse(episodes.over(2));
    assertNotEquals(
        before, episodes.signal(0) * 1600 + episodes.signal(1) * 40 + episodes.signal(2));
  }

  private static int[] signals(Samples samples, int n, long seed) {
    Episodes episodes = GAME.open(samples, n, Streams.of(seed));
    episodes.reset();
    int[] signals = new int[n];
    for (int e = 0; e < n; e++) {
      signals[e] = episodes.signal(e);
    }
    return signals;
  }
}
