package dev.parley.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.random.RandomStream;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Goldens are from scipy 1.17.1: spearmanr(pdist(meanings), distances of messages), the latter by
 * editdistance 0.8.1.
 */
final class TopographicSimilarityTest {

  private static final double DIGITS = 1e-12;
  private static final RandomStream UNUSED = new RandomStream(1);

  private static final MessageDistance[] BY_LENGTH_AND_POSITION = {
    MessageDistance.LEVENSHTEIN,
    MessageDistance.LEVENSHTEIN_BY_MEAN,
    MessageDistance.LEVENSHTEIN_BY_LONGER,
    MessageDistance.HAMMING
  };

  private static Messages messages() {
    int[][] rows = new int[40][];
    for (int i = 0; i < 40; i++) {
      int item = i;
      rows[i] = new int[1 + i * 7 % 5];
      Arrays.setAll(rows[i], k -> (item * (k + 2) + k * k + item / 5) % 6);
    }
    return Messages.of(rows, 6);
  }

  private static int[][] attributes() {
    return IntStream.range(0, 40)
        .mapToObj(i -> new int[] {i % 3, i / 3 % 4, i * i % 5})
        .toArray(int[][]::new);
  }

  private static double[][] vectors() {
    return IntStream.range(0, 40)
        .mapToObj(i -> new double[] {Math.sin(i), Math.cos(2 * i + 1), i % 7 / 7.0})
        .toArray(double[][]::new);
  }

  /** pdist(attributes, "hamming"); pdist of the one-hot vectors with "cosine" gives the same. */
  @Test
  void attributesAsScipy() {
    double[] expected = {
      0.04319247406044633, 0.18465279138504054, 0.031036429720930278, 0.017335049485656773
    };
    for (int d = 0; d < 4; d++) {
      for (AttributeDistance distance : AttributeDistance.values()) {
        TopographicSimilarity similarity =
            TopographicSimilarity.of(
                attributes(), distance, messages(), BY_LENGTH_AND_POSITION[d], UNUSED);
        assertEquals(expected[d], similarity.rho(), DIGITS);
        assertEquals(780, similarity.pairs());
      }
    }
  }

  /** pdist(vectors) and pdist(vectors, "cosine"). */
  @Test
  void vectorsAsScipy() {
    double[] euclidean = {
      -0.03893190198140466, -0.09289705703742114, -0.08201960630067327, -0.042956635191566915
    };
    double[] cosine = {
      -0.055253860151714594, -0.05096007880173954, -0.058343397599668556, -0.05857761169558755
    };
    for (int d = 0; d < 4; d++) {
      assertEquals(euclidean[d], ofVectors(VectorDistance.EUCLIDEAN, d).rho(), DIGITS);
      assertEquals(cosine[d], ofVectors(VectorDistance.COSINE, d).rho(), DIGITS);
    }
  }

  private static TopographicSimilarity ofVectors(VectorDistance distance, int d) {
    return TopographicSimilarity.of(
        vectors(), distance, messages(), BY_LENGTH_AND_POSITION[d], UNUSED);
  }

  /** The jackknife in numpy, spearmanr anew without each item: 0.05497, 0.04098, 0.03646. */
  @Test
  void errorIsTheJackknifes() {
    TopographicSimilarity similarity = TopographicSimilarity.of(attributes(), messages(), UNUSED);
    assertEquals(0.054970010537378294, error(similarity), 0.002);
    assertEquals(0.04097907971581763, error(ofVectors(VectorDistance.EUCLIDEAN, 1)), 0.002);
    assertEquals(0.03646430490274717, error(ofVectors(VectorDistance.COSINE, 1)), 0.002);
  }

  /** The standard error that an interval was made with; t of 39 degrees is 2.0226909. */
  private static double error(TopographicSimilarity s) {
    double z = (artanh(s.high()) - artanh(s.low())) / 2;
    return z / 2.0226909 * (1 - s.rho() * s.rho());
  }

  private static double artanh(double r) {
    return Math.log((1 + r) / (1 - r)) / 2;
  }

  /**
   * Three attributes of four values, each with symbols of its own: 1 (Brighton and Kirby, 2006).
   */
  @Test
  void compositionalLanguage() {
    int[][] meanings = grid();
    int[][] rows =
        Arrays.stream(meanings)
            .map(m -> new int[] {m[0], 4 + m[1], 8 + m[2]})
            .toArray(int[][]::new);
    for (MessageDistance distance : MessageDistance.values()) {
      TopographicSimilarity similarity =
          TopographicSimilarity.of(
              meanings, AttributeDistance.HAMMING, Messages.of(rows, 12), distance, UNUSED);
      assertEquals(new TopographicSimilarity(1, 1, 1, true, 64, 2016, false), similarity);
    }
  }

  private static int[][] grid() {
    return IntStream.range(0, 64)
        .mapToObj(i -> new int[] {i % 4, i / 4 % 4, i / 16})
        .toArray(int[][]::new);
  }

