package dev.parley.datasets;

/**
 * The generator of G. L. Steele, D. Lea and C. H. Flood, Fast splittable pseudorandom number
 * generators, OOPSLA 2014, without the splitting; the mixing function is variant 13 of D. Stafford.
 * Written out here, so that synthetic data are the same on every Java platform.
 */
final class SplitMix64 {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;
  private double spare = Double.NaN;

  SplitMix64(long seed) {
    state = seed;
  }

  long nextLong() {
    state += GOLDEN_GAMMA;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** Uniform in [0, 1): the upper 53 bits. */
  double nextDouble() {
    return (nextLong() >>> 11) * 0x1p-53;
  }

  /**
   * Standard normal, by the polar method of G. Marsaglia and T. A. Bray, A convenient method for
   * generating normal variables, SIAM Review 6, 1964. Numbers come in pairs; the second is kept for
   * the next call.
   */
  double nextGaussian() {
    if (!Double.isNaN(spare)) {
      double kept = spare;
      spare = Double.NaN;
      return kept;
    }
    while (true) {
      double u = 2 * nextDouble() - 1;
      double v = 2 * nextDouble() - 1;
      double s = u * u + v * v;
      if (s > 0 && s < 1) {
        double scale = StrictMath.sqrt(-2 * StrictMath.log(s) / s);
        spare = v * scale;
        return u * scale;
      }
    }
  }
}
