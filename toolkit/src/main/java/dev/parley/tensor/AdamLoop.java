package dev.parley.tensor;

import org.bytedeco.javacpp.FloatPointer;

/** One update of Adam on a CPU, in stretches that stay in the processor's cache. */
final class AdamLoop implements Kernel {

  private static final int STRETCH = 8192;

  private final AdamStep step;
  private final int length;
  private final FloatPointer[] values;
  private final FloatPointer[] gradients;
  private final FloatPointer[] first;
  private final FloatPointer[] second;
  private final float[] theta = new float[STRETCH];
  private final float[] g = new float[STRETCH];
  private final float[] m = new float[STRETCH];
  private final float[] v = new float[STRETCH];

  AdamLoop(
      FloatPointer values,
      FloatPointer gradients,
      FloatPointer first,
      FloatPointer second,
      int length,
      AdamStep step) {
    this.step = step;
    this.length = length;
    this.values = stretches(values);
    this.gradients = stretches(gradients);
    this.first = stretches(first);
    this.second = stretches(second);
  }

  /** Where each stretch begins. */
  private FloatPointer[] stretches(FloatPointer whole) {
    FloatPointer[] parts = new FloatPointer[(length + STRETCH - 1) / STRETCH];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = new FloatPointer(whole).position(whole.position() + (long) i * STRETCH);
    }
    return parts;
  }

  @Override
  public void run() {
    for (int i = 0; i < values.length; i++) {
      int count = Math.min(STRETCH, length - i * STRETCH);
      gradients[i].get(g, 0, count);
      first[i].get(m, 0, count);
      second[i].get(v, 0, count);
      values[i].get(theta, 0, count);
      update(count);
      first[i].put(m, 0, count);
      second[i].put(v, 0, count);
      values[i].put(theta, 0, count);
    }
  }

  private void update(int count) {
    move(
        theta,
        g,
        m,
        v,
        count,
        (float) step.beta1,
        (float) step.beta2,
        (float) step.rate,
        (float) step.epsilon);
  }

  private static void move(
      float[] theta,
      float[] g,
      float[] m,
      float[] v,
      int count,
      float beta1,
      float beta2,
      float rate,
      float epsilon) {
    for (int i = 0; i < count; i++) {
      m[i] = beta1 * m[i] + (1 - beta1) * g[i];
      v[i] = beta2 * v[i] + (1 - beta2) * g[i] * g[i];
      theta[i] -= rate * m[i] / ((float) Math.sqrt(v[i]) + epsilon);
    }
  }
}
