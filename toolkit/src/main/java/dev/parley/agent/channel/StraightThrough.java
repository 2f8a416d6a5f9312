package dev.parley.agent.channel;

import dev.parley.tensor.Codes;
import dev.parley.tensor.Indices;
import dev.parley.tensor.Lookup;
import dev.parley.tensor.Softmax;
import dev.parley.tensor.Tensor;

/**
 * A whole symbol forward, the gradient of a soft one backward: the straight-through estimator
 * (Bengio, Léonard and Courville, 2013). Of the softmax it is biased but cheap; of {@link
 * GumbelSoftmax} it is what Jang, Gu and Poole (2017) call straight-through Gumbel-softmax.
 */
public final class StraightThrough {

  private StraightThrough() {}

  /**
   * The one-hot vector of the largest place; of equals, the first.
   *
   * @param soft [batch, symbols], takes the gradient as if it had been sent itself
   * @return [batch, symbols], each row one 1 and zeros
   */
  public static Tensor largest(Tensor soft) {
    return chosen(soft, Softmax.mode(soft));
  }

  /**
   * The one-hot vector of a symbol that was chosen otherwise, such as drawn by {@link
   * Softmax#sample}.
   *
   * @param soft [batch, symbols], takes the gradient as if it had been sent itself
   * @param symbols one a row, each below the number of columns
   * @return [batch, symbols], each row one 1 and zeros
   * @throws dev.parley.error.ShapeException if there is not one symbol a row
   */
  public static Tensor chosen(Tensor soft, Indices symbols) {
    return Codes.straightThrough(soft, Lookup.oneHot(symbols, soft.columns()));
  }
}
