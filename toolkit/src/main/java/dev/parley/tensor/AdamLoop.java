package dev.parley.tensor;

import org.bytedeco.javacpp.FloatPointer;

/**
 * One update of Adam on a CPU. The moments, which nobody else reads, are arrays of the JVM; values
 * and gradients come and go in stretches that stay in the processor's nearest cache.
 */
final class AdamLoop implements Kernel {

  private static final int STRETCH = 2048;

  private final AdamStep step;
  private final FloatPointer[] values;
  private final FloatPointer[] gradients;
  private final float[] first;
  private final float[] second;
  private final float[] theta = new float[STRETCH];
  private final float[] g = new float[STRETCH];
  private final float[] m = new float[STRETCH];
  private final float[] v = new float[STRETCH];

  AdamLoop(
      FloatPointer values, FloatPointer gradients, float[] first, float[] second, AdamStep step) {
    this.step = step;
    this.first = first;
    this.second = second;
    this.values = stretches(values);
    this.gradients = stretches(gradients);
  }

  /** Where each stretch begins. */
  private FloatPointer[] stretches(FloatPointer whole) {
    FloatPointer[] parts = new FloatPointer[(first.length + STRETCH - 1) / STRETCH];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = new FloatPointer(whole).position(whole.position() + (long) i * STRETCH);
    }
    return parts;
  }

  @Override
  public void run() {
    for (int i = 0; i < values.length; i++) {
      int from = i * STRETCH;
      int count = Math.min(STRETCH, first.length - from);
      gradients[i].get(g, 0, count);
      values[i].get(theta, 0, count);
      System.arraycopy(first, from, m, 0, count);
      System.arraycopy(second, from, v, 0, count);
      move(theta, g, m, v, count, step);
      System.arraycopy(m, 0, first, from, count);
      System.arraycopy(v, 0, second, from, count);
      values[i].put(theta, 0, count);
    }
  }

  /**
   * Four arrays at one index: what is vectorised. With two indices it would take five times as
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
