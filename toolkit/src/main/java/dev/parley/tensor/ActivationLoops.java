package dev.parley.tensor;

/** Activations and their slopes, in place on the first values of an array. */
final class ActivationLoops {

  /** The reciprocal of the smallest normal float. */
  private static final float LARGE = 0x1p126f;

  private final Activation f;
  private final Exp exp = new Exp();

  ActivationLoops(Activation f) {
    this.f = f;
  }

  /** x = f(x). */
  void apply(float[] x, int count) {
    switch (f) {
      case NONE -> {}
      case RELU -> rectify(x, count);
      case TANH -> exp.tanh(x, count);
      case SIGMOID -> sigmoid(x, count);
    }
  }

  private static void rectify(float[] x, int count) {
    for (int i = 0; i < count; i++) {
      x[i] = Math.max(0f, x[i]);
    }
  }

  private void sigmoid(float[] x, int count) {
    for (int i = 0; i < count; i++) {
      x[i] = -x[i];
    }
    exp.all(x, 0, count);
    for (int i = 0; i < count; i++) {
      x[i] = 1 / (1 + x[i]);
    }
  }

  /** dx (+)= dy f'(x), where y = f(x). */
  static void slope(Activation f, float[] y, float[] dy, float[] dx, boolean add) {
    if (!add) {
      System.arraycopy(dy, 0, dx, 0, dx.length);
      slope(f, y, dx, dx.length);
      return;
    }
    switch (f) {
      case NONE -> ElementLoops.scale(dy, 1, dx, true);
      case RELU -> {
        for (int i = 0; i < dx.length; i++) {
          dx[i] += dy[i] * Math.min(1f, y[i] * LARGE);
        }
      }
      case TANH -> {
        for (int i = 0; i < dx.length; i++) {
          dx[i] += dy[i] * (1 - y[i] * y[i]);
        }
      }
      case SIGMOID -> {
        for (int i = 0; i < dx.length; i++) {
          dx[i] += dy[i] * (y[i] - y[i] * y[i]);
        }
      }
    }
  }

  /** dy = dy f'(x), where y = f(x). */
  static void slope(Activation f, float[] y, float[] dy, int count) {
    switch (f) {
      case NONE -> {}
      case RELU -> {
        // 1 where y is above 0 and no denormal number; a comparison would not be vectorised.
        for (int i = 0; i < count; i++) {
          dy[i] *= Math.min(1f, y[i] * LARGE);
        }
      }
      case TANH -> {
        for (int i = 0; i < count; i++) {
          dy[i] = dy[i] * (1 - y[i] * y[i]);
        }
      }
      case SIGMOID -> {
        for (int i = 0; i < count; i++) {
          dy[i] = dy[i] * (y[i] - y[i] * y[i]);
        }
      }
    }
  }
}
