package dev.parley.analysis;

/**
 * The Hurwitz zeta function ζ(s, q) = Σ (q + k)<sup>-s</sup> over k from 0, for s above 1 and q
 * above 0, and the distribution p(x) = x<sup>-s</sup> / ζ(s, q) on the integers from q up. Sums up
 * to where {@link EulerMaclaurin} can take over; relative error below 1e-13.
 */
final class Zeta {

  private static final double NEGLIGIBLE = 1e-18;
  private static final int MOST_STEPS = 100;
  private static final double PRECISION = 1e-11;

  private Zeta() {}

  /** ζ(s, q). */
  static double hurwitz(double s, double q) {
    return Math.pow(q, -s) * scaled(s, q);
  }

  /** q<sup>s</sup> ζ(s, q), which neither overflows nor underflows. */
  static double scaled(double s, double q) {
    double start = EulerMaclaurin.start(s);
    double sum = 0;
    double at = q;
    while (at < start) {
      double term = Math.exp(-s * Math.log(at / q));
      sum += term;
      at++;
      if (term < NEGLIGIBLE * sum) {
        return sum;
      }
    }
    double tail = at / (s - 1) + EulerMaclaurin.correction(s, at);
    return at == q ? tail : sum + Math.exp(-s * Math.log(at / q)) * tail;
  }

  /** As {@link #scaled}, with derivatives in s: its logarithms are those of x / q. */
  static Jet jet(double s, double q) {
    double start = EulerMaclaurin.start(s);
    Jet sum = Jet.ZERO;
    double at = q;
    while (at < start) {
      Jet term = Jet.power(Math.log(at / q), s);
      sum = sum.plus(term);
      at++;
      if (term.value() < NEGLIGIBLE * sum.value()) {
        return sum;
      }
    }
    double over = 1 / (s - 1);
    Jet integral = new Jet(at * over, -at * over * over, 2 * at * over * over * over);
    Jet tail = integral.plus(EulerMaclaurin.jet(s, at));
    return sum.plus(Jet.power(Math.log(at / q), s).times(tail));
  }

  /**
   * The s that has the likelihood's maximum: where the mean of ln(x / q) is the observed one.
   *
   * @param meanLog the observed mean of ln(x / q), above 0
   * @param near where to start: above 1
   */
  static double fit(double meanLog, double q, double near) {
    double s = near;
    for (int i = 0; i < MOST_STEPS; i++) {
      Jet jet = jet(s, q);
      double mean = jet.meanLog();
      double next = s + Math.log(mean / meanLog) * mean / jet.varianceLog();
      next = next > 1 ? next : (s + 1) / 2;
      if (Math.abs(next - s) <= PRECISION * s) {
        return next;
      }
      s = next;
    }
    return s;
  }

  /** A start for {@link #fit}: its solution for large q (Clauset et al., 2009, equation 3.7). */
  static double guess(double meanLog, double q) {
    return 1 + 1 / (meanLog + Math.log(q / (q - 0.5)));
  }
}
