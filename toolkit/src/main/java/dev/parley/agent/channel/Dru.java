package dev.parley.agent.channel;

import dev.parley.tensor.Activation;
import dev.parley.tensor.Elementwise;
import dev.parley.tensor.Tensor;

/**
 * The discretise/regularise unit of DIAL (Foerster et al., 2016, arXiv 1605.06676), through which
 * each number of a message goes on its own.
 *
 * <pre>
 * while training    σ(m + ε),   ε normal with mean 0 and deviation σₙ
 * while executing   1 if m > 0, else 0
 * </pre>
 *
 * <p>The noise is what teaches a sender to keep m far from 0: where σ is steep, what is said is
 * lost; far out, both forms agree. The paper's deviation is 2 for the switch riddle and the
 * colour-digit game, 0.5 for multi-step MNIST. While executing, its published code has a steep σ at
 * m = 0.5 instead; this is the paper's form.
 */
public final class Dru {

  private Dru() {}

  /**
   * The unit while training; its gradient is that of σ.
   *
   * @param m [batch, bits], any real numbers
   * @param noise [batch, bits], such as {@link dev.parley.tensor.Noise#normal}
   * @return [batch, bits] in (0, 1)
   * @throws dev.parley.error.ShapeException if the shapes differ
   */
  public static Tensor train(Tensor m, Tensor noise) {
    return Elementwise.activate(Elementwise.add(m, noise), Activation.SIGMOID);
  }

  /**
   * The unit while executing; no gradient passes.
   *
   * @param m [batch, bits], any real numbers
   * @return [batch, bits], each 0 or 1
   */
  public static Tensor execute(Tensor m) {
    return Elementwise.aboveZero(m);
  }
}
