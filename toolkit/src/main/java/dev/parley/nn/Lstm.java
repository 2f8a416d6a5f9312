package dev.parley.nn;

import dev.parley.random.RandomStream;
import dev.parley.tensor.Activation;
import dev.parley.tensor.Columns;
import dev.parley.tensor.Elementwise;
import dev.parley.tensor.Graph;
import dev.parley.tensor.Parameters;
import dev.parley.tensor.Tensor;

/**
 * A layer of long short-term memory (Hochreiter and Schmidhuber, 1997) with forget gates (Gers,
 * Schmidhuber and Cummins, 2000), one step at a time, in PyTorch's form:
 *
 * <pre>
 * i  = σ(x Wi + bi + h Ui + b'i)        f, o likewise
 * g  = tanh(x Wg + bg + h Ug + b'g)
 * c' = f ⊙ c + i ⊙ g
 * h' = o ⊙ tanh(c')
 * </pre>
 *
 * <p>An episode is as many applications as it has steps, all of the same parameters; the gradient
 * of a loss at any of them passes through those before it (back-propagation through time).
 */
public final class Lstm {

  private static final int GATES = 4;

  private final int hidden;
  private final Gates input;
  private final Gates recurrent;

  /**
   * What the layer carries from one step to the next.
   *
   * @param hidden [batch, hidden], what the layers above see
   * @param cell [batch, hidden]
   */
  public record Memory(Tensor hidden, Tensor cell) {}

  /** A layer whose parameters start uniform in ±1/√hidden, as in PyTorch. */
  public Lstm(Parameters parameters, int inputs, int hidden, RandomStream stream) {
    this(
        parameters,
        inputs,
        hidden,
        Start.uniform(1 / Math.sqrt(hidden)),
        Start.uniform(1 / Math.sqrt(hidden)),
        stream);
  }

  /**
   * A layer whose weights and biases begin as told. Added to the parameters, and drawn, in this
   * order: W {@code [inputs, 4 hidden]}, b {@code [1, 4 hidden]}, U {@code [hidden, 4 hidden]}, b'
   * {@code [1, 4 hidden]}; in each the gates stand side by side, i, f, g, o, and are drawn one
   * after the other.
   */
  public Lstm(
      Parameters parameters,
      int inputs,
      int hidden,
      Start weights,
      Start biases,
      RandomStream stream) {
    this.hidden = hidden;
    this.input = new Gates(parameters, inputs, GATES, hidden, weights, biases, stream);
    this.recurrent = new Gates(parameters, hidden, GATES, hidden, weights, biases, stream);
  }

  /** How many units. */
  public int hidden() {
    return hidden;
  }

  /** The memory before the first step: inputs of zeros. */
  public Memory start(Graph graph, int batch) {
    return new Memory(graph.input(batch, hidden), graph.input(batch, hidden));
  }

  /**
   * Records one step.
   *
   * @param x [batch, inputs]
   * @param before the memory before it
   * @return the memory after it
   * @throws dev.parley.error.ShapeException if the shapes do not fit
   */
  public Memory apply(Tensor x, Memory before) {
    Tensor sums = Elementwise.add(input.apply(x), recurrent.apply(before.hidden()));
    Tensor inAndForget = part(sums, 0, 2, Activation.SIGMOID);
    Tensor in = Columns.slice(inAndForget, 0, hidden);
    Tensor forget = Columns.slice(inAndForget, hidden, 2 * hidden);
    Tensor candidate = part(sums, 2, 3, Activation.TANH);
    Tensor out = part(sums, 3, 4, Activation.SIGMOID);
    Tensor cell =
        Elementwise.add(
            Elementwise.multiply(forget, before.cell()), Elementwise.multiply(in, candidate));
    Tensor shown = Elementwise.multiply(out, Elementwise.activate(cell, Activation.TANH));
    return new Memory(shown, cell);
  }

  private Tensor part(Tensor sums, int from, int to, Activation f) {
    return Elementwise.activate(Columns.slice(sums, from * hidden, to * hidden), f);
  }
}
