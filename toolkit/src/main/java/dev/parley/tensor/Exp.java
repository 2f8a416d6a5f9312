package dev.parley.tensor;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;

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

  private static final float LOG2_E = 1.442695f;

  /** ln 2 in two parts, the first with so few digits that its product with n is exact. */
  private static final float LN2_HIGH = 0.69314575f;

  private static final float LN2_LOW = 1.4286068e-6f;

  /** Adding and subtracting it rounds to a whole number. */
  private static final float ROUNDER = 12582912f;

  private static final int BIAS = 127;
  private static final int MANTISSA = 23;

  /** So many at a time stay in the processor's nearest cache. */
  private static final int STRETCH = 1024;

  private final float[] values = new float[STRETCH];
  private final float[] powers = new float[STRETCH];
  private final int[] bits = new int[STRETCH];
  private final FloatBuffer asFloats;
  private final IntBuffer asBits;

  /** Room for the computation of many at once, one after the other. */
  Exp() {
    ByteBuffer bytes = ByteBuffer.allocate(STRETCH * Float.BYTES).order(ByteOrder.nativeOrder());
    asFloats = bytes.asFloatBuffer();
    asBits = bytes.asIntBuffer();
  }

  /** eʳ - 1 for |r| up to half of ln 2: r + r² q(r), as exact relative to itself as eʳ. */
  private static float nearLessOne(float r) {
    float q = 0.0013814599f;
    q = q * r + 0.008368717f;
    q = q * r + 0.04166839f;
    q = q * r + 0.16666521f;
    q = q * r + 0.49999994f;
    return q * r * r + r;
  }

  /**
   * x = eˣ in place from one index to before another: 0 for x below -87.3, that of 87.3 for x
   * above, NaN for NaN.
   */
  void all(float[] x, int begin, int end) {
    for (int from = begin; from < end; from += STRETCH) {
      int count = Math.min(STRETCH, end - from);
      System.arraycopy(x, from, values, 0, count);
      mantissas(values, powers, count);
      powersOfTwo(count);
      scale(values, powers, count);
      System.arraycopy(values, 0, x, from, count);
    }
  }

  /**
   * x = tanh x in place, for the first {@code count}: (e²ˣ - 1) / (e²ˣ + 1), where e²ˣ - 1 = 2ⁿ (eʳ
   * - 1) + (2ⁿ - 1) is formed without a difference of near numbers, so that small results are as
   * exact as large ones.
   */
  void tanh(float[] x, int count) {
    for (int from = 0; from < count; from += STRETCH) {
      int stretch = Math.min(STRETCH, count - from);
      System.arraycopy(x, from, values, 0, stretch);
      doubled(values, stretch);
      mantissas(values, powers, stretch);
      powersOfTwo(stretch);
      quotients(values, powers, stretch);
      System.arraycopy(values, 0, x, from, stretch);
    }
  }

  /** Turns what {@link #mantissas} left of n into 2ⁿ. */
  private void powersOfTwo(int count) {
    asFloats.put(0, powers, 0, count);
    asBits.get(0, bits, 0, count);
    exponents(bits, count);
    asBits.put(0, bits, 0, count);
    asFloats.get(0, powers, 0, count);
  }

  // Loops without a branch, a call or a conversion, each of which the JVM vectorises. A float turns
  // into its bits by a copy: what JDK 17 does with Float.floatToRawIntBits is one at a time.

  private static void doubled(float[] x, int count) {
    for (int i = 0; i < count; i++) {
      x[i] *= 2;
    }
  }

  /** x = eʳ - 1; the last bits of {@code n} are the whole number n. */
  private static void mantissas(float[] x, float[] n, int count) {
    for (int i = 0; i < count; i++) {
      float within = Math.min(HIGHEST, Math.max(LOWEST, x[i]));
      float shifted = within * LOG2_E + ROUNDER;
      float whole = shifted - ROUNDER;
      float r = (within - whole * LN2_HIGH) - whole * LN2_LOW;
      n[i] = shifted;
      x[i] = nearLessOne(r);
    }
  }

  /** The bits of 2ⁿ from those of n + {@link #ROUNDER}, whose others are shifted out. */
  private static void exponents(int[] bits, int count) {
    for (int i = 0; i < count; i++) {
      bits[i] = (bits[i] + BIAS) << MANTISSA;
    }
  }

  private static void scale(float[] x, float[] powers, int count) {
    for (int i = 0; i < count; i++) {
      x[i] = Math.max(0f, (x[i] + 1) * powers[i] - LEAST);
    }
  }

  private static void quotients(float[] x, float[] powers, int count) {
    for (int i = 0; i < count; i++) {
      float lessOne = x[i] * powers[i] + (powers[i] - 1);
      x[i] = lessOne / (lessOne + 2);
    }
  }
}
