package dev.parley.tensor;

import java.nio.FloatBuffer;

/**
 * Updates of Adam on a CPU, for a stretch of the values after the other. The running means, which
 * no other kernel reads, are arrays of the JVM, one a stretch; values and gradients come and go
 * through arrays that stay in the processor's nearest cache.
 */
final class AdamLoop implements Kernel, AdamMeans {

  /** A kernel that updates all values, and its means. */
  record Update(Kernel kernel, AdamMeans means) {}

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
  static Update of(Device values, Device gradients, AdamStep step) {
    int length = values.length();
    FloatBuffer theta = values.floats();
    FloatBuffer g = gradients.floats();
    if (length < LARGE) {
      AdamLoop whole = new AdamLoop(theta, g, 0, length, step);
      return new Update(whole, whole);
    }
    int half = length / 2 / STRETCH * STRETCH;
    AdamLoop low = new AdamLoop(theta, g, 0, half, step);
    AdamLoop high = new AdamLoop(theta, g, half, length, step);
    return new Update(Helper.both(low, high, false), new Both(low, high));
  }

  /** The means of two halves. */
  private record Both(AdamLoop low, AdamLoop high) implements AdamMeans {

    @Override
    public void read(float[] gradients, float[] squares) {
      low.read(gradients, squares);
      high.read(gradients, squares);
    }

    @Override
    public void write(float[] gradients, float[] squares) {
      low.write(gradients, squares);
      high.write(gradients, squares);
    }
  }

  @Override
  public void read(float[] gradients, float[] squares) {
    int at = from;
    for (Stretch stretch : stretches) {
      System.arraycopy(stretch.m, 0, gradients, at, stretch.m.length);
      System.arraycopy(stretch.v, 0, squares, at, stretch.v.length);
      at += stretch.m.length;
    }
  }

  @Override
  public void write(float[] gradients, float[] squares) {
    int at = from;
    for (Stretch stretch : stretches) {
      System.arraycopy(gradients, at, stretch.m, 0, stretch.m.length);
      System.arraycopy(squares, at, stretch.v, 0, stretch.v.length);
      at += stretch.m.length;
    }
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
