package dev.parley.nn;

import dev.parley.random.RandomStream;
import dev.parley.tensor.Activation;
import dev.parley.tensor.Parameters;
import dev.parley.tensor.Tensor;

/** A perceptron with one hidden layer of rectified units: f(relu(x w₁ + b₁) w₂ + b₂). */
public final class Mlp {

  private final Linear hidden;
  private final Linear output;

  /** A perceptron whose result goes through {@code activation}. */
  public Mlp(
      Parameters parameters,
      int inputs,
      int hidden,
      int outputs,
      Activation activation,
      RandomStream stream) {
    this.hidden = new Linear(parameters, inputs, hidden, Activation.RELU, stream);
    this.output = new Linear(parameters, hidden, outputs, activation, stream);
  }

  /** A perceptron whose result is linear. */
  public Mlp(Parameters parameters, int inputs, int hidden, int outputs, RandomStream stream) {
    this(parameters, inputs, hidden, outputs, Activation.NONE, stream);
  }

  /**
   * Records the perceptron.
   *
   * @param x [rows, inputs]
   * @return [rows, outputs]
   */
  public Tensor apply(Tensor x) {
    return output.apply(hidden.apply(x));
  }
}