  /** Four label-message kinds of unequal number, counted together and pair by pair. */
  @Test
  void equalItemsAreCountedTogether() {
    RandomStream random = new RandomStream(3);
    int[][] meanings = new int[300][];
    int[][] rows = new int[300][];
    for (int i = 0; i < 300; i++) {
      meanings[i] = new int[] {random.nextInt(3), random.nextInt(2)};
      rows[i] = new int[] {meanings[i][0], random.nextInt(2)};
    }
    Messages messages = Messages.of(rows, 3);
    TopographicSimilarity together = TopographicSimilarity.of(meanings, messages, UNUSED);
    TopographicSimilarity listed =
        ListedPairs.of(300, UNUSED)
            .similarity(
                (a, b) -> AttributeDistance.HAMMING.between(meanings[a], meanings[b]),
                (a, b) -> MessageDistance.LEVENSHTEIN_BY_MEAN.between(rows[a], rows[b]));
    assertEquals(listed.rho(), together.rho(), DIGITS);
    assertEquals(listed.low(), together.low(), DIGITS);
    assertEquals(listed.high(), together.high(), DIGITS);
    assertEquals(300L * 299 / 2, together.pairs());
  }

  @Test
  void degenerateLanguages() {
    TopographicSimilarity constant =
        TopographicSimilarity.of(grid(), Messages.of(new int[64][2], 3), UNUSED);
    assertEquals(new TopographicSimilarity(0, -1, 1, false, 64, 2016, false), constant);
    Messages different = Messages.of(grid(), 4);
    assertFalse(TopographicSimilarity.of(new int[64][3], different, UNUSED).defined());
    assertFalse(TopographicSimilarity.of(new int[64][0], different, UNUSED).defined());
    for (int n = 0; n < 3; n++) {
      int[] rows = IntStream.range(0, n).toArray();
      TopographicSimilarity few =
          TopographicSimilarity.of(Arrays.copyOf(grid(), n), different.rows(rows), UNUSED);
      assertEquals(0, few.rho());
      assertFalse(few.defined());
      TopographicSimilarity vectors =
          TopographicSimilarity.of(
              Arrays.copyOf(vectors(), n),
              VectorDistance.COSINE,
              different.rows(rows),
              MessageDistance.HAMMING,
              UNUSED);
      assertFalse(vectors.defined());
    }
  }

  /**
   * Items drawn from one noisy language: the interval of 60 has the value of all about as often as
   * it says.
   */
  @Test
  void intervalCoversAboutAsOftenAsStated() {
    RandomStream random = new RandomStream(12);
    double truth = noisy(4000, random).rho();
    int covered = 0;
    for (int study = 0; study < 400; study++) {
      TopographicSimilarity similarity = noisy(60, random);
      covered += similarity.low() <= truth && truth <= similarity.high() ? 1 : 0;
    }
    assertEquals(0.95, covered / 400.0, 0.035);
  }

  private static TopographicSimilarity noisy(int items, RandomStream random) {
    int[][] meanings = new int[items][];
    int[][] rows = new int[items][];
    for (int i = 0; i < items; i++) {
      int[] meaning = {random.nextInt(4), random.nextInt(4), random.nextInt(4)};
      meanings[i] = meaning;
      rows[i] = new int[3];
      Arrays.setAll(
          rows[i], k -> random.nextDouble() < 0.6 ? 4 * k + meaning[k] : random.nextInt(12));
    }
    return TopographicSimilarity.of(meanings, Messages.of(rows, 12), random);
  }

  /** 3,000 vectors have 4.5 million pairs, of which a million are drawn. */
  @Test
  void manyVectorsAreSampled() {
    RandomStream random = new RandomStream(2);
    double[][] vectors = new double[3000][2];
    int[][] rows = new int[3000][];
    for (int i = 0; i < 3000; i++) {
      rows[i] = new int[] {random.nextInt(8), random.nextInt(8)};
      vectors[i][0] = rows[i][0] % 2 + 0.1 * random.nextGaussian();
      vectors[i][1] = rows[i][1] % 2 + 0.1 * random.nextGaussian();
    }
    TopographicSimilarity sampled = drawn(vectors, rows);
    assertTrue(sampled.sampled());
    assertEquals(ListedPairs.MOST, sampled.pairs());
    assertEquals(sampled, drawn(vectors, rows));
    TopographicSimilarity part = drawn(Arrays.copyOf(vectors, 1000), Arrays.copyOf(rows, 1000));
    assertFalse(part.sampled());
    assertEquals(part.rho(), sampled.rho(), 0.02);
  }

  private static TopographicSimilarity drawn(double[][] vectors, int[][] rows) {
    return TopographicSimilarity.of(
        vectors,
        VectorDistance.EUCLIDEAN,
        Messages.of(rows, 8),
        MessageDistance.HAMMING,
        new RandomStream(5));
  }

  @Test
  void argumentsAreChecked() {
    Messages two = Messages.of(new int[][] {{0}, {1}}, 2);
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> TopographicSimilarity.of(new int[3][1], two, UNUSED));
    assertEquals("meanings: got 3 values, allowed: 2, as many as messages", e.getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> TopographicSimilarity.of(new int[][] {{0}, {0, 1}}, two, UNUSED));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            TopographicSimilarity.of(
                new double[][] {{0}, {Double.NaN}},
                VectorDistance.COSINE,
                two,
                MessageDistance.HAMMING,
                UNUSED));
  }
}
