package dev.parley.tensor;

import org.bytedeco.javacpp.FloatPointer;

/**
 * Updates of Adam on a CPU, for a stretch of the values after the other. The running means, which
 * nobody else reads, are arrays of the JVM, one a stretch; values and gradients come and go through
 * arrays that stay in the processor's nearest cache.
 */
final class AdamLoop implements Kernel {

  private static final int STRETCH = 2048;

  /** From so many values on the update is cut in two. */
  private static final int LARGE = 256 * 1024;

  /** Some values, their gradients, and the running means of these and of their squares. */
  private static final class Stretch {
    final FloatPointer values;
    final FloatPointer gradients;
    final float[] m;
    final float[] v;

    Stretch(FloatPointer values, FloatPointer gradients, int count) {
      this.values = values;
      this.gradients = gradients;
      m = new float[count];
      v = new float[count];
    }
  }

  private final Stretch[] stretches;
  private final AdamStep step;
  private final float[] theta = new float[STRETCH];
  private final float[] g = new float[STRETCH];

  private AdamLoop(FloatPointer values, FloatPointer gradients, int from, int to, AdamStep step) {
    this.step = step;
    this.stretches = new Stretch[(to - from + STRETCH - 1) / STRETCH];
    for (int i = 0; i < stretches.length; i++) {
      int begin = from + i * STRETCH;
      int count = Math.min(STRETCH, to - begin);
      stretches[i] = new Stretch(Blas.from(values, begin), Blas.from(gradients, begin), count);
    }
  }

  /** The update of all values; of many in two halves. */
  static Kernel of(FloatPointer values, FloatPointer gradients, int length, AdamStep step) {
    if (length < LARGE) {
      return new AdamLoop(values, gradients, 0, length, step);
    }
    int half = length / 2 / STRETCH * STRETCH;
    return Helper.both(
        new AdamLoop(values, gradients, 0, half, step),
        new AdamLoop(values, gradients, half, length, step));
  }

  @Override
  public void run() {
    for (Stretch stretch : stretches) {
      int count = stretch.m.length;
      stretch.gradients.get(g, 0, count);
      stretch.values.get(theta, 0, count);
      move(theta, g, stretch.m, stretch.v, count, step);
      stretch.values.put(theta, 0, count);
    }
  }

  /**
   * Four arrays at one index: what the JVM vectorises. With two indices it takes five times as
   * long.
   */
  private static void move(
      float[] theta, float[] g, float[] m, float[] v, int count, AdamStep step) {
    float beta1 = (float) step.beta1;
    float beta2 = (float) step.beta2;
    float rest1 = 1 - beta1;
    float rest2 = 1 - beta2;
    float rate = (float) step.rate;
    float epsilon = (float) step.epsilon;
    for (int i = 0; i < count; i++) {
      float slope = g[i];
      float mean = beta1 * m[i] + rest1 * slope;
      float square = beta2 * v[i] + rest2 * slope * slope;
      m[i] = mean;
      v[i] = square;
      theta[i] -= rate * mean / ((float) Math.sqrt(square) + epsilon);
    }
  }
}
