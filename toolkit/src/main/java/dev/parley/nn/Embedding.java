package dev.parley.nn;

import dev.parley.random.RandomStream;
import dev.parley.tensor.Indices;
import dev.parley.tensor.Lookup;
import dev.parley.tensor.Parameters;
import dev.parley.tensor.Tensor;

/**
 * A learned vector for each of a number of classes. Vectors start standard normal (PyTorch's
 * default).
 */
public final class Embedding {

  private final Tensor table;

  /** An embedding whose table {@code [classes, dimensions]} is added to {@code parameters}. */
  public Embedding(Parameters parameters, int classes, int dimensions, RandomStream stream) {
    this.table = parameters.add(classes, dimensions, n -> Initial.normal(n, 1, stream));
  }

  /**
   * Records the look-up.
   *
   * @return [rows of the indices, dimensions]
   */
  public Tensor apply(Indices indices) {
    return Lookup.rows(table, indices);
  }
}
