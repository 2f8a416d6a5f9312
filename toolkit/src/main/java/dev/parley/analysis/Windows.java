package dev.parley.analysis;

import java.util.Arrays;

/** A curve cut into windows of equal length; the first values that do not fit are left out. */
final class Windows {

  private Windows() {}

  /** The mean of each window, in order. */
  static double[] means(double[] curve, int length) {
    double[] means = new double[curve.length / length];
    int from = curve.length - means.length * length;
    for (int i = 0; i < means.length; i++) {
      int at = from + i * length;
      means[i] = Sample.of(Arrays.copyOfRange(curve, at, at + length)).mean();
    }
    return means;
  }

  /** The mean of the variances within the windows, each with the divisor length - 1. */
  static double varianceWithin(double[] curve, int length) {
    int windows = curve.length / length;
    int from = curve.length - windows * length;
    double sum = 0;
    for (int i = 0; i < windows; i++) {
      int at = from + i * length;
      sum += Sample.of(Arrays.copyOfRange(curve, at, at + length)).variance();
    }
    return sum / windows;
  }

  /** What is left of values without the straight line of least squares through them. */
  static double[] detrended(double[] values) {
    int n = values.length;
    double mean = Sample.of(values).mean();
    double middle = (n - 1) / 2.0;
    double products = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      products += (i - middle) * (values[i] - mean);
      squares += (i - middle) * (i - middle);
    }
    double slope = squares == 0 ? 0 : products / squares;
    double[] left = new double[n];
    for (int i = 0; i < n; i++) {
      left[i] = values[i] - mean - slope * (i - middle);
    }
    return left;
  }
}
