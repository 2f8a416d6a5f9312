package dev.parley.tensor;

/** The numbers of one update of Adam, in the form in which kernels use them. */
final class AdamStep {

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
}
