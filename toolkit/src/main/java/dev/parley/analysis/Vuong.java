package dev.parley.analysis;

import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * Which of two models that were fitted to the same data is nearer to the truth (Vuong, 1989,
 * "Likelihood ratio tests for model selection and non-nested hypotheses"): the ratio R = Σ ln p₁(x)
 * - ln p₂(x), and R / (σ √n) with σ the standard deviation of the summands, which is standard
 * normal if both are equally near.
 *
 * @param ratio R: above 0 where the first model is better
 * @param normalised R / (σ √n); 0 where the models do not differ
 * @param p two-sided: how often a ratio as far from 0 comes of models that are equally near
 */
public record Vuong(double ratio, double normalised, double p) {

  /** Without data. */
  static final Vuong NONE = new Vuong(Double.NaN, Double.NaN, Double.NaN);

  /** A difference of two log-likelihoods below this is rounding. */
  private static final double ROUNDING = 1e-9;

  /**
   * Compares two models.
   *
   * @param first the logarithms of the first one's probabilities
   * @param second of the second one's
   * @param times how often each value was observed
   */
  static Vuong of(double[] first, double[] second, long[] times) {
    double n = 0;
    double ratio = 0;
    for (int i = 0; i < times.length; i++) {
      n += times[i];
      ratio += times[i] * (first[i] - second[i]);
    }
    double mean = ratio / n;
    double squares = 0;
    for (int i = 0; i < times.length; i++) {
      double off = first[i] - second[i] - mean;
      squares += times[i] * off * off;
    }
    double root = Math.sqrt(squares);
    if (root <= ROUNDING * Math.sqrt(n)) {
      return new Vuong(ratio, 0, 1);
    }
    double z = ratio / root;
    return new Vuong(ratio, z, 2 * NormalDistribution.of(0, 1).survivalProbability(Math.abs(z)));
  }

  /** Whether the second model is better, and the difference is not chance. */
  public boolean secondIsBetter(double level) {
    return ratio < 0 && p < level;
  }

  /** Whether the first model is better, and the difference is not chance. */
  public boolean firstIsBetter(double level) {
    return ratio > 0 && p < level;
  }
}
