package dev.parley.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** The outlines of bands around curves that may have gaps. */
final class Bands {

  /** One band without a gap: once along its upper edge, and back along the lower one. */
  static final class Outline {

    private final double[] x;
    private final double[] y;

    private Outline(double[] x, double[] low, double[] high, int from, int to) {
      int size = to - from;
      this.x = new double[2 * size];
      this.y = new double[2 * size];
      for (int i = 0; i < size; i++) {
        this.x[i] = x[from + i];
        this.y[i] = high[from + i];
        this.x[2 * size - 1 - i] = x[from + i];
        this.y[2 * size - 1 - i] = low[from + i];
      }
    }

    double[] x() {
      return x.clone();
    }

    double[] y() {
      return y.clone();
    }

    /** Whether it stands over a single point of the curve. */
    boolean upright() {
      return x.length == 2;
    }
  }

  private Bands() {}

  static void check(String name, double[] x, double[] mean, double[] low, double[] high) {
    if (x.length == 0) {
      throw new IllegalArgumentException(name + ": a band needs at least one place");
    }
    for (double[] values : List.of(mean, low, high)) {
      if (values.length != x.length) {
        throw new IllegalArgumentException(
            name + ": " + x.length + " places, but " + values.length + " values");
      }
      if (Arrays.stream(values).anyMatch(Double::isInfinite)) {
        throw new IllegalArgumentException(name + ": a value is infinite");
      }
    }
    for (int i = 0; i < x.length; i++) {
      if (!Double.isFinite(x[i])) {
        throw new IllegalArgumentException(name + ": a place is " + x[i]);
      }
      if (low[i] > high[i]) {
        throw new IllegalArgumentException(
            name + ": no band from " + low[i] + " to " + high[i] + " at " + x[i]);
      }
    }
  }

  static List<Outline> outlines(double[] x, double[] mean, double[] low, double[] high) {
    List<Outline> outlines = new ArrayList<>();
    int from = 0;
    for (int i = 0; i <= x.length; i++) {
      if (i == x.length || Double.isNaN(mean[i] + low[i] + high[i])) {
        if (from < i) {
          outlines.add(new Outline(x, low, high, from, i));
        }
        from = i + 1;
      }
    }
    return outlines;
  }

  /** The places of numbers that have a gap on both sides: no line shows them. */
  static int[] alone(double[] values) {
    return IntStream.range(0, values.length)
        .filter(i -> !Double.isNaN(values[i]))
        .filter(i -> i == 0 || Double.isNaN(values[i - 1]))
        .filter(i -> i == values.length - 1 || Double.isNaN(values[i + 1]))
        .toArray();
  }
}
