package dev.parley.analysis;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Eigenvalues and eigenvectors of a symmetric matrix by cyclic rotations (Jacobi, 1846; the stable
 * form of Rutishauser, 1966). Every rotation makes one pair of places zero; sweeps go on until all
 * of them are, to the last bit of the diagonal. The cost grows with the third power of the size.
 */
final class Jacobi {

  /** Quadratic convergence needs fewer than ten. */
  private static final int MOST_SWEEPS = 60;

  private static final double NOTHING = 0x1.0p-54;

  private final double[][] matrix;
  private final double[][] vectors;

  private Jacobi(double[][] matrix) {
    int n = matrix.length;
    this.matrix = matrix;
    this.vectors = new double[n][n];
    for (int i = 0; i < n; i++) {
      vectors[i][i] = 1;
    }
  }

  /**
   * The decomposition of a matrix, which is destroyed.
   *
   * @return eigenvectors as rows, each with its eigenvalue after it: {@code [n, n + 1]}, the
   *     largest eigenvalue first
   */
  static double[][] decompose(double[][] symmetric) {
    Jacobi jacobi = new Jacobi(symmetric);
    int sweeps = 0;
    while (jacobi.sweep() && sweeps < MOST_SWEEPS) {
      sweeps++;
    }
    return jacobi.sorted();
  }

  private double[][] sorted() {
    int n = matrix.length;
    Comparator<Integer> byValue = Comparator.comparingDouble(i -> -matrix[i][i]);
    return IntStream.range(0, n)
        .boxed()
        .sorted(byValue)
        .map(
            i -> {
              double[] row = Arrays.copyOf(vectors[i], n + 1);
              row[n] = matrix[i][i];
              return row;
            })
        .toArray(double[][]::new);
  }

  /** Rotates every pair once; returns whether there was one that was not zero. */
  private boolean sweep() {
    boolean rotated = false;
    for (int p = 0; p < matrix.length; p++) {
      for (int q = p + 1; q < matrix.length; q++) {
        double between = matrix[p][q];
        double size = Math.sqrt(Math.abs(matrix[p][p])) * Math.sqrt(Math.abs(matrix[q][q]));
        if (between != 0 && Math.abs(between) > NOTHING * size) {
          rotate(p, q);
          rotated = true;
        }
      }
    }
    return rotated;
  }

  private void rotate(int p, int q) {
    double theta = (matrix[q][q] - matrix[p][p]) / (2 * matrix[p][q]);
    double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.hypot(theta, 1));
    double c = 1 / Math.sqrt(t * t + 1);
    double s = t * c;
    matrix[p][p] -= t * matrix[p][q];
    matrix[q][q] += t * matrix[p][q];
    matrix[p][q] = 0;
    matrix[q][p] = 0;
    for (int k = 0; k < matrix.length; k++) {
      if (k != p && k != q) {
        double a = matrix[p][k];
        double b = matrix[q][k];
        matrix[p][k] = c * a - s * b;
        matrix[q][k] = s * a + c * b;
        matrix[k][p] = matrix[p][k];
        matrix[k][q] = matrix[q][k];
      }
    }
    double[] u = vectors[p];
    double[] v = vectors[q];
    for (int k = 0; k < u.length; k++) {
      double a = u[k];
      u[k] = c * a - s * v[k];
      v[k] = s * a + c * v[k];
    }
  }
}
