package dev.parley.nn;

import dev.parley.random.RandomStream;

/** Unit vectors at right angles. */
final class Orthogonal {

  private Orthogonal() {}

  /** A random unit vector at right angles to the first {@code count} of the basis. */
  static double[] next(double[][] basis, int count, int length, RandomStream stream) {
    while (true) {
      double[] vector = new double[length];
      for (int i = 0; i < length; i++) {
        vector[i] = stream.nextGaussian();
      }
      double before = Math.sqrt(dot(vector, vector));
      // The second pass takes off what rounding has left of the first.
      for (int pass = 0; pass < 2; pass++) {
        for (int k = 0; k < count; k++) {
          add(vector, -dot(vector, basis[k]), basis[k]);
        }
      }
      double norm = Math.sqrt(dot(vector, vector));
      // One that lay almost in the span has no direction of its own worth the name.
      if (norm > 1e-6 * before) {
        for (int i = 0; i < length; i++) {
          vector[i] /= norm;
        }
        return vector;
      }
    }
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static void add(double[] a, double factor, double[] b) {
    for (int i = 0; i < a.length; i++) {
      a[i] += factor * b[i];
    }
  }
}
