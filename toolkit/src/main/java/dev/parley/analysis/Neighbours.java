package dev.parley.analysis;

/**
 * How near vectors are to each other, as t-SNE sees it: p(j | i) falls with the squared distance as
 * a normal density around i, whose width is such that the entropy of p(. | i) is the logarithm of
 * the perplexity; p(i, j) = (p(j | i) + p(i | j)) / 2n.
 */
final class Neighbours {

  private static final int STEPS = 60;
  private static final double CLOSE = 1e-5;

  private final double[][] rows;
  private final double logPerplexity;
  private final double[] distances;
  private final double[] near;

  private Neighbours(double[][] rows, double perplexity) {
    this.rows = rows;
    this.logPerplexity = StrictMath.log(perplexity);
    this.distances = new double[rows.length];
    this.near = new double[rows.length];
  }

  /** p(i, j) for j below i, row after row; together they are one half. */
  static double[] of(double[][] rows, double perplexity) {
    Neighbours search = new Neighbours(rows, perplexity);
    int n = rows.length;
    double[] joint = new double[n * (n - 1) / 2];
    for (int i = 0; i < n; i++) {
      search.around(i);
      for (int j = 0; j < n; j++) {
        if (j != i) {
          joint[place(Math.max(i, j), Math.min(i, j))] += search.near[j] / (2.0 * n);
        }
      }
    }
    return joint;
  }

  private static int place(int i, int j) {
    return i * (i - 1) / 2 + j;
  }

  private void around(int i) {
    double nearest = Double.POSITIVE_INFINITY;
    double sum = 0;
    for (int j = 0; j < rows.length; j++) {
      distances[j] = squared(rows[i], rows[j]);
      sum += distances[j];
      if (j != i) {
        nearest = Math.min(nearest, distances[j]);
      }
    }
    // Distances beyond the nearest alone matter: the rest is a factor of all.
    for (int j = 0; j < rows.length; j++) {
      distances[j] -= nearest;
    }
    bisect(i, sum == 0 ? 1 : rows.length / sum);
  }

  /** Finds the precision at which the entropy is right, or comes as near as it can. */
  private void bisect(int i, double start) {
    double precision = start;
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    for (int step = 0; step < STEPS; step++) {
      double excess = entropy(i, precision) - logPerplexity;
      if (Math.abs(excess) < CLOSE) {
        return;
      }
      if (excess > 0) {
        low = precision;
        precision = high == Double.POSITIVE_INFINITY ? precision * 2 : (low + high) / 2;
      } else {
        high = precision;
        precision = (low + high) / 2;
      }
    }
  }

  /** Sets p(. | i) and returns its entropy in nats. */
  private double entropy(int i, double precision) {
    double total = 0;
    double weighted = 0;
    for (int j = 0; j < near.length; j++) {
      near[j] = j == i ? 0 : StrictMath.exp(-precision * distances[j]);
      total += near[j];
      weighted += near[j] * distances[j];
    }
    for (int j = 0; j < near.length; j++) {
      near[j] /= total;
    }
    return StrictMath.log(total) + precision * weighted / total;
  }

  private static double squared(double[] a, double[] b) {
    double sum = 0;
    for (int k = 0; k < a.length; k++) {
      sum += (a[k] - b[k]) * (a[k] - b[k]);
    }
    return sum;
  }
}
