package dev.parley.analysis;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Corrections for asking several questions of the same study. */
public final class Multiple {

  private Multiple() {}

  /**
   * Adjusted p-values (Holm, 1979, "A simple sequentially rejective multiple test procedure"): the
   * i-th smallest of m becomes the largest of (m - j + 1) p<sub>(j)</sub>, j ≤ i, at most 1.
   * Rejecting where the adjusted value is at most α keeps the chance of one or more false
   * rejections at most α, however the tests depend on each other.
   *
   * @param p in [0, 1]; NaN stays NaN and is no test
   * @return in the order of {@code p}
   * @throws IllegalArgumentException if a value is not in [0, 1]
   */
  public static double[] holm(double[] p) {
    for (double value : p) {
      if (value < 0 || value > 1) {
        throw new IllegalArgumentException("p: got " + value + ", allowed: 0 to 1, or NaN");
      }
    }
    int[] order =
        IntStream.range(0, p.length)
            .filter(i -> !Double.isNaN(p[i]))
            .boxed()
            .sorted(Comparator.comparingDouble(i -> p[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] adjusted = new double[p.length];
    Arrays.fill(adjusted, Double.NaN);
    double largest = 0;
    for (int rank = 0; rank < order.length; rank++) {
      int i = order[rank];
      largest = Math.max(largest, Math.min(1, (order.length - rank) * p[i]));
      adjusted[i] = largest;
    }
    return adjusted;
  }
}
