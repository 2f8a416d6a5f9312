package dev.parley.rl;

import dev.parley.tensor.Elementwise;
import dev.parley.tensor.Reduce;
import dev.parley.tensor.Softmax;
import dev.parley.tensor.Tensor;

/**
 * REINFORCE (Williams, 1992) with a baseline and an entropy bonus, for episodes in which an agent
 * makes several choices and is rewarded once.
 */
public final class Reinforce {

  private Reinforce() {}

  /**
   * The policy loss: -(1/episodes) Σ log π(choice) · advantage, over all choices of all episodes.
   *
   * <p>The advantage is the return less a baseline. The baseline may depend on what was known
   * before the choice, never on the choice or anything it caused: else the gradient is biased.
   *
   * @param chosen [choices, 1], the log-probability of each choice made
   * @param advantages [choices, 1], constants
   * @return [1, 1]
   */
  public static Tensor policyLoss(Tensor chosen, Tensor advantages, int episodes) {
    Tensor weighted = Elementwise.multiply(chosen, advantages.detach());
    return Elementwise.scale(Reduce.sum(weighted), -1f / episodes);
  }

  /**
   * The mean entropy of the policy over all choices, in nats: what an entropy bonus rewards.
   *
   * @param logs [choices, classes], log-probabilities
   * @return [1, 1]
   */
  public static Tensor meanEntropy(Tensor logs) {
    return Reduce.mean(Softmax.entropy(logs));
  }
}
