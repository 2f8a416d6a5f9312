package dev.parley.analysis;

import java.util.Arrays;

/**
 * What a message does to its listener: the listener's policy is asked under each message that could
 * have come, everything else as it was.
 */
public final class Influence {

  /** How far from 1 probabilities may add up: they come from single precision. */
  private static final double SUM = 1e-4;

  private Influence() {}

  /**
   * The causal influence of communication in one state (Lowe et al., 2019): Σ<sub>m</sub> p(m)
   * Σ<sub>a</sub> π(a | do m) log₂ (π(a | do m) / p(a)), with p(a) = Σ<sub>m</sub> p(m) π(a | do
   * m): the mutual information of a message that is put in the speaker's mouth and the listener's
   * action. With p(m | state) of the speaker it is the social influence of Jaques et al. (2019).
   *
   * <p>The program of Lowe et al. divides p(a) by the number of messages, which adds its logarithm,
   * and takes p(m) from the other agent; neither is done here.
   *
   * @param policy [messages, actions]: the listener's probabilities of its actions after each
   *     message, its own observation unchanged; each row adds up to 1
   * @param weights p(m), uniform or as often as the speaker sends each; 0 or more, scaled to 1
   * @return bits, from 0 for a listener who does not care to min(log₂ actions, H(p(m)))
   * @throws IllegalArgumentException if an argument is not in its range
   */
  public static double causal(double[][] policy, double[] weights) {
    Labels.requireAsMany("weights", weights.length, "policy", policy.length);
    double[] p = scaled("weights", weights);
    double[] actions = new double[policy.length == 0 ? 0 : policy[0].length];
    double[][] rows = new double[policy.length][];
    for (int m = 0; m < rows.length; m++) {
      rows[m] = probabilities("policy[" + m + "]", policy[m], actions.length);
      for (int a = 0; a < actions.length; a++) {
        actions[a] += p[m] * rows[m][a];
      }
    }
    double sum = 0;
    for (int m = 0; m < rows.length; m++) {
      for (int a = 0; a < actions.length; a++) {
        double joint = p[m] * rows[m][a];
        sum += joint > 0 ? joint * Math.log(rows[m][a] / actions[a]) : 0;
      }
    }
    return Math.max(0, sum / Math.log(2));
  }

  /**
   * The mean over states, all with one p(m). The states should be drawn as the listener meets them.
   *
   * @param policies [states, messages, actions]
   * @param weights p(m)
   * @return bits; 0 for no state
   * @throws IllegalArgumentException if an argument is not in its range
   */
  public static double causal(double[][][] policies, double[] weights) {
    return Arrays.stream(policies)
        .mapToDouble(policy -> causal(policy, weights))
        .average()
        .orElse(0);
  }

  /**
   * The mean over states, each with its own p(m | state): the social influence of Jaques et al.
   * (2019).
   *
   * @param policies [states, messages, actions]
   * @param weights [states, messages]
   * @return bits; 0 for no state
   * @throws IllegalArgumentException if an argument is not in its range
   */
  public static double causal(double[][][] policies, double[][] weights) {
    Labels.requireAsMany("weights", weights.length, "policies", policies.length);
    double sum = 0;
    for (int s = 0; s < policies.length; s++) {
      sum += causal(policies[s], weights[s]);
    }
    return policies.length == 0 ? 0 : sum / policies.length;
  }

  /**
   * Positive listening as a distance: the mean total variation, half of Σ<sub>a</sub> |π(a | x, m)
   * - π(a | x, nothing)|, between what the listener does with its message and without. It needs a
   * listener that has met silence in training; to one that has not, silence is a strange message.
   *
   * @param heard [states, actions]: probabilities with the message that was sent
   * @param unheard [states, actions]: probabilities of the same listener in the same states, with
   *     nothing said
   * @return from 0 to 1; 0 for no state
   * @throws IllegalArgumentException if an argument is not in its range
   */
  public static double listening(double[][] heard, double[][] unheard) {
    return listeningL1(heard, unheard) / 2;
  }

  /** The same with Σ<sub>a</sub> |…| unhalved, the form of Eccles et al. (2019); from 0 to 2. */
  public static double listeningL1(double[][] heard, double[][] unheard) {
    Labels.requireAsMany("unheard", unheard.length, "heard", heard.length);
    double sum = 0;
    for (int s = 0; s < heard.length; s++) {
      double[] with = probabilities("heard[" + s + "]", heard[s], heard[s].length);
      double[] without = probabilities("unheard[" + s + "]", unheard[s], heard[s].length);
      for (int a = 0; a < with.length; a++) {
        sum += Math.abs(with[a] - without[a]);
      }
    }
    return heard.length == 0 ? 0 : sum / heard.length;
  }

  private static double[] probabilities(String name, double[] row, int actions) {
    if (row.length != actions) {
      throw new IllegalArgumentException(
          name + ": got " + row.length + " actions, allowed: " + actions);
    }
    double[] scaled = scaled(name, row);
    double sum = Arrays.stream(row).sum();
    if (Math.abs(sum - 1) > SUM) {
      throw new IllegalArgumentException(
          name + ": got a sum of " + sum + ", allowed: 1, as of probabilities");
    }
    return scaled;
  }

  private static double[] scaled(String name, double[] values) {
    for (double value : values) {
      if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
        throw new IllegalArgumentException(
            name + ": got " + value + ", allowed: finite, 0 or more");
      }
    }
    double sum = Arrays.stream(values).sum();
    if (!(sum > 0 && sum < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException(
          name + ": got a sum of " + sum + ", allowed: finite, above 0");
    }
    return Arrays.stream(values).map(value -> value / sum).toArray();
  }
}
