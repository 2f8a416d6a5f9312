package dev.parley.tensor;

/** The numbers of one update of RMSprop, in the form in which kernels use them. */
final class RmsStep implements UpdateLoop.Rule {

  final float decay;
  final float epsilon;
  final float momentum;

  /** η, [1, 1]: what changes from one update to the next. */
  final Matrix rate = new Matrix(Block.input(1), 1, 1);

  RmsStep(double decay, double epsilon, double momentum) {
    this.decay = (float) decay;
    this.epsilon = (float) epsilon;
    this.momentum = (float) momentum;
  }

  void set(double learningRate) {
    rate.block().host()[0] = (float) learningRate;
    rate.block().markWritten();
  }

  @Override
  public void move(float[] theta, float[] g, float[] first, float[] second, int count) {
    move(theta, g, first, second, count, this);
  }

  /** Four arrays at one index: what the JVM vectorises. */
  private static void move(
      float[] theta, float[] g, float[] v, float[] velocity, int count, RmsStep step) {
    float decay = step.decay;
    float rest = 1 - decay;
    float epsilon = step.epsilon;
    float momentum = step.momentum;
    float rate = step.rate.block().host()[0];
    for (int i = 0; i < count; i++) {
      float slope = g[i];
      float square = decay * v[i] + rest * slope * slope;
      float speed = momentum * velocity[i] + slope / ((float) Math.sqrt(square) + epsilon);
      v[i] = square;
      velocity[i] = speed;
      theta[i] -= rate * speed;
    }
  }
}
