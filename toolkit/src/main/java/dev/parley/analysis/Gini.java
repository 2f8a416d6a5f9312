package dev.parley.analysis;

import java.util.Arrays;

/**
 * How unevenly codes are used: the Gini coefficient of their counts (Gini, 1912), half of the mean
 * absolute difference of two counts, divided by their mean.
 */
public final class Gini {

  private Gini() {}

  /**
   * The coefficient over all codes: Σ (2 i - n - 1) x<sub>(i)</sub> / (n Σ x), i from 1 and x from
   * the lowest count up. It is the coefficient of these n counts, not an estimate for more codes.
   *
   * @param counts of every code, with those that were never used; 0 or more each
   * @return from 0, all alike, to (n - 1) / n, one has everything; NaN if nothing was counted
   * @throws IllegalArgumentException if a count is negative
   */
  public static double of(long[] counts) {
    long[] sorted = counts.clone();
    Arrays.sort(sorted);
    int n = sorted.length;
    if (n > 0 && sorted[0] < 0) {
      throw new IllegalArgumentException("counts: got " + sorted[0] + ", allowed: 0 or more");
    }
    double weighted = 0;
    double total = 0;
    for (int i = 0; i < n; i++) {
      weighted += (2.0 * i + 1 - n) * sorted[i];
      total += sorted[i];
    }
    return weighted / (n * total);
  }

  /**
   * The coefficient over the codes that were used at all.
   *
   * @param counts 0 or more each
   * @return from 0 to (n - 1) / n for n used codes; NaN if nothing was counted
   * @throws IllegalArgumentException if a count is negative
   */
  public static double ofUsed(long[] counts) {
    return of(Arrays.stream(counts).filter(count -> count != 0).toArray());
  }

  /**
   * The coefficient times n / (n - 1), which goes up to 1 whatever the number of codes: for n codes
   * that were drawn from many, it has less bias than {@link #of} (Deltas, 2003).
   *
   * @param counts of every code, with those that were never used; 0 or more each
   * @return from 0, all alike, to 1, one has everything; NaN for fewer than two codes, or if
   *     nothing was counted
   * @throws IllegalArgumentException if a count is negative
   */
  public static double normalised(long[] counts) {
    double n = counts.length;
    return n < 2 ? Double.NaN : of(counts) * n / (n - 1);
  }
}
