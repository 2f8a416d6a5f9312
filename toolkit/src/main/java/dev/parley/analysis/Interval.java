package dev.parley.analysis;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * An estimate and the interval around it.
 *
 * @param estimate what the data say; NaN if they say nothing
 * @param low the lower end; NaN if the data are too few for one
 * @param high the upper end; NaN if the data are too few for one
 */
public record Interval(double estimate, double low, double high) {

  /**
   * The mean with Student's t interval (Student, 1908): mean ± t s / √n, where t is the quantile of
   * n - 1 degrees of freedom and s² has the divisor n - 1.
   *
   * @param values any number; one value has no ends, no value has no mean
   * @param level the share of such intervals that contain the mean of normal data, in (0, 1)
   * @throws IllegalArgumentException if {@code level} is not in (0, 1)
   */
  public static Interval ofMean(double[] values, double level) {
    double tail = tail(level);
    Sample sample = Sample.of(values);
    if (sample.n() < 2) {
      return unbounded(sample.mean());
    }
    double t = TDistribution.of(sample.n() - 1.0).inverseSurvivalProbability(tail);
    return around(sample.mean(), t * sample.standardError());
  }

  /**
   * A share with Wilson's score interval (Wilson, 1927): the shares q for which |hits / n - q| is
   * at most z √(q (1 - q) / n), where z is the quantile of the standard normal distribution. It has
   * no continuity correction.
   *
   * @param hits how many had it, from 0 to {@code n}
   * @param n of how many; 0 gives NaN throughout
   * @param level the share of such intervals that contain the true share, in (0, 1), nearly
   * @throws IllegalArgumentException if an argument is not in its range
   */
  public static Interval ofShare(int hits, int n, double level) {
    double tail = tail(level);
    if (hits < 0 || hits > n) {
      throw new IllegalArgumentException("hits: got " + hits + " of " + n + ", allowed: 0 to n");
    }
    if (n == 0) {
      return unbounded(Double.NaN);
    }
    double z = NormalDistribution.of(0, 1).inverseSurvivalProbability(tail);
    double share = (double) hits / n;
    double square = z * z / n;
    double centre = (share + square / 2) / (1 + square);
    double margin = z * Math.sqrt((share * (1 - share) + square / 4) / n) / (1 + square);
    double low = hits == 0 ? 0 : centre - margin;
    double high = hits == n ? 1 : centre + margin;
    return new Interval(share, low, high);
  }

  static Interval around(double estimate, double margin) {
    return new Interval(estimate, estimate - margin, estimate + margin);
  }

  static Interval unbounded(double estimate) {
    return new Interval(estimate, Double.NaN, Double.NaN);
  }

  /** What lies on either side of an interval of this level, once the level is checked. */
  static double tail(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException(
          "level: got " + level + ", allowed: above 0 and below 1, such as 0.95");
    }
    return (1 - level) / 2;
  }
}
