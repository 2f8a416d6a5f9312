package dev.parley.tensor;

import java.util.Arrays;

/**
 * Element by element, on the JVM's arrays: loops plain enough for its compiler to vectorise. {@code
 * add} tells whether a result is added to what is there or written over it.
 */
final class ElementLoops {

  /** The reciprocal of the smallest normal float. */
  private static final float LARGE = 0x1p126f;

  private ElementLoops() {}

  static void activate(Activation f, float[] y) {
    switch (f) {
      case NONE -> {}
      case RELU -> {
        for (int i = 0; i < y.length; i++) {
          y[i] = Math.max(0f, y[i]);
        }
      }
      case TANH -> {
        for (int i = 0; i < y.length; i++) {
          y[i] = (float) Math.tanh(y[i]);
        }
      }
      case SIGMOID -> {
        for (int i = 0; i < y.length; i++) {
          y[i] = 1 / (1 + Exp.of(-y[i]));
        }
      }
    }
  }

  /** dy = dy f'(x), from y = f(x). */
  static void activationGradient(Activation f, float[] y, float[] dy) {
    switch (f) {
      case NONE -> {}
      case RELU -> {
        // 1 where y is above 0 and no denormal number; a comparison would not be vectorised.
        for (int i = 0; i < y.length; i++) {
          dy[i] *= Math.min(1f, y[i] * LARGE);
        }
      }
      case TANH -> {
        for (int i = 0; i < y.length; i++) {
          dy[i] = dy[i] * (1 - y[i] * y[i]);
        }
      }
      case SIGMOID -> {
        for (int i = 0; i < y.length; i++) {
          dy[i] = dy[i] * (y[i] - y[i] * y[i]);
        }
      }
    }
  }

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

  static void exponentials(float[] x, float[] y) {
    for (int i = 0; i < y.length; i++) {
      y[i] = Exp.of(x[i]);
    }
  }

  /** The sum of {@code x[from]} to {@code x[to - 1]}, in four sums, always in the same order. */
  static float sum(float[] x, int from, int to) {
    float s0 = 0;
    float s1 = 0;
    float s2 = 0;
    float s3 = 0;
    int i = from;
    for (; i + 3 < to; i += 4) {
      s0 += x[i];
      s1 += x[i + 1];
      s2 += x[i + 2];
      s3 += x[i + 3];
    }
    for (; i < to; i++) {
      s0 += x[i];
    }
    return (s0 + s1) + (s2 + s3);
  }
}
