package dev.parley.analysis;

import java.util.Arrays;

/**
 * The minimal standard generator (Park, Miller and Stockmeyer, 1993): what a few lines of Python
 * draw as well, so that another tool gets the same data.
 */
final class Lehmer {

  private long state;

  Lehmer(long seed) {
    state = seed;
  }

  int below(int bound) {
    state = state * 48271 % 2147483647;
    return (int) (state % bound);
  }

  /** Three groups of thirty in a cube each, ten apart; row i belongs to group i % 3. */
  static double[][] groups() {
    Lehmer numbers = new Lehmer(3);
    double[][] rows = new double[90][];
    for (int i = 0; i < rows.length; i++) {
      double x = (i % 3 == 1 ? 10 : 0) + numbers.below(1000) / 1000.0;
      double y = (i % 3 == 2 ? 10 : 0) + numbers.below(1000) / 1000.0;
      rows[i] = new double[] {x, y, numbers.below(1000) / 1000.0};
    }
    return rows;
  }

  /** Row i of {@link #groups} belongs to group i % 3. */
  static int[] group() {
    int[] group = new int[90];
    Arrays.setAll(group, i -> i % 3);
    return group;
  }
}
