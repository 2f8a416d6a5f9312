package dev.parley.report;

import java.util.List;

/** Where values end that lie one upon another. */
final class Stack {

  private Stack() {}

  /** The upper edge of each name, as steps: two points a value. */
  static double[][] tops(List<String> names, double[] edges, double[][] values) {
    if (names.size() != values.length) {
      throw new IllegalArgumentException(names.size() + " names, but " + values.length + " values");
    }
    double[][] tops = new double[values.length][];
    double[] below = new double[Math.max(0, edges.length - 1)];
    for (int i = 0; i < values.length; i++) {
      if (edges.length < 2 || values[i].length != below.length) {
        throw new IllegalArgumentException(
            names.get(i) + ": " + edges.length + " edges, but " + values[i].length + " values");
      }
      tops[i] = new double[2 * below.length];
      for (int k = 0; k < below.length; k++) {
        if (!(values[i][k] >= 0 && Double.isFinite(values[i][k]))) {
          throw new IllegalArgumentException(
              names.get(i) + ": got " + values[i][k] + ", allowed: 0 or more");
        }
        below[k] += values[i][k];
        tops[i][2 * k] = below[k];
        tops[i][2 * k + 1] = below[k];
      }
    }
    return tops;
  }

  /** Each inner edge twice. */
  static double[] steps(double[] edges) {
    double[] steps = new double[2 * (edges.length - 1)];
    for (int k = 0; k + 1 < edges.length; k++) {
      steps[2 * k] = edges[k];
      steps[2 * k + 1] = edges[k + 1];
    }
    return steps;
  }
}
