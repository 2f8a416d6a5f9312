package dev.parley.tensor;

import java.nio.FloatBuffer;

/**
 * Updates of Adam on a CPU, for a stretch of the values after the other. The running means, which
 * nobody else reads, are arrays of the JVM, one a stretch; values and gradients come and go through
 * arrays that stay in the processor's nearest cache.
 */
final class AdamLoop implements Kernel {

  private static final int STRETCH = 2048;

  /** The update of as many values is cut in two. */
  private static final int LARGE = 256 * 1024;

  /** The running means of some values' gradients and of their squares. */
  private static final class Stretch {
    final float[] m;
    final float[] v;

    Stretch(int count) {
      m = new float[count];
      v = new float[count];
    }
  }

  private final FloatBuffer values;
  private final FloatBuffer gradients;
  private final int from;
  private final Stretch[] stretches;
  private final AdamStep step;
  private final float[] theta = new float[STRETCH];
  private final float[] g = new float[STRETCH];

  private AdamLoop(FloatBuffer values, FloatBuffer gradients, int from, int to, AdamStep step) {
    this.values = values;
    this.gradients = gradients;
    this.from = from;
    this.step = step;
    this.stretches = new Stretch[(to - from + STRETCH - 1) / STRETCH];
    for (int i = 0; i < stretches.length; i++) {
      stretches[i] = new Stretch(Math.min(STRETCH, to - (from + i * STRETCH)));
    }
  }

  /** The update of all values; of many in two halves. */
  static Kernel of(Device values, Device gradients, AdamStep step) {
    int length = values.length();
    FloatBuffer theta = values.floats();
    FloatBuffer g = gradients.floats();
    if (length < LARGE) {
      return new AdamLoop(theta, g, 0, length, step);
    }
    int half = length / 2 / STRETCH * STRETCH;
    return Helper.both(
        new AdamLoop(theta, g, 0, half, step), new AdamLoop(theta, g, half, length, step), false);
  }

  @Override
  public void run() {
    int at = from;
    for (Stretch stretch : stretches) {
      int count = stretch.m.length;
      gradients.get(at, g, 0, count);
      values.get(at, theta, 0, count);
      move(theta, g, stretch.m, stretch.v, count, step);
      values.put(at, theta, 0, count);
      at += count;
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
