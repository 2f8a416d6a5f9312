package dev.parley.analysis;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;

/** Averages that few extreme or unfinished runs do not move. */
public final class Robust {

  private Robust() {}

  /**
   * The interquartile mean (Agarwal et al., 2021, "Deep reinforcement learning at the edge of the
   * statistical precipice"): the mean of what is left without the ⌊n / 4⌋ lowest and as many
   * highest values. As in the authors' rliable, no value is weighted by a fraction.
   *
   * @return NaN for no value, or if one of them is NaN
   */
  public static double interquartileMean(double[] values) {
    double[] sorted = values.clone();
    return sortAndAverage(sorted);
  }

  /**
   * The interquartile mean of all values with a percentile interval of the stratified bootstrap
   * (Efron, 1979; Agarwal et al., 2021): each stratum is drawn anew from its own values, with
   * replacement and as many; quantiles between two resamples are interpolated linearly.
   *
   * @param strata values that are alike, such as the runs of one task; they may differ in number
   * @param level of the interval, in (0, 1); with few values it covers less than that
   * @param resamples 1 or more; 2000 or more for an interval of 0.95
   * @param random what the bootstrap draws from
   * @return NaN throughout for no value, or if one of them is NaN; no ends where no stratum has two
   *     values, so that all resamples are the same
   * @throws IllegalArgumentException if an argument is not in its range
   */
  public static Interval interquartileMean(
      double[][] strata, double level, int resamples, RandomGenerator random) {
    double tail = Interval.tail(level);
    if (resamples < 1) {
      throw new IllegalArgumentException("resamples: got " + resamples + ", allowed: 1 or more");
    }
    double[] pooled = Stream.of(strata).flatMapToDouble(Arrays::stream).toArray();
    double estimate = interquartileMean(pooled);
    if (Double.isNaN(estimate) || Stream.of(strata).allMatch(stratum -> stratum.length < 2)) {
      return Interval.unbounded(estimate);
    }
    double[] means = new double[resamples];
    for (int i = 0; i < resamples; i++) {
      resample(strata, pooled, random);
      means[i] = sortAndAverage(pooled);
    }
    Arrays.sort(means);
    return new Interval(estimate, quantile(means, tail), quantile(means, 1 - tail));
  }

  /**
   * The median of a sample in which some values are only known to be larger than all others, such
   * as the rounds to a goal of runs that had not reached it when they ended. For an even number the
   * mean of the two in the middle.
   *
   * @param values those that are known; NaN among them gives NaN
   * @param censored how many more there are, 0 or more
   * @return empty if what is in the middle is not known, or if there is nothing
   * @throws IllegalArgumentException if {@code censored} is negative
   */
  public static OptionalDouble median(double[] values, int censored) {
    if (censored < 0) {
      throw new IllegalArgumentException("censored: got " + censored + ", allowed: 0 or more");
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    int known = sorted.length;
    if (known > 0 && Double.isNaN(sorted[known - 1])) {
      return OptionalDouble.of(Double.NaN);
    }
    long n = (long) known + censored;
    long upper = n / 2;
    if (upper >= known) {
      return OptionalDouble.empty();
    }
    int at = (int) upper;
    return OptionalDouble.of(n % 2 == 1 ? sorted[at] : (sorted[at - 1] + sorted[at]) / 2);
  }

  private static double sortAndAverage(double[] values) {
    Arrays.sort(values);
    int n = values.length;
    if (n > 0 && Double.isNaN(values[n - 1])) {
      return Double.NaN;
    }
    int cut = n / 4;
    return Arrays.stream(values, cut, n - cut).average().orElse(Double.NaN);
  }

  private static void resample(double[][] strata, double[] into, RandomGenerator random) {
    int at = 0;
    for (double[] stratum : strata) {
      for (int i = 0; i < stratum.length; i++) {
        into[at++] = stratum[random.nextInt(stratum.length)];
      }
    }
  }

  /** Linear between neighbours: numpy's usual one. */
  private static double quantile(double[] sorted, double share) {
    double position = share * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
