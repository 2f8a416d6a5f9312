package dev.parley.analysis;

import org.apache.commons.numbers.gamma.ErfDifference;
import org.apache.commons.numbers.gamma.Erfc;
import org.apache.commons.numbers.gamma.Erfcx;

/**
 * A log-normal variable, rounded to integers, given that it is some integer or more: p(x) = [Φ(z(x
 * + ½)) - Φ(z(x - ½))] / [1 - Φ(z(x<sub>min</sub> - ½))] with z(x) = (ln x - μ) / σ.
 *
 * <p>Held by the slope at the cut, κ = (ln(x<sub>min</sub> - ½) - μ) / σ², and σ. With κ fixed and
 * σ without end it becomes a power law of exponent 1 + κ: a fit to such data goes there, and σ then
 * is the end of its range.
 */
final class RoundedLogNormal {

  private static final double ROOT = Math.sqrt(2);
  private static final double WIDEST = Math.log(200);
  private static final double FARTHEST = 35;

  private final double cut;
  private final double slope;
  private final double sigma;

  RoundedLogNormal(long lowest, double slope, double sigma) {
    this.cut = lowest - 0.5;
    this.slope = slope;
    this.sigma = sigma;
  }

  /**
   * The one with the highest likelihood.
   *
   * @param values two or more, upwards; the first one is the cut
   * @param times how often each was observed
   * @param exponent of the power law of these data
   */
  static RoundedLogNormal fit(long[] values, long[] times, double exponent) {
    double narrowest = Math.log(0.2 / values[values.length - 1]);
    double best =
        GoldenSection.peak(
            log -> given(Math.exp(log), values, times, exponent).likelihood(values, times),
            narrowest,
            WIDEST,
            1e-5);
    return given(Math.exp(best), values, times, exponent);
  }

  /** The slope with the highest likelihood for a σ. */
  private static RoundedLogNormal given(
      double sigma, long[] values, long[] times, double exponent) {
    double reach = FARTHEST / sigma;
    double slope =
        GoldenSection.peak(
            k -> new RoundedLogNormal(values[0], k, sigma).likelihood(values, times),
            -reach,
            reach + 4 * exponent,
            1e-7 * (reach + exponent));
    return new RoundedLogNormal(values[0], slope, sigma);
  }

  double mu() {
    return Math.log(cut) - slope * sigma * sigma;
  }

  double sigma() {
    return sigma;
  }

  /** The logarithms of the probabilities of values. */
  double[] logs(long[] values) {
    double[] logs = new double[values.length];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = log(values[i]);
    }
    return logs;
  }

  private double likelihood(long[] values, long[] times) {
    double sum = 0;
    for (int i = 0; i < values.length; i++) {
      sum += times[i] * log(values[i]);
    }
    return sum;
  }

  private double log(long x) {
    double from = Math.log((x - 0.5) / cut);
    double to = Math.log((x + 0.5) / cut);
    double z = z(from);
    if (z < 0) {
      double inside = ErfDifference.value(z / ROOT, z(to) / ROOT);
      return Math.log(inside / Erfc.value(z(0) / ROOT));
    }
    double low = logAbove(from);
    double high = logAbove(to);
    return low + Math.log(-Math.expm1(high - low));
  }

  private double z(double u) {
    return slope * sigma + u / sigma;
  }

  /** ln P(X above the cut times e<sup>u</sup>), up to a constant, where z is 0 or more. */
  private double logAbove(double u) {
    return -slope * u - u * u / (2 * sigma * sigma) + Math.log(Erfcx.value(z(u) / ROOT) / atCut());
  }

  private double atCut() {
    double z = z(0) / ROOT;
    return z > -26 ? Erfcx.value(z) : 2 * Math.exp(z * z);
  }
}
