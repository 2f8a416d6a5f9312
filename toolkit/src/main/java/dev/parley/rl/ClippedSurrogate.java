package dev.parley.rl;

import dev.parley.tensor.Bounds;
import dev.parley.tensor.Elementwise;
import dev.parley.tensor.Reduce;
import dev.parley.tensor.Tensor;

/**
 * The loss of PPO (Schulman et al., 2017, "Proximal Policy Optimization Algorithms"), and how far a
 * step of it went. Weights of rows, which sum to one, make means of those that count; a row of
 * weight 0 has no part in anything.
 */
public final class ClippedSurrogate {

  private ClippedSurrogate() {}

  /**
   * How much more probable a choice has become: exp(log π - log π_old).
   *
   * @param logs [rows, 1], log-probabilities as they are now; of a choice of several parts, the sum
   *     over the parts
   * @param before [rows, 1], those at which the choices were made; constants
   * @return [rows, 1]
   */
  public static Tensor ratios(Tensor logs, Tensor before) {
    return Bounds.exp(Elementwise.subtract(logs, before.detach()));
  }

  /**
   * -Σ w min(ρ A, clamp(ρ, 1 - ε, 1 + ε) A).
   *
   * @param ratios ρ, [rows, 1]
   * @param advantages A, [rows, 1], constants
   * @param weights w, [rows, 1], constants
   * @param range ε, in (0, 1)
   * @return [1, 1]
   */
  public static Tensor policyLoss(Tensor ratios, Tensor advantages, Tensor weights, double range) {
    Tensor gains = advantages.detach();
    Tensor free = Elementwise.multiply(ratios, gains);
    Tensor bounded =
        Elementwise.multiply(Bounds.clamp(ratios, (float) (1 - range), (float) (1 + range)), gains);
    return Elementwise.scale(weightedSum(Bounds.minimum(free, bounded), weights), -1);
  }

  /**
   * ½ Σ w (V - R)².
   *
   * @param values V, [rows, 1]
   * @param returns R, [rows, 1], constants
   * @param weights w, [rows, 1], constants
   * @return [1, 1]
   */
  public static Tensor valueLoss(Tensor values, Tensor returns, Tensor weights) {
    Tensor error = Elementwise.subtract(values, returns.detach());
    return Elementwise.scale(weightedSum(Elementwise.multiply(error, error), weights), 0.5f);
  }

  /**
   * Σ w x.
   *
   * @param x [rows, 1]
   * @param weights w, [rows, 1], constants
   * @return [1, 1]
   */
  public static Tensor weightedSum(Tensor x, Tensor weights) {
    return Reduce.sum(Elementwise.multiply(x, weights.detach()));
  }

  /**
   * An estimate of KL(π_old, π) in nats from choices of π_old: Σ w (ρ - 1 - log ρ), which is never
   * negative and has no bias (Schulman, 2020, "Approximating KL Divergence").
   */
  public static double divergence(float[] ratios, float[] weights) {
    double sum = 0;
    for (int i = 0; i < ratios.length; i++) {
      sum += weights[i] == 0 ? 0 : weights[i] * (ratios[i] - 1 - Math.log(ratios[i]));
    }
    return sum;
  }

  /** The weight of the rows whose ratio is farther from 1 than {@code range}. */
  public static double clipped(float[] ratios, float[] weights, double range) {
    double sum = 0;
    for (int i = 0; i < ratios.length; i++) {
      sum += Math.abs(ratios[i] - 1) > range ? weights[i] : 0;
    }
    return sum;
  }
}
