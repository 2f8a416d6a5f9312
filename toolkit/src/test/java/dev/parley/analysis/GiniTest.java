package dev.parley.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.random.RandomStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class GiniTest {

  private static final double DIGITS = 1e-14;

  /** numpy 2.4.6: abs(x[:, None] - x[None]).sum() / (2 * len(x) ** 2 * x.mean()). */
  @Test
  void counts() {
    long[] counts = {5, 0, 3, 12, 0, 1};
    assertEquals(0.6111111111111112, Gini.of(counts), DIGITS);
    assertEquals(0.4166666666666667, Gini.ofUsed(counts), DIGITS);
    assertEquals(0.25, Gini.of(new long[] {1, 2, 3, 4}), DIGITS);
  }

  @Test
  void evenUse() {
    assertEquals(0, Gini.of(new long[] {7, 7, 7}));
    assertEquals(0, Gini.of(new long[] {7}));
    assertEquals(0, Gini.ofUsed(new long[] {7, 0, 7, 0, 0}));
  }

  @Test
  void oneHasEverything() {
    assertEquals(0.75, Gini.of(new long[] {0, 0, 9, 0}));
    assertEquals(0, Gini.ofUsed(new long[] {0, 0, 9, 0}));
  }

  @Test
  void nothingCounted() {
    assertEquals(Double.NaN, Gini.of(new long[0]));
    assertEquals(Double.NaN, Gini.of(new long[] {0, 0}));
    assertEquals(Double.NaN, Gini.ofUsed(new long[] {0, 0}));
  }

  @Test
  void largeCounts() {
    assertEquals(0.5, Gini.of(new long[] {0, Long.MAX_VALUE}));
    assertEquals(0, Gini.of(new long[] {Long.MAX_VALUE, Long.MAX_VALUE}));
  }

  @Test
  void negativeCount() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Gini.of(new long[] {3, -2}));
    assertEquals("counts: got -2, allowed: 0 or more", e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> Gini.ofUsed(new long[] {3, -2}));
  }

  /** The definition: half of the mean absolute difference, divided by the mean. */
  @Test
  void definition() {
    RandomStream random = new RandomStream(5);
    for (int round = 0; round < 50; round++) {
      int n = 1 + random.nextInt(20);
      long[] counts = LongStream.generate(() -> 1 + random.nextInt(50)).limit(n).toArray();
      double differences = 0;
      for (long a : counts) {
        for (long b : counts) {
          differences += Math.abs(a - b);
        }
      }
      double expected = differences / (2.0 * n * LongStream.of(counts).sum());
      assertEquals(expected, Gini.of(counts), DIGITS);
    }
  }

  @Test
  void scaleDoesNotMatter() {
    assertEquals(Gini.of(new long[] {5, 0, 3}), Gini.of(new long[] {500, 0, 300}), DIGITS);
  }

  /** numpy 2.4.6: abs(x[:, None] - x[None]).sum() / (n * (n - 1) * 2 * x.mean()). */
  @Test
  void normalised() {
    assertEquals(0.7333333333333334, Gini.normalised(new long[] {5, 0, 3, 12, 0, 1}), DIGITS);
    assertEquals(1, Gini.normalised(new long[] {0, 0, 9, 0}), DIGITS);
    assertEquals(0, Gini.normalised(new long[] {7, 7}));
    assertEquals(Double.NaN, Gini.normalised(new long[] {7}));
    assertEquals(Double.NaN, Gini.normalised(new long[] {0, 0}));
  }
}
