package dev.parley.nn;

import dev.parley.random.RandomStream;
import dev.parley.tensor.Activation;
import dev.parley.tensor.Columns;
import dev.parley.tensor.Elementwise;
import dev.parley.tensor.Parameters;
import dev.parley.tensor.Tensor;

/**
 * A layer of gated recurrent units (Cho et al., 2014), one step at a time:
 *
 * <pre>
 * r  = σ(x Wr + br + h Ur + b'r)
 * z  = σ(x Wz + bz + h Uz + b'z)
 * n  = tanh(x Wn + bn + r ⊙ (h Un + b'n))
 * h' = (1 - z) ⊙ n + z ⊙ h
 * </pre>
 *
 * <p>PyTorch's form. It differs from the paper's, where r scales h before the product and not the
 * product, and from the form in which z and 1 - z change places; parameters of one mean something
 * else in another.
 *
 * <p>An episode is as many applications as it has steps, all of the same parameters; the gradient
 * of a loss at any of them passes through those before it (back-propagation through time). The
 * state before the first step is an input of zeros, {@code graph.input(batch, gru.hidden())}.
 */
public final class Gru {

  private static final int GATES = 3;

  private final int hidden;
  private final Gates input;
  private final Gates recurrent;

  /** A layer whose parameters start uniform in ±1/√hidden, as in PyTorch. */
  public Gru(Parameters parameters, int inputs, int hidden, RandomStream stream) {
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
   * order: W {@code [inputs, 3 hidden]}, b {@code [1, 3 hidden]}, U {@code [hidden, 3 hidden]}, b'
   * {@code [1, 3 hidden]}; in each the gates stand side by side, r, z, n, and are drawn one after
   * the other.
   */
  public Gru(
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

  /**
   * Records one step.
   *
   * @param x [batch, inputs]
   * @param h [batch, hidden], the state before
   * @return [batch, hidden], the state after, each value in (-1, 1) if those of {@code h} are
   * @throws dev.parley.error.ShapeException if the shapes do not fit
   */
  public Tensor apply(Tensor x, Tensor h) {
    Tensor fromInput = input.apply(x);
    Tensor fromState = recurrent.apply(h);
    Tensor gates =
        Elementwise.activate(Elementwise.add(open(fromInput), open(fromState)), Activation.SIGMOID);
    Tensor reset = Columns.slice(gates, 0, hidden);
    Tensor keep = Columns.slice(gates, hidden, 2 * hidden);
    Tensor candidate =
        Elementwise.activate(
            Elementwise.add(last(fromInput), Elementwise.multiply(reset, last(fromState))),
            Activation.TANH);
    // (1 - z) n + z h, without the constant.
    return Elementwise.add(
        candidate, Elementwise.multiply(keep, Elementwise.subtract(h, candidate)));
  }

  /** The columns of r and z. */
  private Tensor open(Tensor sums) {
    return Columns.slice(sums, 0, 2 * hidden);
  }

  /** The columns of n. */
  private Tensor last(Tensor sums) {
    return Columns.slice(sums, 2 * hidden, GATES * hidden);
  }
}
