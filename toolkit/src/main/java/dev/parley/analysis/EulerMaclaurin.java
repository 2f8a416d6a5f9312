package dev.parley.analysis;

/**
 * What the formula of Euler and Maclaurin adds to an integral of t<sup>-s</sup> to make it a sum:
 * with C(s, t) = ½ + Σ<sub>j</sub> B<sub>2j</sub> / (2j)! · s (s + 1) … (s + 2j - 2) · t<sup>1 -
 * 2j</sup>, the sum of r<sup>-s</sup> from a to b is the integral plus a<sup>-s</sup> C(s, a) +
 * b<sup>-s</sup> (1 - C(s, b)). Eight terms; from t = {@link #start} on they are good to 1e-15.
 */
final class EulerMaclaurin {

  /** B<sub>2j</sub> / (2j)! for j from 1. */
  private static final double[] COEFFICIENTS = {
    1.0 / 12,
    -1.0 / 720,
    1.0 / 30240,
    -1.0 / 1209600,
    1.0 / 47900160,
    -691.0 / 1307674368000.0,
    1.0 / 74724249600.0,
    -3617.0 / 10670622842880000.0
  };

  private EulerMaclaurin() {}

  /** From where on the terms are good enough for an exponent. */
  static double start(double s) {
    return 12 + Math.abs(s) / 2;
  }

  /** C(s, t). */
  static double correction(double s, double t) {
    double sum = 0.5;
    double factor = s / t;
    for (int j = 0; j < COEFFICIENTS.length; j++) {
      sum += COEFFICIENTS[j] * factor;
      factor *= (s + 2 * j + 1) * (s + 2 * j + 2) / (t * t);
    }
    return sum;
  }

  /** C(s, t) with its derivatives in s. */
  static Jet jet(double s, double t) {
    double value = 0.5;
    double first = 0;
    double second = 0;
    double p = s / t;
    double dp = 1 / t;
    double ddp = 0;
    for (int j = 0; j < COEFFICIENTS.length; j++) {
      value += COEFFICIENTS[j] * p;
      first += COEFFICIENTS[j] * dp;
      second += COEFFICIENTS[j] * ddp;
      for (int i = 2 * j + 1; i <= 2 * j + 2; i++) {
        double factor = (s + i) / t;
        ddp = ddp * factor + 2 * dp / t;
        dp = dp * factor + p / t;
        p *= factor;
      }
    }
    return new Jet(value, first, second);
  }
}
