package dev.parley.analysis;

import java.util.Arrays;

/**
 * What a mean and its interval need of a sample.
 *
 * @param n how many values
 * @param mean NaN for no value
 * @param variance with the divisor n - 1; NaN for fewer than two values
 */
record Sample(int n, double mean, double variance) {

  static Sample of(double[] values) {
    int n = values.length;
    double mean = Arrays.stream(values).average().orElse(Double.NaN);
    double squares = Arrays.stream(values).map(value -> (value - mean) * (value - mean)).sum();
    return new Sample(n, mean, n < 2 ? Double.NaN : squares / (n - 1));
  }

  /** The sum of squared deviations from the mean. */
  double squares() {
    return variance * (n - 1);
  }

  /** The variance of the mean. */
  double varianceOfMean() {
    return variance / n;
  }

  double standardError() {
    return Math.sqrt(varianceOfMean());
  }
}
