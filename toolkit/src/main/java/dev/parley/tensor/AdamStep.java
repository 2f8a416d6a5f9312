package dev.parley.tensor;

/** The numbers of one update of Adam, in the form in which kernels use them. */
final class AdamStep implements UpdateLoop.Rule {

  double beta1;
  double beta2;

  /** η √(1 - β₂ᵗ) / (1 - β₁ᵗ): what m / (√v + {@link #epsilon}) is multiplied with. */
  double rate;

  /** ε √(1 - β₂ᵗ): ε brought under the same root as the uncorrected v. */
  double epsilon;

  void set(double learningRate, double b1, double b2, double eps, long t) {
    double root = Math.sqrt(1 - Math.pow(b2, (double) t));
    beta1 = b1;
    beta2 = b2;
    rate = learningRate * root / (1 - Math.pow(b1, (double) t));
    epsilon = eps * root;
  }

  @Override
  public void move(float[] theta, float[] g, float[] first, float[] second, int count) {
    move(theta, g, first, second, count, this);
  }

  /**
   * Four arrays at one index: what the JVM vectorises. With two indices it takes five times as
   * long.
   */
  private static void move(
      float[] theta, float[] g, float[] m, float[] v, int count, AdamStep step) {
    float beta1 = (float) step.beta1;
    float beta2 = (float) step.beta2;
    float rest1 = 1 - beta1;
    float rest2 = 1 - beta2;
    float rate = (float) step.rate;
    float epsilon = (float) step.epsilon;
    for (int i = 0; i < count; i++) {
      float slope = g[i];
      float mean = beta1 * m[i] + rest1 * slope;
      float square = beta2 * v[i] + rest2 * slope * slope;
      m[i] = mean;
      v[i] = square;
      theta[i] -= rate * mean / ((float) Math.sqrt(square) + epsilon);
    }
  }
}
