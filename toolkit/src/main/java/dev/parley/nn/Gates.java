package dev.parley.nn;

import dev.parley.random.RandomStream;
import dev.parley.tensor.Activation;
import dev.parley.tensor.Dense;
import dev.parley.tensor.Parameters;
import dev.parley.tensor.Tensor;

/** What a recurrent layer makes of an input for all its gates at once: x W + b. */
final class Gates {

  private final Tensor weights;
  private final Tensor bias;

  /** Weights {@code [inputs, gates hidden]} are drawn before biases, and both gate by gate. */
  Gates(
      Parameters parameters,
      int inputs,
      int gates,
      int hidden,
      Start weights,
      Start biases,
      RandomStream stream) {
    this.weights =
        parameters.add(inputs, gates * hidden, n -> weights.gates(gates, inputs, hidden, stream));
    this.bias = parameters.add(1, gates * hidden, biases.gates(gates, 1, hidden, stream));
  }

  Tensor apply(Tensor x) {
    return Dense.linear(x, weights, bias, Activation.NONE);
  }
}
