package dev.parley.nn;

import dev.parley.random.RandomStream;
import dev.parley.tensor.Activation;
import dev.parley.tensor.Dense;
import dev.parley.tensor.Parameters;
import dev.parley.tensor.Tensor;

/**
 * A fully connected layer: f(x w + b). Unless told otherwise weights and biases start uniform in
 * ±1/√inputs (LeCun et al., 1998, "Efficient BackProp"; PyTorch's default).
 */
public final class Linear {

  private final Tensor weights;
  private final Tensor bias;
  private final Activation activation;

  /** A layer whose parameters are added to {@code parameters}; weights are drawn before biases. */
  public Linear(
      Parameters parameters, int inputs, int outputs, Activation activation, RandomStream stream) {
    this(
        parameters,
        inputs,
        outputs,
        activation,
        Start.uniform(1 / Math.sqrt(inputs)),
        Start.uniform(1 / Math.sqrt(inputs)),
        stream);
  }

  /** A layer whose weights and biases begin as told; weights are drawn before biases. */
  public Linear(
      Parameters parameters,
      int inputs,
      int outputs,
      Activation activation,
      Start weights,
      Start biases,
      RandomStream stream) {
    this.weights = parameters.add(inputs, outputs, n -> weights.values(inputs, outputs, stream));
    this.bias = parameters.add(1, outputs, biases.values(1, outputs, stream));
    this.activation = activation;
  }

  /**
   * Records the layer.
   *
   * @param x [rows, inputs]
   * @return [rows, outputs]
   */
  public Tensor apply(Tensor x) {
    return Dense.linear(x, weights, bias, activation);
  }
}
