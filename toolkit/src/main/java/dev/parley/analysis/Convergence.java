package dev.parley.analysis;

import java.util.OptionalInt;

/** When a curve arrives at a level and stays, and the level at which it ends. */
public final class Convergence {

  /** A mean of equal values may differ from them in the last digits. */
  private static final double ROUNDING = 1e-9;

  private Convergence() {}

  /**
   * The moving average: element i is the mean of the last {@code window} values up to and including
   * i, or of all so far where there are fewer.
   */
  public static double[] movingAverage(double[] values, int window) {
    double[] averages = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      int from = Math.max(0, i - window + 1);
      double sum = 0;
      for (int j = from; j <= i; j++) {
        sum += values[j];
      }
      averages[i] = sum / (i - from + 1);
    }
    return averages;
  }

  /**
   * The first round, counted from 1, from which the moving average is at {@code level} or above and
   * stays there to the end; only full windows count. A mean that is below by rounding alone is at
   * the level.
   *
   * @return empty if it never does, or if there are fewer rounds than the window
   */
  public static OptionalInt round(double[] values, int window, double level) {
    double[] averages = movingAverage(values, window);
    double atLeast = level - ROUNDING * Math.max(1, Math.abs(level));
    int first = values.length;
    while (first > window - 1 && first > 0 && averages[first - 1] >= atLeast) {
      first--;
    }
    return first == values.length ? OptionalInt.empty() : OptionalInt.of(first + 1);
  }

  /** The mean of the last tenth of the values, of one value at least; NaN if there is none. */
  public static double plateau(double[] values) {
    int from = values.length - Math.max(1, values.length / 10);
    double sum = 0;
    for (int i = Math.max(0, from); i < values.length; i++) {
      sum += values[i];
    }
    return values.length == 0 ? Double.NaN : sum / (values.length - from);
  }
}
