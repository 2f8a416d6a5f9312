package dev.parley.nn;

import dev.parley.tensor.Elementwise;
import dev.parley.tensor.Indices;
import dev.parley.tensor.Lookup;
import dev.parley.tensor.Reduce;
import dev.parley.tensor.Softmax;
import dev.parley.tensor.Tensor;

/** Losses of supervised learning: scalars [1, 1]. */
public final class Losses {

  private Losses() {}

  /** The mean over all places of (a - b)²; both of one shape. */
  public static Tensor meanSquaredError(Tensor a, Tensor b) {
    return Reduce.meanSquaredError(a, b);
  }

  /**
   * The mean over the rows of -log softmax(logits)[target].
   *
   * @param logits [rows, classes]
   * @param targets one class a row
   */
  public static Tensor crossEntropy(Tensor logits, Indices targets) {
    Tensor picked = Lookup.pick(Softmax.log(logits), targets);
    return Elementwise.scale(Reduce.mean(picked), -1);
  }
}
