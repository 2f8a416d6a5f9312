package dev.parley.rl;

/**
 * Generalised advantage estimation (Schulman et al., 2016, "High-Dimensional Continuous Control
 * Using Generalized Advantage Estimation"):
 *
 * <pre>
 * δₜ = rₜ + γ V(sₜ₊₁) - V(sₜ),   Aₜ = δₜ + γ λ Aₜ₊₁
 * </pre>
 *
 * @param discount γ, from 0 to 1
 * @param lambda λ, from 0 (one step, least variance) to 1 (the whole return, no bias)
 */
public record Gae(double discount, double lambda) {

  /** Checks the values. */
  public Gae {
    if (!(discount >= 0 && discount <= 1 && lambda >= 0 && lambda <= 1)) {
      throw new IllegalArgumentException(
          "gae: got " + discount + " and " + lambda + ", allowed: 0 to 1");
    }
  }

  /**
   * The advantages of one trajectory: the moments at which an agent chose, in order.
   *
   * @param rewards what each choice earned until the next
   * @param values V of each moment
   * @param count moments there are; 0 or more
   * @param next V of what came after the last: 0 if the rules ended the episode, what could still
   *     have been earned if it was cut off
   * @param into room for {@code count} advantages; with the value, each is the λ-return
   */
  public void advantages(double[] rewards, double[] values, int count, double next, double[] into) {
    double after = next;
    double advantage = 0;
    for (int t = count - 1; t >= 0; t--) {
      double error = rewards[t] + discount * after - values[t];
      advantage = error + discount * lambda * advantage;
      into[t] = advantage;
      after = values[t];
    }
  }
}
