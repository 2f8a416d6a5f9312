package dev.parley.random;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;

/** Pearson's test of counts against probabilities. */
public final class ChiSquare {

  private ChiSquare() {}

  /**
   * Fails if the counts are further from their expectation than chance explains. The bound is the
   * mean of the statistic plus six of its standard deviations; a class of probability 0 must not
   * have been seen.
   */
  public static void check(long[] counts, double[] probabilities) {
    assertEquals(probabilities.length, counts.length);
    long total = 0;
    for (long count : counts) {
      total += count;
    }
    double statistic = 0;
    int possible = 0;
    for (int i = 0; i < counts.length; i++) {
      double expected = total * probabilities[i];
      if (expected == 0) {
        assertEquals(0, counts[i], "draws of impossible class " + i);
      } else {
        statistic += (counts[i] - expected) * (counts[i] - expected) / expected;
        possible++;
      }
    }
    int freedom = possible - 1;
    double bound = freedom + 6 * Math.sqrt(2.0 * freedom);
    assertTrue(statistic <= bound, "chi-square " + statistic + " for " + freedom + " degrees");
  }

  /** The same against equal probabilities. */
  public static void checkUniform(long[] counts) {
    double[] even = new double[counts.length];
    Arrays.fill(even, 1.0 / counts.length);
    check(counts, even);
  }
}
