package dev.parley.analysis;

/** How far apart two meanings are that are vectors. */
public enum VectorDistance {

  /** √ Σ (a - b)². */
  EUCLIDEAN,

  /**
   * One minus the cosine of the angle, from 0 to 2. A vector of zeros has no angle: it is at 0 from
   * another and at 1 from all else.
   */
  COSINE;

  /**
   * The distance of two vectors.
   *
   * @throws IllegalArgumentException if they have not as many components
   */
  public double between(double[] a, double[] b) {
    Labels.requireAsMany("b", b.length, "a", a.length);
    return this == EUCLIDEAN ? euclidean(a, b) : cosine(a, b);
  }

  private static double euclidean(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return Math.sqrt(sum);
  }

  private static double cosine(double[] a, double[] b) {
    double product = 0;
    double squaresA = 0;
    double squaresB = 0;
    for (int i = 0; i < a.length; i++) {
      product += a[i] * b[i];
      squaresA += a[i] * a[i];
      squaresB += b[i] * b[i];
    }
    if (squaresA == 0 || squaresB == 0) {
      return squaresA == squaresB ? 0 : 1;
    }
    return Math.max(0, 1 - product / (Math.sqrt(squaresA) * Math.sqrt(squaresB)));
  }
}
