package dev.parley.analysis;

/**
 * The mean of paired differences with an interval of 95 %.
 *
 * @param mean of the differences
 * @param low the lower end of the interval
 * @param high the upper end of the interval
 */
public record Difference(double mean, double low, double high) {

  /** The 97.5 % point of the standard normal distribution. */
  private static final double Z = 1.959963984540054;

  /**
   * The mean of a[i] - b[i], with the interval of the normal approximation: meant for some hundred
   * pairs or more.
   *
   * @param a at least two values
   * @param b as many
   * @throws IllegalArgumentException if they are fewer, or not as many
   */
  public static Difference of(double[] a, double[] b) {
    int n = a.length;
    if (n < 2 || b.length != n) {
      throw new IllegalArgumentException("pairs of " + n + " and " + b.length + " values");
    }
    double mean = 0;
    for (int i = 0; i < n; i++) {
      mean += (a[i] - b[i]) / n;
    }
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double deviation = a[i] - b[i] - mean;
      squares += deviation * deviation;
    }
    double margin = Z * Math.sqrt(squares / (n - 1) / n);
    return new Difference(mean, mean - margin, mean + margin);
  }
}
