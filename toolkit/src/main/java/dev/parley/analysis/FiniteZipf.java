package dev.parley.analysis;

/**
 * The sums of r<sup>-s</sup> over ranks from 1, in a time that does not depend on how many ranks
 * there are: the first ones one by one, the others by {@link EulerMaclaurin}. Any s, 1 and those
 * below 0 too.
 */
final class FiniteZipf {

  private static final int MOST_STEPS = 200;
  private static final double PRECISION = 1e-12;

  private FiniteZipf() {}

  /** Σ r<sup>-s</sup> for r from 1 to {@code ranks}, with derivatives in s. */
  static Jet sum(double s, long ranks) {
    double start = 2 * EulerMaclaurin.start(s);
    Jet sum = Jet.ZERO;
    long r = 1;
    while (r < start && r <= ranks) {
      sum = sum.plus(Jet.power(Math.log((double) r), s));
      r++;
    }
    return r > ranks ? sum : sum.plus(between(s, (double) r, (double) ranks));
  }

  private static Jet between(double s, double from, double to) {
    Jet low = Jet.power(Math.log(from), s).times(EulerMaclaurin.jet(s, from));
    Jet high = Jet.power(Math.log(to), s).times(Jet.ONE.minus(EulerMaclaurin.jet(s, to)));
    return integral(s, Math.log(from), Math.log(to)).plus(low).plus(high);
  }

  /** The integral of e<sup>(1 - s) u</sup> over u, the logarithm of the rank. */
  private static Jet integral(double s, double from, double to) {
    double h = to - from;
    double[] phi = phi((1 - s) * h);
    double scale = Math.exp((1 - s) * from);
    double zeroth = scale * h * phi[0];
    double first = scale * h * h * phi[1];
    double second = scale * h * h * h * phi[2];
    return new Jet(
        zeroth, -(first + from * zeroth), second + 2 * from * first + from * from * zeroth);
  }

  /** The integrals of e<sup>x v</sup> v<sup>k</sup> over v from 0 to 1 for k = 0, 1, 2. */
  private static double[] phi(double x) {
    double[] phi = new double[3];
    if (Math.abs(x) > 1) {
      double power = Math.exp(x);
      phi[0] = Math.expm1(x) / x;
      phi[1] = (power - phi[0]) / x;
      phi[2] = (power - 2 * phi[1]) / x;
      return phi;
    }
    double term = 1;
    for (int i = 0; i < 20; i++) {
      for (int k = 0; k < 3; k++) {
        phi[k] += term / (i + k + 1);
      }
      term *= x / (i + 1);
    }
    return phi;
  }

  /**
   * The s that has the likelihood's maximum: where the mean of ln r is the observed one.
   *
   * @param meanLog the observed mean of ln r, between 0 and ln ranks, both excluded
   * @param near where to start
   */
  static double fit(double meanLog, long ranks, double near) {
    double low = Double.NEGATIVE_INFINITY;
    double high = Double.POSITIVE_INFINITY;
    double s = near;
    for (int i = 0; i < MOST_STEPS; i++) {
      Jet jet = sum(s, ranks);
      double off = jet.meanLog() - meanLog;
      low = off > 0 ? s : low;
      high = off < 0 ? s : high;
      double widest = 1 + Math.abs(s);
      double next = s + Math.max(-widest, Math.min(widest, off / jet.varianceLog()));
      if (Math.abs(next - s) <= PRECISION * Math.max(1, Math.abs(s))) {
        return next;
      }
      if (!(next > low && next < high)) {
        next = (low + high) / 2;
      }
      s = next;
    }
    return s;
  }
}
