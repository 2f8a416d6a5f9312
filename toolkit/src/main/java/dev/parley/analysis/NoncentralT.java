package dev.parley.analysis;

import org.apache.commons.statistics.distribution.ChiSquaredDistribution;
import org.apache.commons.statistics.distribution.NormalDistribution;

/**
 * The noncentral t distribution: of (Z + δ) / S with a standard normal Z and S² a chi-squared value
 * by its ν degrees of freedom. P(T ≤ t) is the mean of Φ(t S - δ), taken over w = log S: there the
 * density of S falls off smoothly on both sides, and equal steps that are small against the widths
 * of density and Φ give ten digits.
 */
final class NoncentralT {

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** Steps in the width of the narrowest factor. */
  private static final double STEPS = 4;

  /** Where the density is less than its highest value by e to this power, it is left out. */
  private static final double FALL = 28;

  /** From here on Z moves the quantiles of Z + δ by less than 1e-4 of them, and is left out. */
  private static final double FAR = 300;

  private static final double CLOSE = 1e-12;

  /** Ten are usual; halving alone takes sixty. */
  private static final int MOST_STEPS = 200;

  private final double t;
  private final double[] s;
  private final double[] weights;

  private NoncentralT(double t, int df) {
    this.t = t;
    double fall = FALL / df;
    double from = -fall - Math.sqrt(fall);
    double to = Math.log(1 + 2 * Math.sqrt(fall));
    double deviation = 1 / Math.sqrt(2.0 * df);
    double perUnit = STEPS * Math.hypot(1 / deviation, t * (1 + 3 * deviation));
    s = new double[(int) Math.ceil((to - from) * perUnit) + 1];
    weights = new double[s.length];
    ChiSquaredDistribution square = ChiSquaredDistribution.of(df);
    double sum = 0;
    for (int i = 0; i < s.length; i++) {
      s[i] = Math.exp(from + (to - from) * i / (s.length - 1));
      weights[i] = s[i] * s[i] * square.density(df * s[i] * s[i]);
      sum += weights[i];
    }
    for (int i = 0; i < s.length; i++) {
      weights[i] /= sum;
    }
  }

  /**
   * The δ with which P(T ≤ t) is {@code probability}.
   *
   * @param t finite
   * @param df 2 or more
   * @param probability in (0, 1)
   */
  static double noncentrality(double t, int df, double probability) {
    if (t < 0) {
      return -noncentrality(-t, df, 1 - probability);
    }
    if (t > FAR) {
      double square = ChiSquaredDistribution.of(df).inverseSurvivalProbability(probability);
      return t * Math.sqrt(square / df);
    }
    return new NoncentralT(t, df).root(probability);
  }

  /** Newton's method between ends that halve where it would leave them. */
  private double root(double probability) {
    double low = NORMAL.inverseSurvivalProbability(probability) - 1;
    double high = low + 2;
    while (cumulative(high) > probability) {
      high += high - low;
    }
    double delta = (low + high) / 2;
    for (int i = 0; i < MOST_STEPS; i++) {
      double off = cumulative(delta) - probability;
      if (off > 0) {
        low = delta;
      } else {
        high = delta;
      }
      double next = delta + off / density(delta);
      if (!(low < next && next < high)) {
        next = (low + high) / 2;
      }
      if (Math.abs(next - delta) <= CLOSE * Math.max(1, Math.abs(delta))) {
        return next;
      }
      delta = next;
    }
    return delta;
  }

  /** P(T ≤ t) with this δ. */
  private double cumulative(double delta) {
    double sum = 0;
    for (int i = 0; i < s.length; i++) {
      sum += weights[i] * NORMAL.cumulativeProbability(t * s[i] - delta);
    }
    return sum;
  }

  /** How fast P(T ≤ t) falls with δ. */
  private double density(double delta) {
    double sum = 0;
    for (int i = 0; i < s.length; i++) {
      sum += weights[i] * NORMAL.density(t * s[i] - delta);
    }
    return sum;
  }
}
