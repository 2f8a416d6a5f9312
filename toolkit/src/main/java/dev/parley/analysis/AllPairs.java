package dev.parley.analysis;

import java.util.Arrays;

/** The rank correlation of two distances over all pairs of items, by a histogram of classes. */
final class AllPairs {

  private static final long MOST_PAIRS = 50_000_000;
  private static final long MOST_CELLS = 1L << 25;

  private AllPairs() {}

  /** Whether a histogram for each of so many kinds of items is affordable. */
  static boolean affordable(int kinds, DistanceRows x, DistanceRows y) {
    return few(kinds) && (long) kinds * x.classes() * y.classes() <= MOST_CELLS;
  }

  /** Whether all pairs of so many kinds of items can be looked at. */
  static boolean few(int kinds) {
    return kinds * (kinds - 1L) / 2 <= MOST_PAIRS;
  }

  /**
   * The correlation over all pairs of items, of which some are of the same kind.
   *
   * @param x distances between kinds
   * @param y other distances between the same kinds
   * @param weights how many items of each kind there are
   */
  static TopographicSimilarity similarity(DistanceRows x, DistanceRows y, int[] weights) {
    int classesX = x.classes();
    int classesY = y.classes();
    int[][] histograms = histograms(x, y, weights);
    int cells = classesX * classesY;
    int[] xs = new int[cells];
    int[] ys = new int[cells];
    Arrays.setAll(xs, c -> c / classesY);
    Arrays.setAll(ys, c -> c % classesY);
    long[] twice = new long[cells];
    for (int k = 0; k < weights.length; k++) {
      for (int c = 0; c < cells; c++) {
        twice[c] += (long) weights[k] * histograms[k][c];
      }
    }
    Spearman correlation = new Spearman(xs, ys, twice, classesX, classesY);
    double[] influence = new double[cells];
    Arrays.setAll(influence, c -> correlation.influence(xs[c], ys[c]));
    long items = Arrays.stream(weights).asLongStream().sum();
    double squares = 0;
    for (int k = 0; k < weights.length; k++) {
      double ofItem = 0;
      for (int c = 0; c < cells; c++) {
        ofItem += histograms[k][c] * influence[c];
      }
      ofItem *= 2.0 / (items - 1);
      squares += weights[k] * ofItem * ofItem;
    }
    return TopographicSimilarity.of(correlation, squares, items, items * (items - 1) / 2, false);
  }

  /** How often each pair of classes occurs between one item of a kind and all others. */
  private static int[][] histograms(DistanceRows x, DistanceRows y, int[] weights) {
    int kinds = weights.length;
    int classesY = y.classes();
    int[][] histograms = new int[kinds][x.classes() * classesY];
    int[] rowX = new int[kinds];
    int[] rowY = new int[kinds];
    for (int k = 0; k < kinds; k++) {
      x.row(k, rowX);
      y.row(k, rowY);
      int[] histogram = histograms[k];
      for (int j = 0; j < kinds; j++) {
        histogram[rowX[j] * classesY + rowY[j]] += weights[j];
      }
      histogram[0]--;
    }
    return histograms;
  }
}
