package dev.parley.rl;

import dev.parley.tensor.Bounds;
import dev.parley.tensor.Dense;
import dev.parley.tensor.Elementwise;
import dev.parley.tensor.Reduce;
import dev.parley.tensor.Softmax;
import dev.parley.tensor.Tensor;

/**
 * Positive signalling (Eccles et al., 2019, "Biases for Emergent Communication in Multi-agent
 * Reinforcement Learning", arXiv 1912.05676): what is said is to tell of what the speaker
 * perceives.
 *
 * <pre>
 * L_ps = -λ_H H(π̄) + λ_T Σ w (H(π(·|x)) - H_target)²,   π̄ = Σ w π(·|x)
 * </pre>
 *
 * <p>I(m; x) = H(m) - H(m | x): the first term spreads all that is said over the symbols, the
 * second holds what is said in one situation near a spread that is wanted. π̄ is the mean of
 * <em>probabilities</em>, and a gradient passes through it into every row. All entropies are in
 * nats. Of what is said in one situation only, π̄ is π and the terms cancel in meaning: weights are
 * to spread over several times as many rows as there are symbols.
 *
 * <p>Sources differ on where the one λ stands: on the first term, or on the second. Here both have
 * one of their own.
 */
public final class PositiveSignalling {

  private PositiveSignalling() {}

  /**
   * H(π̄), in nats.
   *
   * @param logs [rows, symbols], log-probabilities
   * @param weights w, [rows, 1], constants that sum to one
   * @return [1, 1], from 0 to log symbols
   */
  public static Tensor meanEntropy(Tensor logs, Tensor weights) {
    Tensor row = weights.detach().reshape(1, weights.rows());
    Tensor mean = Dense.product(row, Bounds.exp(logs));
    return Elementwise.scale(Reduce.sum(Elementwise.multiply(mean, Bounds.log(mean))), -1);
  }

  /**
   * Σ w (H(π(·|x)) - H_target)², in nats².
   *
   * @param logs [rows, symbols], log-probabilities
   * @param weights w, [rows, 1], constants
   * @param targets H_target in nats, [rows, 1], constants
   * @return [1, 1], 0 or more
   */
  public static Tensor targetDistance(Tensor logs, Tensor weights, Tensor targets) {
    Tensor off = Elementwise.subtract(Softmax.entropy(logs), targets.detach());
    return ClippedSurrogate.weightedSum(Elementwise.multiply(off, off), weights);
  }

  /**
   * L_ps of its two terms.
   *
   * @param meanEntropy {@link #meanEntropy}
   * @param targetDistance {@link #targetDistance}
   * @param average λ_H, 0 or more
   * @param target λ_T, 0 or more
   * @return [1, 1]
   */
  public static Tensor loss(
      Tensor meanEntropy, Tensor targetDistance, double average, double target) {
    return Elementwise.subtract(
        Elementwise.scale(targetDistance, (float) target),
        Elementwise.scale(meanEntropy, (float) average));
  }
}
