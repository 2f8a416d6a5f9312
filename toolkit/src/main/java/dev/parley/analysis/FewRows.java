package dev.parley.analysis;

import java.util.Arrays;

/**
 * Principal directions of fewer vectors than these have dimensions: n vectors lie in n - 1 of them,
 * and the products of all pairs, an n x n matrix, have the covariance's eigenvalues. The cost grows
 * with n³ and with n² d, where that of the covariance grows with d³.
 */
final class FewRows {

  /** A direction of less variance than this share of the largest is rounding. */
  private static final double NOTHING = 1e-12;

  private final double[][] centred;
  private final double[][] directions;
  private final int width;

  private FewRows(double[][] rows, double[] mean, int kept) {
    width = mean.length;
    centred = new double[rows.length][width];
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j < width; j++) {
        centred[i][j] = rows[i][j] - mean[j];
      }
    }
    directions = new double[kept][];
  }

  /** As {@link Jacobi#decompose} of the covariance, of the first {@code kept} directions. */
  static double[][] decompose(double[][] rows, double[] mean, int kept) {
    return new FewRows(rows, mean, kept).decompose();
  }

  private double[][] decompose() {
    int n = centred.length;
    double[][] found = Jacobi.decompose(products());
    double[][] result = new double[directions.length][];
    for (int i = 0; i < result.length; i++) {
      double variance = i < n ? Math.max(0, found[i][n]) : 0;
      boolean varies = i < n && variance > NOTHING * found[0][n];
      directions[i] = varies ? unit(apart(mixed(found[i]), i)) : axis(i);
      result[i] = Arrays.copyOf(directions[i], width + 1);
      result[i][width] = variance;
    }
    return result;
  }

  private double[][] products() {
    int n = centred.length;
    double[][] products = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int k = 0; k <= i; k++) {
        products[i][k] = dot(centred[i], centred[k]) / Math.max(1, n - 1);
        products[k][i] = products[i][k];
      }
    }
    return products;
  }

  private double[] mixed(double[] weights) {
    double[] sum = new double[width];
    for (int i = 0; i < centred.length; i++) {
      for (int j = 0; j < width; j++) {
        sum[j] += weights[i] * centred[i][j];
      }
    }
    return sum;
  }

  /** The first axis that is not nearly a mix of the directions so far, less what is. */
  private double[] axis(int known) {
    double enough = (width - known) / (double) width * (1 - 1e-9);
    for (int j = 0; j < width; j++) {
      double[] axis = new double[width];
      axis[j] = 1;
      apart(axis, known);
      if (dot(axis, axis) >= enough) {
        return unit(axis);
      }
    }
    throw new IllegalStateException("an axis is always left");
  }

  private double[] apart(double[] vector, int known) {
    for (int i = 0; i < known; i++) {
      double part = dot(vector, directions[i]);
      for (int j = 0; j < width; j++) {
        vector[j] -= part * directions[i][j];
      }
    }
    return vector;
  }

  private static double[] unit(double[] vector) {
    double length = Math.sqrt(dot(vector, vector));
    Arrays.setAll(vector, j -> vector[j] / length);
    return vector;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int j = 0; j < a.length; j++) {
      sum += a[j] * b[j];
    }
    return sum;
  }
}
