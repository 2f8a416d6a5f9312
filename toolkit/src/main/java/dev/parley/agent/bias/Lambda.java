package dev.parley.agent.bias;

import dev.parley.error.Problem;
import dev.parley.error.SettingException;
import dev.parley.train.Setting;

/**
 * The two coefficients inside the loss of positive signalling, -λ_H H(π̄) + λ_T Σ w (H(π) -
 * H_target)², see {@link dev.parley.rl.PositiveSignalling}. The paper (Eccles et al., 2019) has one
 * λ, and what followed puts it in two places; both are named here.
 *
 * @param average λ_H, of the entropy of the mean policy; 0 or more
 * @param target λ_T, of the squared distance of the policies' entropy from its target; 0 or more
 *     and not 0 if the other is
 */
public record Lambda(double average, double target) {

  /** Checks both. */
  public Lambda {
    Setting.weight("lambda average", average);
    Setting.weight("lambda target", target);
    if (average == 0 && target == 0) {
      throw new SettingException(
          Problem.with("lambda")
              .got("0 and 0")
              .allowed("one above 0")
              .hint("positiveSignalling(0) switches the loss off"));
    }
    average = average + 0.0; // -0 becomes 0, which it is equal to
    target = target + 0.0;
  }

  /**
   * λ on the entropy of the mean policy, 1 on the squared distance: the paper's formula as CommBias
   * writes it; 0.3 in the paper's Summing-MNIST.
   */
  public static Lambda onAverage(double lambda) {
    return new Lambda(lambda, 1);
  }

  /**
   * 1 on the entropy of the mean policy, λ on the squared distance: as the ports to RLlib and
   * Comaze write it, with λ = 3.
   */
  public static Lambda onTarget(double lambda) {
    return new Lambda(1, lambda);
  }

  /** The Java expression that makes an equal value. */
  @Override
  public String toString() {
    if (average == 1) {
      return "Lambda.onTarget(" + target + ")";
    }
    return target == 1
        ? "Lambda.onAverage(" + average + ")"
        : "new Lambda(" + average + ", " + target + ")";
  }
}
