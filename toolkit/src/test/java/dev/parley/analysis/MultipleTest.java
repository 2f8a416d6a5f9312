package dev.parley.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.random.RandomStream;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

/** Goldens are from statsmodels 0.15.0: multipletests(p, method="holm")[1]. */
final class MultipleTest {

  private static final double DIGITS = 1e-15;

  @Test
  void holm() {
    assertHolm(new double[] {0.03, 0.06, 0.06, 0.02}, 0.01, 0.04, 0.03, 0.005);
    assertHolm(new double[] {0.08, 0.08, 0.08, 0.9, 0.005}, 0.02, 0.02, 0.02, 0.9, 0.001);
  }

  @Test
  void noMoreThanOne() {
    assertHolm(new double[] {0.6000000000000001, 1, 1}, 0.2, 0.9, 0.6);
  }

  @Test
  void oneTestIsNotAdjusted() {
    assertHolm(new double[] {0.04}, 0.04);
    assertHolm(new double[0]);
  }

  @Test
  void nanIsNoTest() {
    double nan = Double.NaN;
    assertHolm(new double[] {nan, 0.03, 0.06, nan, 0.06, 0.02}, nan, .01, .04, nan, .03, .005);
    assertHolm(new double[] {nan}, nan);
  }

  @Test
  void outOfRange() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Multiple.holm(new double[] {0.5, 1.5}));
    assertEquals("p: got 1.5, allowed: 0 to 1, or NaN", e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> Multiple.holm(new double[] {-0.1}));
  }

  /** Order is kept, nothing becomes smaller, nothing exceeds Bonferroni's value. */
  @Test
  void betweenNothingAndBonferroni() {
    RandomStream random = new RandomStream(7);
    for (int round = 0; round < 200; round++) {
      int m = 1 + random.nextInt(12);
      double[] p = DoubleStream.generate(() -> random.nextDouble()).limit(m).toArray();
      double[] adjusted = Multiple.holm(p);
      for (int i = 0; i < m; i++) {
        assertTrue(adjusted[i] >= p[i] && adjusted[i] <= Math.min(1, m * p[i]));
        for (int j = 0; j < m; j++) {
          assertTrue(p[i] > p[j] || adjusted[i] <= adjusted[j]);
        }
      }
    }
  }

  /** Five true hypotheses, 4000 times; the standard error of the count is 0.35 % of them. */
  @Test
  void oneFalseRejectionOrMoreIsAsRareAsStated() {
    RandomStream random = new RandomStream(8);
    int wrong = 0;
    for (int round = 0; round < 4000; round++) {
      double[] p = DoubleStream.generate(() -> random.nextDouble()).limit(5).toArray();
      wrong += DoubleStream.of(Multiple.holm(p)).anyMatch(value -> value <= 0.05) ? 1 : 0;
    }
    assertEquals(0.05, wrong / 4000.0, 0.012);
  }

  private static void assertHolm(double[] expected, double... p) {
    assertArrayEquals(expected, Multiple.holm(p), DIGITS);
  }
}
