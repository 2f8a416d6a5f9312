package dev.parley.tensor;

/**
 * The exponential function in 32-bit floats, by arithmetic alone: the same bits on every machine,
 * and several times as fast as {@link Math#exp}.
 *
 * <p>x = n ln 2 + r with |r| ≤ ln 2 / 2; eˣ = 2ⁿ (1 + r + r² q(r)), where q is a polynomial whose
 * relative error of eʳ is smallest at its largest (Remez exchange): 3.1e-9, below a 19th of a
 * rounding.
 */
final class Exp {

  /** Below this eˣ is no normal float any more, and arithmetic with it is slow. */
  private static final float LOWEST = -87.3f;

  private static final float HIGHEST = 87.3f;

  /** What is left at the lowest x; taken off everywhere, where it is below any rounding. */
  private static final float LEAST = 1.2192433E-38f;

  /** JDK 17 does not vectorise conversions to whole numbers; 25 does. */
  private static final boolean VECTORS = Runtime.version().feature() >= 25;

  private static final float LOG2_E = 1.442695f;

  /** ln 2 in two parts, the first with so few digits that its product with n is exact. */
  private static final float LN2_HIGH = 0.69314575f;

  private static final float LN2_LOW = 1.4286068e-6f;

  /** Adding and subtracting it rounds to a whole number. */
  private static final float ROUNDER = 12582912f;

  private static final int BIAS = 127;
  private static final int MANTISSA = 23;

  private Exp() {}

  /** eˣ; 0 for x below -87.3, that of 87.3 for x above, NaN for NaN. */
  static float of(float x) {
    float within = x < LOWEST ? LOWEST : x > HIGHEST ? HIGHEST : x;
    float n = (within * LOG2_E + ROUNDER) - ROUNDER;
    float r = (within - n * LN2_HIGH) - n * LN2_LOW;
    float power = Float.intBitsToFloat(((int) n + BIAS) << MANTISSA);
    return Math.max(0f, near(r) * power - LEAST);
  }

  /** eʳ for |r| up to half of ln 2: 1 + r + r² q(r). */
  private static float near(float r) {
    float q = 0.0013814599f;
    q = q * r + 0.008368717f;
    q = q * r + 0.04166839f;
    q = q * r + 0.16666521f;
    q = q * r + 0.49999994f;
    return q * r * r + r + 1;
  }

  /** x = eˣ in place, the same bits as {@link #of}; the powers are what it writes on the way. */
  static void all(float[] x, int[] powers) {
    if (VECTORS) {
      inVectors(x, powers);
      return;
    }
    for (int i = 0; i < x.length; i++) {
      x[i] = of(x[i]);
    }
  }

  /** Two passes without a branch, each of which a newer JVM vectorises. */
  private static void inVectors(float[] x, int[] powers) {
    for (int i = 0; i < x.length; i++) {
      float v = x[i];
      float within = Math.min(HIGHEST, Math.max(LOWEST, v));
      float n = (within * LOG2_E + ROUNDER) - ROUNDER;
      float r = (within - n * LN2_HIGH) - n * LN2_LOW;
      x[i] = near(r);
      powers[i] = ((int) n + BIAS) << MANTISSA;
    }
    for (int i = 0; i < x.length; i++) {
      x[i] = Math.max(0f, x[i] * Float.intBitsToFloat(powers[i]) - LEAST);
    }
  }
}
