package dev.parley.agent.channel;

import dev.parley.tensor.Tensor;
import java.util.Optional;

/** What was sent on a line, as it is recorded. */
public interface Sent {

  /** What a listener reads: [rows, {@link Channel#width}]. */
  Tensor heard();

  /** Takes the symbols of the last run. */
  default void read() {}

  /** The symbol of a row, after {@link #read}. */
  int symbol(int row);

  /**
   * Records what a sender learns apart from what comes back from listeners; empty if nothing.
   *
   * @param weights [rows, 1]: what a row counts
   * @param worth [rows, 1]: how much better than usual what came of a row was
   * @return a scalar, to be made small
   */
  default Optional<Tensor> loss(Tensor weights, Tensor worth) {
    return Optional.empty();
  }
}
