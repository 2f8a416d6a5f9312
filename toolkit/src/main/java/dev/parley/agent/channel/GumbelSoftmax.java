package dev.parley.agent.channel;

import dev.parley.error.Problem;
import dev.parley.error.SettingException;
import dev.parley.tensor.Elementwise;
import dev.parley.tensor.Softmax;
import dev.parley.tensor.Tensor;

/**
 * A symbol drawn from a categorical distribution, relaxed so that a gradient passes (Jang, Gu and
 * Poole, 2017; Maddison, Mnih and Teh, 2017):
 *
 * <pre>
 * y = softmax((l + g) / τ),   g from the standard Gumbel distribution
 * </pre>
 *
 * <p>The largest place of y is distributed by softmax(l) whatever the temperature τ; the lower τ,
 * the nearer y is to that place's one-hot vector, and the larger the variance of the gradient.
 */
public final class GumbelSoftmax {

  private GumbelSoftmax() {}

  /**
   * The relaxed symbol.
   *
   * @param logits [batch, symbols], unnormalised log-probabilities
   * @param noise [batch, symbols], {@link dev.parley.tensor.Noise#gumbel}
   * @param temperature τ, above 0
   * @return [batch, symbols], each row sums to one
   * @throws SettingException if the temperature is not above 0
   */
  public static Tensor soft(Tensor logits, Tensor noise, double temperature) {
    if (!(temperature > 0 && temperature < Double.POSITIVE_INFINITY)) {
      throw new SettingException(
          Problem.with("temperature").got(temperature).allowed("a finite number above 0"));
    }
    Tensor noisy = Elementwise.add(logits, noise);
    return Softmax.probabilities(Elementwise.scale(noisy, (float) (1 / temperature)));
  }

  /**
   * The relaxed symbol at a temperature that changes between runs.
   *
   * @param sharpness [1, 1], an input: 1 / τ, above 0
   */
  public static Tensor soft(Tensor logits, Tensor noise, Tensor sharpness) {
    return Softmax.probabilities(Elementwise.scaleBy(Elementwise.add(logits, noise), sharpness));
  }
}
