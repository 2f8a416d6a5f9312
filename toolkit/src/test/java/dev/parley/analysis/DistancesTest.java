package dev.parley.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.random.RandomStream;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DistancesTest {

  private static final double DIGITS = 1e-12;

  private static int[] letters(String word) {
    return word.chars().toArray();
  }

  /** The textbook pairs: kitten and sitting 3, intention and execution 5 (Jurafsky and Martin). */
  @Test
  void levenshtein() {
    assertEquals(3, Levenshtein.distance(letters("kitten"), letters("sitting")));
    assertEquals(5, Levenshtein.distance(letters("intention"), letters("execution")));
    assertEquals(4, Levenshtein.distance(letters(""), letters("four")));
  }

  @Test
  void scaledByLength() {
    int[] a = letters("kitten");
    int[] b = letters("sitting");
    assertEquals(3, MessageDistance.LEVENSHTEIN.between(a, b));
    assertEquals(3 / 6.5, MessageDistance.LEVENSHTEIN_BY_MEAN.between(a, b), DIGITS);
    assertEquals(3 / 7.0, MessageDistance.LEVENSHTEIN_BY_LONGER.between(a, b), DIGITS);
    assertEquals(3, MessageDistance.HAMMING.between(a, b));
    for (MessageDistance distance : MessageDistance.values()) {
      assertEquals(0, distance.between(new int[0], new int[0]));
      assertEquals(0, distance.between(a, a));
    }
    assertEquals(2, MessageDistance.LEVENSHTEIN_BY_MEAN.between(a, new int[0]));
    assertEquals(1, MessageDistance.LEVENSHTEIN_BY_LONGER.between(a, new int[0]));
    assertEquals(6, MessageDistance.HAMMING.between(a, new int[0]));
  }

  @Test
  void rowsAreTheDistances() {
    RandomStream random = new RandomStream(6);
    int[][] shapes = {{40, 10, 5}, {33, 3, 2}, {7, 31, 3}, {9, 63, 4}, {25, 1, 200}, {1, 4, 4}};
    for (int[] shape : shapes) {
      int[][] rows = new int[shape[0]][];
      for (int i = 0; i < rows.length; i++) {
        int length = i == 0 ? shape[1] : random.nextInt(shape[1] + 1);
        rows[i] = IntStream.generate(() -> random.nextInt(shape[2])).limit(length).toArray();
      }
      Messages messages = Messages.of(rows, shape[2]);
      for (MessageDistance distance : MessageDistance.values()) {
        assertTrue(distance.hasRows(messages));
        assertSameOrder(distance, rows, distance.rows(messages));
      }
    }
  }

  /** Equal classes are equal distances, and a higher class is a longer one. */
  private static void assertSameOrder(MessageDistance distance, int[][] rows, DistanceRows fast) {
    double[] valueOf = new double[fast.classes()];
    Arrays.fill(valueOf, Double.NaN);
    int[] classes = new int[rows.length];
    for (int i = 0; i < rows.length; i++) {
      fast.row(i, classes);
      for (int j = 0; j < rows.length; j++) {
        double value = distance.between(rows[i], rows[j]);
        double before = valueOf[classes[j]];
        assertTrue(Double.isNaN(before) || before == value, distance::toString);
        valueOf[classes[j]] = value;
      }
      assertEquals(0, classes[i]);
    }
    double[] seen = Arrays.stream(valueOf).filter(v -> !Double.isNaN(v)).toArray();
    double[] sorted = seen.clone();
    Arrays.sort(sorted);
    assertArrayEquals(sorted, seen);
  }

  @Test
  void messagesThatAreTooLongHaveNoRows() {
    Messages longer = Messages.of(new int[][] {new int[64]}, 1);
    assertFalse(MessageDistance.LEVENSHTEIN.hasRows(longer));
    assertTrue(MessageDistance.HAMMING.hasRows(longer));
  }

  @Test
  void manyColumnsTakeSeveralWords() {
    RandomStream random = new RandomStream(8);
    int[][] rows = new int[20][50];
    for (int[] row : rows) {
      Arrays.setAll(row, c -> random.nextInt(1 + c) - 3);
    }
    HammingRows hamming = new HammingRows(rows);
    assertEquals(51, hamming.classes());
    int[] classes = new int[20];
    for (int i = 0; i < 20; i++) {
      hamming.row(i, classes);
      for (int j = 0; j < 20; j++) {
        assertEquals(AttributeDistance.HAMMING.between(rows[i], rows[j]), classes[j]);
      }
    }
  }

  @Test
  void attributes() {
    int[] a = {1, 2, 3, 4};
    int[] b = {1, 0, 3, 9};
    assertEquals(2, AttributeDistance.HAMMING.between(a, b));
    assertEquals(0.5, AttributeDistance.COSINE.between(a, b));
    assertEquals(0, AttributeDistance.COSINE.between(new int[0], new int[0]));
    assertThrows(
        IllegalArgumentException.class, () -> AttributeDistance.HAMMING.between(a, new int[3]));
  }

  @Test
  void vectors() {
    double[] a = {3, 0};
    double[] b = {0, 4};
    double[] zero = {0, 0};
    assertEquals(5, VectorDistance.EUCLIDEAN.between(a, b));
    assertEquals(1, VectorDistance.COSINE.between(a, b));
    assertEquals(2, VectorDistance.COSINE.between(a, new double[] {-1, 0}));
    assertEquals(1, VectorDistance.COSINE.between(a, zero));
    assertEquals(0, VectorDistance.COSINE.between(zero, zero));
    assertThrows(
        IllegalArgumentException.class, () -> VectorDistance.COSINE.between(a, new double[1]));
  }
}
