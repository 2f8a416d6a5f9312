package dev.parley.agent.channel;

import dev.parley.tensor.Indices;
import dev.parley.tensor.Tensor;

/**
 * What was sent where the graph itself finds the symbols.
 *
 * @param heard what a listener reads
 * @param symbols one a row
 */
record Whole(Tensor heard, Indices symbols) implements Sent {

  @Override
  public int symbol(int row) {
    return symbols.get(row);
  }
}
