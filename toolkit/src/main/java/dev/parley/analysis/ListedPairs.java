package dev.parley.analysis;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/** The rank correlation of two distances over a list of pairs: all of them, or a random sample. */
final class ListedPairs {

  /** As many pairs as are looked at one by one. */
  static final int MOST = 1_000_000;

  /** The distance of two items. */
  @FunctionalInterface
  interface Distance {
    double between(int a, int b);
  }

  private final int[] first;
  private final int[] second;
  private final int items;
  private final boolean sampled;

  private ListedPairs(int items, int pairs, boolean sampled) {
    this.first = new int[pairs];
    this.second = new int[pairs];
    this.items = items;
    this.sampled = sampled;
  }

  /** All pairs of items, or, if they are too many, as many as are not, drawn with replacement. */
  static ListedPairs of(int items, RandomGenerator random) {
    long all = items * (items - 1L) / 2;
    boolean sampled = all > MOST;
    ListedPairs pairs = new ListedPairs(items, (int) Math.min(all, MOST), sampled);
    int at = 0;
    for (int i = 0; !sampled && i < items; i++) {
      for (int j = 0; j < i; j++) {
        pairs.first[at] = i;
        pairs.second[at++] = j;
      }
    }
    for (; at < pairs.first.length; at++) {
      int i = random.nextInt(items);
      int j = random.nextInt(items - 1);
      pairs.first[at] = i;
      pairs.second[at] = j < i ? j : j + 1;
    }
    return pairs;
  }

  TopographicSimilarity similarity(Distance x, Distance y) {
    float[] distancesX = distances(x);
    float[] distancesY = distances(y);
    float[] valuesX = values(distancesX);
    float[] valuesY = values(distancesY);
    int[] xs = classes(distancesX, valuesX);
    int[] ys = classes(distancesY, valuesY);
    long[] once = new long[xs.length];
    Arrays.fill(once, 1);
    Spearman correlation = new Spearman(xs, ys, once, valuesX.length, valuesY.length);
    double[] ofItem = new double[items];
    for (int p = 0; p < xs.length; p++) {
      double influence = correlation.influence(xs[p], ys[p]);
      ofItem[first[p]] += influence;
      ofItem[second[p]] += influence;
    }
    double perItem = (double) items / Math.max(1, xs.length);
    double squares = Arrays.stream(ofItem).map(sum -> sum * perItem * sum * perItem).sum();
    return TopographicSimilarity.of(correlation, squares, items, xs.length, sampled);
  }

  /** In single precision, so that rounding does not tell equal distances apart. */
  private float[] distances(Distance distance) {
    float[] distances = new float[first.length];
    for (int p = 0; p < distances.length; p++) {
      distances[p] = (float) distance.between(first[p], second[p]);
    }
    return distances;
  }

  /** The different distances, in order. */
  private static float[] values(float[] distances) {
    float[] sorted = distances.clone();
    Arrays.sort(sorted);
    int kinds = 0;
    for (int p = 0; p < sorted.length; p++) {
      if (p == 0 || sorted[p] != sorted[p - 1]) {
        sorted[kinds++] = sorted[p];
      }
    }
    return Arrays.copyOf(sorted, kinds);
  }

  private static int[] classes(float[] distances, float[] values) {
    int[] classes = new int[distances.length];
    Arrays.setAll(classes, p -> Arrays.binarySearch(values, distances[p]));
    return classes;
  }
}
