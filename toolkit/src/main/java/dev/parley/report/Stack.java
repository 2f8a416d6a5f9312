package dev.parley.report;

import java.util.List;

/** The outlines of values that lie one upon another, as steps. */
final class Stack {

  private Stack() {}

  /** Twice each value's place, then the way back along 0. */
  static double[][] outlines(List<String> names, double[] edges, double[][] values) {
    if (names.size() != values.length) {
      throw new IllegalArgumentException(names.size() + " names, but " + values.length + " values");
    }
    double[][] outlines = new double[values.length][];
    double[] below = new double[Math.max(0, edges.length - 1)];
    for (int i = 0; i < values.length; i++) {
      check(names.get(i), edges, values[i]);
      outlines[i] = new double[4 * below.length];
      for (int k = 0; k < below.length; k++) {
        below[k] += values[i][k];
        outlines[i][2 * k] = below[k];
        outlines[i][2 * k + 1] = below[k];
      }
    }
    return outlines;
  }

  private static void check(String name, double[] edges, double[] values) {
    if (edges.length < 2 || values.length != edges.length - 1) {
      throw new IllegalArgumentException(
          name + ": " + edges.length + " edges, but " + values.length + " values");
    }
    for (double value : values) {
      if (!(value >= 0 && Double.isFinite(value))) {
        throw new IllegalArgumentException(name + ": got " + value + ", allowed: 0 or more");
      }
    }
  }

  /** Where an outline goes: each inner edge twice, and back. */
  static double[] around(double[] edges) {
    int steps = 2 * (edges.length - 1);
    double[] around = new double[2 * steps];
    for (int k = 0; k + 1 < edges.length; k++) {
      around[2 * k] = edges[k];
      around[2 * k + 1] = edges[k + 1];
    }
    for (int i = 0; i < steps; i++) {
      around[2 * steps - 1 - i] = around[i];
    }
    return around;
  }
}
