package dev.parley.rl;

import dev.parley.tensor.Bounds;
import dev.parley.tensor.Broadcast;
import dev.parley.tensor.Elementwise;
import dev.parley.tensor.Reduce;
import dev.parley.tensor.Tensor;

/**
 * Positive listening (Eccles et al., 2019, "Biases for Emergent Communication in Multi-agent
 * Reinforcement Learning", arXiv 1912.05676): what is heard is to change what is done.
 *
 * <pre>
 * L_pl = -Σ w Σ_a |π(a|x) - sg[π̄(a|x')]|,   L_ce = -Σ w Σ_a sg[π(a|x)] log π̄(a|x')
 * </pre>
 *
 * <p>x' is x with nothing heard, and sg passes no gradient. π̄ is what L_ce makes of the policy
 * without a message: the mean of what it does with one. Without L_ce nothing trains it, and L_pl
 * then measures a distance from what was never learned.
 */
public final class PositiveListening {

  private PositiveListening() {}

  /**
   * L_pl: less the mean distance, in the sum of absolute differences.
   *
   * @param policy π(·|x), [rows, actions], probabilities
   * @param without π̄(·|x'), [rows, actions], probabilities, taken as constants
   * @param weights w, [rows, 1], constants
   * @return [1, 1]; if weights sum to one, from -2 to 0
   */
  public static Tensor difference(Tensor policy, Tensor without, Tensor weights) {
    Tensor apart = Elementwise.subtract(policy, without.detach());
    Tensor less = Bounds.minimum(apart, Elementwise.scale(apart, -1));
    return Reduce.sum(Broadcast.multiplyColumn(less, weights.detach()));
  }

  /**
   * L_ce, in nats.
   *
   * @param policy π(·|x), [rows, actions], probabilities, taken as constants
   * @param logsWithout log π̄(·|x'), [rows, actions]
   * @param weights w, [rows, 1], constants
   * @return [1, 1], 0 or more
   */
  public static Tensor crossEntropy(Tensor policy, Tensor logsWithout, Tensor weights) {
    Tensor each = Elementwise.multiply(policy.detach(), logsWithout);
    Tensor sum = Reduce.sum(Broadcast.multiplyColumn(each, weights.detach()));
    return Elementwise.scale(sum, -1);
  }
}
