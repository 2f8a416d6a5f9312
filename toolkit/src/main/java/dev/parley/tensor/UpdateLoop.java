package dev.parley.tensor;

import java.nio.FloatBuffer;

/**
 * Updates on a CPU, for a stretch of the values after the other. What the rule remembers, which no
 * other kernel reads, are arrays of the JVM, one a stretch; values and gradients come and go
 * through arrays that stay in the processor's nearest cache.
 */
final class UpdateLoop implements Kernel, UpdateState {

  /** How parameters move. */
  interface Rule {

    /**
     * Moves the first {@code count} parameters.
     *
     * @param g their gradients
     * @param first what is remembered of each, zero at first
     * @param second likewise
     */
    void move(float[] theta, float[] g, float[] first, float[] second, int count);
  }

  /** A kernel that updates all values, and what it remembers. */
  record Update(Kernel kernel, UpdateState state) {}

  private static final int STRETCH = 2048;

  /** The update of as many values is cut in two. */
  private static final int LARGE = 256 * 1024;

  /** What is remembered of some values. */
  private static final class Stretch {
    final float[] first;
    final float[] second;

    Stretch(int count) {
      first = new float[count];
      second = new float[count];
    }
  }

  private final FloatBuffer values;
  private final FloatBuffer gradients;
  private final int from;
  private final Stretch[] stretches;
  private final Rule rule;
  private final float[] theta = new float[STRETCH];
  private final float[] g = new float[STRETCH];

  private UpdateLoop(FloatBuffer values, FloatBuffer gradients, int from, int to, Rule rule) {
    this.values = values;
    this.gradients = gradients;
    this.from = from;
    this.rule = rule;
    this.stretches = new Stretch[(to - from + STRETCH - 1) / STRETCH];
    for (int i = 0; i < stretches.length; i++) {
      stretches[i] = new Stretch(Math.min(STRETCH, to - (from + i * STRETCH)));
    }
  }

  /** The update of all values; of many in two halves. */
  static Update of(Device values, Device gradients, Rule rule) {
    int length = values.length();
    FloatBuffer theta = values.floats();
    FloatBuffer g = gradients.floats();
    if (length < LARGE) {
      UpdateLoop whole = new UpdateLoop(theta, g, 0, length, rule);
      return new Update(whole, whole);
    }
    int half = length / 2 / STRETCH * STRETCH;
    UpdateLoop low = new UpdateLoop(theta, g, 0, half, rule);
    UpdateLoop high = new UpdateLoop(theta, g, half, length, rule);
    return new Update(Helper.both(low, high, false), new Both(low, high));
  }

  /** What two halves remember. */
  private record Both(UpdateLoop low, UpdateLoop high) implements UpdateState {

    @Override
    public void read(float[] first, float[] second) {
      low.read(first, second);
      high.read(first, second);
    }

    @Override
    public void write(float[] first, float[] second) {
      low.write(first, second);
      high.write(first, second);
    }
  }

  @Override
  public void read(float[] first, float[] second) {
    int at = from;
    for (Stretch stretch : stretches) {
      System.arraycopy(stretch.first, 0, first, at, stretch.first.length);
      System.arraycopy(stretch.second, 0, second, at, stretch.second.length);
      at += stretch.first.length;
    }
  }

  @Override
  public void write(float[] first, float[] second) {
    int at = from;
    for (Stretch stretch : stretches) {
      System.arraycopy(first, at, stretch.first, 0, stretch.first.length);
      System.arraycopy(second, at, stretch.second, 0, stretch.second.length);
      at += stretch.first.length;
    }
  }

  @Override
  public void run() {
    int at = from;
    for (Stretch stretch : stretches) {
      int count = stretch.first.length;
      gradients.get(at, g, 0, count);
      values.get(at, theta, 0, count);
      rule.move(theta, g, stretch.first, stretch.second, count);
      values.put(at, theta, 0, count);
      at += count;
    }
  }
}
