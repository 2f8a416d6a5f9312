package dev.parley.bench.measure;

import java.util.Arrays;

/**
 * How long a step took, many times.
 *
 * @param low the lower quartile, in microseconds
 * @param median in microseconds
 * @param high the upper quartile, in microseconds
 * @param steps how many were timed
 */
public record Timing(double low, double median, double high, int steps) {

  private static final int LEAST = 5;
  private static final double MICROS = 1e-3;
  private static final double SECOND = 1e9;

  /** Runs {@code work}, which is {@code steps} steps, for so long, after a fifth to warm up. */
  public static Timing of(Runnable work, int steps, double seconds) {
    long until = System.nanoTime() + (long) (seconds / 5 * SECOND);
    while (System.nanoTime() < until) {
      work.run();
    }
    double[] times = new double[1024];
    int count = 0;
    until = System.nanoTime() + (long) (seconds * SECOND);
    while (System.nanoTime() < until || count < LEAST) {
      if (count == times.length) {
        times = Arrays.copyOf(times, 2 * count);
      }
      long start = System.nanoTime();
      work.run();
      times[count++] = (System.nanoTime() - start) * MICROS / steps;
    }
    return of(Arrays.copyOf(times, count), steps);
  }

  static Timing of(double[] times, int steps) {
    double[] sorted = times.clone();
    Arrays.sort(sorted);
    return new Timing(
        quantile(sorted, 0.25),
        quantile(sorted, 0.5),
        quantile(sorted, 0.75),
        sorted.length * steps);
  }

  /** Linear between the two nearest. */
  private static double quantile(double[] sorted, double share) {
    double place = share * (sorted.length - 1);
    int below = (int) place;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
  }
}
