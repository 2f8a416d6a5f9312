package dev.parley.analysis;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * Which values of y go with each value of x. The pairs lie sorted by x, so that a count of pairs is
 * one pass with an array as long as y has values, however many pairs of values there are; y can be
 * dealt out anew.
 */
final class PairCounts {

  private final int[] starts;
  private final int[] ys;
  private final long[] ofX;
  private final long[] ofY;

  private PairCounts(int[] starts, int[] ys, long[] ofX, long[] ofY) {
    this.starts = starts;
    this.ys = ys;
    this.ofX = ofX;
    this.ofY = ofY;
  }

  static PairCounts of(int[] x, int[] y) {
    Labels.requireAsMany("y", y.length, "x", x.length);
    Labels byX = Labels.of(x);
    Labels byY = Labels.of(y);
    long[] ofX = byX.counts();
    int[] starts = new int[byX.kinds() + 1];
    for (int k = 0; k < byX.kinds(); k++) {
      starts[k + 1] = starts[k] + (int) ofX[k];
    }
    int[] next = starts.clone();
    int[] ys = new int[y.length];
    for (int i = 0; i < x.length; i++) {
      ys[next[byX.code(i)]++] = byY.code(i);
    }
    return new PairCounts(starts, ys, ofX, byY.counts());
  }

  int pairs() {
    return ys.length;
  }

  int kindsOfX() {
    return ofX.length;
  }

  int kindsOfY() {
    return ofY.length;
  }

  long[] ofX() {
    return ofX.clone();
  }

  long[] ofY() {
    return ofY.clone();
  }

  /** Where the pairs of a value of x begin; those of the last value end at {@link #pairs()}. */
  int start(int x) {
    return starts[x];
  }

  /** The value of y in a pair. */
  int y(int pair) {
    return ys[pair];
  }

  /** The same values of x and of y, their pairs apart from these. */
  PairCounts copy() {
    return new PairCounts(starts, ys.clone(), ofX, ofY);
  }

  /** Deals the values of y out in uniformly random order (Fisher and Yates; Durstenfeld, 1964). */
  void shuffle(RandomGenerator random) {
    for (int i = ys.length - 1; i > 0; i--) {
      int j = random.nextInt(i + 1);
      int y = ys[i];
      ys[i] = ys[j];
      ys[j] = y;
    }
  }

  /** Σ f(count of a pair of values) over the pairs of values that occur. */
  double sum(double[] f) {
    int[] counts = new int[ofY.length];
    double sum = 0;
    for (int x = 0; x < ofX.length; x++) {
      int end = starts[x + 1];
      for (int i = starts[x]; i < end; i++) {
        counts[ys[i]]++;
      }
      for (int i = starts[x]; i < end; i++) {
        sum += f[counts[ys[i]]];
        counts[ys[i]] = 0;
      }
    }
    return sum;
  }

  /** Σ f(count of a value) over the values of x, or of y. */
  static double sum(double[] f, long[] counts) {
    return Arrays.stream(counts).mapToDouble(count -> f[(int) count]).sum();
  }
}
