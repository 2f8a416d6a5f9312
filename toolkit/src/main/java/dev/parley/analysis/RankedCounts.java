package dev.parley.analysis;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** Counts in the order of ranks, and how a Zipf law fits them. Keeps logarithms of ranks. */
final class RankedCounts {

  private double[] logs = {};

  /** Ranked by themselves. */
  static long[] descending(long[] counts) {
    long[] sorted = counts.clone();
    Arrays.sort(sorted);
    for (int i = 0; i < sorted.length / 2; i++) {
      long other = sorted[sorted.length - 1 - i];
      sorted[sorted.length - 1 - i] = sorted[i];
      sorted[i] = other;
    }
    return sorted;
  }

  /** The counts of one random half by the ranks of the other; equals in random order. */
  static long[] split(long[] counts, RandomGenerator random) {
    int n = counts.length;
    long[] mixed = counts.clone();
    for (int i = n - 1; i > 0; i--) {
      int other = random.nextInt(i + 1);
      long count = mixed[i];
      mixed[i] = mixed[other];
      mixed[other] = count;
    }
    long[] keys = new long[n];
    for (int i = 0; i < n; i++) {
      long half = half(mixed[i], random);
      keys[i] = Math.addExact(Math.multiplyExact(half, n), i);
      mixed[i] -= half;
    }
    Arrays.sort(keys);
    long[] ranked = new long[n];
    for (int rank = 0; rank < n; rank++) {
      ranked[rank] = mixed[(int) (keys[n - 1 - rank] % n)];
    }
    return ranked;
  }

  /** How many of so many coins show heads: the bits of random numbers. */
  private static long half(long coins, RandomGenerator random) {
    long heads = 0;
    long left = coins;
    for (; left >= Long.SIZE; left -= Long.SIZE) {
      heads += Long.bitCount(random.nextLong());
    }
    return left == 0 ? heads : heads + Long.bitCount(random.nextLong() >>> (Long.SIZE - left));
  }

  /** The exponent of the highest likelihood; NaN or infinite where there is none. */
  double exponent(long[] counts, long n, long support, double near) {
    if (n == 0 || support < 2) {
      return Double.NaN;
    }
    if (counts[0] == n) {
      return Double.POSITIVE_INFINITY;
    }
    if (counts.length == support && counts[counts.length - 1] == n) {
      return Double.NEGATIVE_INFINITY;
    }
    reach(counts.length);
    double sum = 0;
    for (int i = 1; i < counts.length; i++) {
      sum += counts[i] * logs[i];
    }
    return FiniteZipf.fit(sum / n, support, near);
  }

  /**
   * The largest distance of the distribution functions.
   *
   * @param whole Σ r<sup>-s</sup> over the support
   * @param limit where it is clear that the distance is this or more, any such number is returned
   */
  double distance(long[] counts, long n, double exponent, double whole, double limit) {
    reach(counts.length);
    double largest = 0;
    double seen = 0;
    double expected = 0;
    for (int i = 0; i < counts.length && largest < limit; i++) {
      seen += counts[i];
      expected += Math.exp(-exponent * logs[i]) / whole;
      largest = Math.max(largest, Math.abs(seen / n - expected));
    }
    return largest;
  }

  private void reach(int ranks) {
    int known = logs.length;
    if (known < ranks) {
      logs = Arrays.copyOf(logs, Math.max(ranks, 2 * known));
      for (int i = known; i < logs.length; i++) {
        logs[i] = Math.log(i + 1);
      }
    }
  }
}
