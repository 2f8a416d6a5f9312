package dev.parley.tensor;

import java.util.Arrays;

/**
 * Element by element, on the JVM's arrays: loops plain enough for its compiler to vectorise. {@code
 * add} tells whether a result is added to what is there or written over it.
 */
final class ElementLoops {

  private ElementLoops() {}

  /** c (+)= factor a. */
  static void scale(float[] a, float factor, float[] c, boolean add) {
    if (add) {
      for (int i = 0; i < c.length; i++) {
        c[i] += factor * a[i];
      }
    } else {
      for (int i = 0; i < c.length; i++) {
        c[i] = factor * a[i];
      }
    }
  }

  /** c = a + sign b. */
  static void sum(float[] a, float sign, float[] b, float[] c) {
    for (int i = 0; i < c.length; i++) {
      c[i] = a[i] + sign * b[i];
    }
  }

  /** c (+)= a b. */
  static void multiply(float[] a, float[] b, float[] c, boolean add) {
    if (add) {
      for (int i = 0; i < c.length; i++) {
        c[i] += a[i] * b[i];
      }
    } else {
      for (int i = 0; i < c.length; i++) {
        c[i] = a[i] * b[i];
      }
    }
  }

  /** y = 1 where x is above 0, and 0 elsewhere. */
  static void aboveZero(float[] x, float[] y) {
    for (int i = 0; i < y.length; i++) {
      y[i] = x[i] > 0 ? 1 : 0;
    }
  }

  /** c (+)= value. */
  static void spread(float value, float[] c, boolean add) {
    if (add) {
      for (int i = 0; i < c.length; i++) {
        c[i] += value;
      }
    } else {
      Arrays.fill(c, value);
    }
  }

  /** y = eˣ. */
  static void exponentials(float[] x, float[] y, Exp exp) {
    System.arraycopy(x, 0, y, 0, y.length);
    exp.all(y, 0, y.length);
  }

  /**
   * The sum of (a - b)².
   *
   * @param squares room for as many
   */
  static float squaredDistance(float[] a, float[] b, float[] squares) {
    for (int i = 0; i < squares.length; i++) {
      float difference = a[i] - b[i];
      squares[i] = difference * difference;
    }
    return sum(squares, 0, squares.length);
  }

  /** c (+)= factor (a - b). */
  static void difference(float[] a, float[] b, float factor, float[] c, boolean add) {
    if (add) {
      for (int i = 0; i < c.length; i++) {
        c[i] += factor * (a[i] - b[i]);
      }
    } else {
      for (int i = 0; i < c.length; i++) {
        c[i] = factor * (a[i] - b[i]);
      }
    }
  }

  /** The sum of {@code x[from]} to {@code x[to - 1]}, in eight sums, always in the same order. */
  static float sum(float[] x, int from, int to) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    float s4 = 0;
    float s5 = 0;
    float s6 = 0;
    float s7 = 0;
    int i = from;
    for (; i + 7 < to; i += 8) {
      s0 += x[i];
      s1 += x[i + 1];
      s2 += x[i + 2];
      s3 += x[i + 3];
      s4 += x[i + 4];
      s5 += x[i + 5];
      s6 += x[i + 6];
      s7 += x[i + 7];
    }
    for (; i < to; i++) {
      s0 += x[i];
    }
    return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
  }
}
