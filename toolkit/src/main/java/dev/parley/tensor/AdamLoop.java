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
  private final float[] m;
  private final float[] v;
  private final float[] theta = new float[STRETCH];
  private final float[] g = new float[STRETCH];

  AdamLoop(FloatPointer values, FloatPointer gradients, float[] m, float[] v, AdamStep step) {
    this.step = step;
    this.m = m;
    this.v = v;
    this.values = stretches(values);
    this.gradients = stretches(gradients);
  }

  /** Where each stretch begins. */
  private FloatPointer[] stretches(FloatPointer whole) {
    FloatPointer[] parts = new FloatPointer[(m.length + STRETCH - 1) / STRETCH];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = new FloatPointer(whole).position(whole.position() + (long) i * STRETCH);
    }
    return parts;
  }

  @Override
  public void run() {
    for (int i = 0; i < values.length; i++) {
      int from = i * STRETCH;
      int count = Math.min(STRETCH, m.length - from);
      gradients[i].get(g, 0, count);
      values[i].get(theta, 0, count);
      move(from, count);
      values[i].put(theta, 0, count);
    }
  }

  private void move(int from, int count) {
    float beta1 = (float) step.beta1;
    float beta2 = (float) step.beta2;
    float rest1 = 1 - beta1;
    float rest2 = 1 - beta2;
    float rate = (float) step.rate;
    float epsilon = (float) step.epsilon;
    for (int i = 0; i < count; i++) {
      float slope = g[i];
      float first = beta1 * m[from + i] + rest1 * slope;
      float second = beta2 * v[from + i] + rest2 * slope * slope;
      m[from + i] = first;
      v[from + i] = second;
      theta[i] -= rate * first / ((float) Math.sqrt(second) + epsilon);
    }
  }
}
