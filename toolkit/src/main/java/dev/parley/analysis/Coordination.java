package dev.parley.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;

/**
 * How far messages and actions go together, each with what chance would give. None of them shows
 * that a message does anything: two agents who see the same need no message to act alike. {@link
 * Influence} and the audit ask that.
 */
public final class Coordination {

  private Coordination() {}

  /**
   * Speaker consistency (Lowe et al., 2019, "On the pitfalls of measuring emergent communication"):
   * I(message; action) of one agent at one step, over all episodes; a whole message is one value.
   * The authors' program averages it over batches of 64 in nats, which is 0.023 nats too high for 4
   * messages and 2 actions; here all episodes are one sample, in bits, and chance is taken off.
   *
   * @param said by the agent, one an episode
   * @param actions of the same agent
   * @throws IllegalArgumentException if there are not as many actions as messages
   */
  public static MutualInformation speakerConsistency(
      Messages said, int[] actions, RandomGenerator random) {
    return MutualInformation.of(said.types(), actions, random);
  }

  /**
   * Instantaneous coordination (Jaques et al., 2019, "Social influence as intrinsic motivation"):
   * I(message of one agent; next action of another). Above chance also where both follow what both
   * see.
   *
   * @param said by one agent, one an episode or step
   * @param nextActions what the other agent did after each
   * @throws IllegalArgumentException if there are not as many actions as messages
   */
  public static MutualInformation instantaneous(
      Messages said, int[] nextActions, RandomGenerator random) {
    return MutualInformation.of(said.types(), nextActions, random);
  }

  /**
   * The mutual information of each position of the messages with a label or action, the first
   * position first; that a message has ended before a position is a value as well. The sum over
   * positions is not that of whole messages.
   *
   * @return as many as the longest message has symbols
   * @throws IllegalArgumentException if there are not as many values as messages
   */
  public static List<MutualInformation> byPosition(
      Messages said, int[] values, RandomGenerator random) {
    Labels.requireAsMany("values", values.length, "messages", said.size());
    return IntStream.range(0, said.longest())
        .mapToObj(position -> MutualInformation.of(said.at(position), values, random))
        .toList();
  }

  /**
   * The mutual information in each window of training. Chance gives more in a short window than in
   * a long one: compare {@link MutualInformation#corrected()}.
   *
   * @param x in the order of training, such as {@link Messages#types()}
   * @param y of the same episodes
   * @param bounds where each window begins, and last where the last one ends: window k has the
   *     episodes from bounds[k] to bounds[k + 1] - 1. From 0 to the number of episodes, never
   *     falling; an empty window has 0 bits and p 1
   * @return one a window
   * @throws IllegalArgumentException if there are not as many of both, or the bounds are not so
   */
  public static List<MutualInformation> byWindow(
      int[] x, int[] y, int[] bounds, RandomGenerator random) {
    Labels.requireAsMany("y", y.length, "x", x.length);
    for (int k = 0; k < bounds.length; k++) {
      int least = k == 0 ? 0 : bounds[k - 1];
      if (bounds[k] < least || bounds[k] > x.length) {
        throw new IllegalArgumentException(
            "bounds[" + k + "]: got " + bounds[k] + ", allowed: " + least + " to " + x.length);
      }
    }
    return IntStream.range(1, bounds.length)
        .mapToObj(
            k ->
                MutualInformation.of(
                    Arrays.copyOfRange(x, bounds[k - 1], bounds[k]),
                    Arrays.copyOfRange(y, bounds[k - 1], bounds[k]),
                    random))
        .toList();
  }
}
