package dev.parley.env;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What agents get after a reset or a step. Immutable; made from {@link #of} and the methods that
 * add to it.
 *
 * @param observations of those who act next, by agent
 * @param rewards of the step, by agent; who is not in it got 0
 * @param terminations agents for whom the game has ended by its rules
 * @param truncations agents for whom it was cut off, such as by a limit of steps: what they could
 *     still have earned is not 0
 * @param infos whatever else there is to tell, by agent; learners do not see it
 * @param isOver whether the episode has ended for all
 */
public record Turn(
    Map<String, Object> observations,
    Map<String, Double> rewards,
    Set<String> terminations,
    Set<String> truncations,
    Map<String, Map<String, Object>> infos,
    boolean isOver) {

  /** Copies everything. */
  public Turn {
    observations = Map.copyOf(observations);
    rewards = Map.copyOf(rewards);
    terminations = Set.copyOf(terminations);
    truncations = Set.copyOf(truncations);
    infos = Map.copyOf(infos);
  }

  /** A turn of which nothing but the observations is known yet. */
  public static Turn of(Map<String, ?> observations) {
    return new Turn(
        new LinkedHashMap<>(observations), Map.of(), Set.of(), Set.of(), Map.of(), false);
  }

  /** The same with rewards. */
  public Turn rewards(Map<String, Double> values) {
    return new Turn(observations, values, terminations, truncations, infos, isOver);
  }

  /** The same with a reward of one agent. */
  public Turn reward(String agent, double value) {
    Map<String, Double> more = new LinkedHashMap<>(rewards);
    more.put(agent, value);
    return rewards(more);
  }

  /** The game is over for these agents, by its rules. */
  public Turn terminated(String... agents) {
    Set<String> more = new LinkedHashSet<>(terminations);
    more.addAll(Set.of(agents));
    return new Turn(observations, rewards, more, truncations, infos, isOver);
  }

  /** These agents were cut off. */
  public Turn truncated(String... agents) {
    Set<String> more = new LinkedHashSet<>(truncations);
    more.addAll(Set.of(agents));
    return new Turn(observations, rewards, terminations, more, infos, isOver);
  }

  /** The same with something to tell of an agent. */
  public Turn info(String agent, Map<String, Object> facts) {
    Map<String, Map<String, Object>> more = new LinkedHashMap<>(infos);
    more.put(agent, Map.copyOf(facts));
    return new Turn(observations, rewards, terminations, truncations, more, isOver);
  }

  /** The same, and nobody acts any more. */
  public Turn over() {
    return new Turn(observations, rewards, terminations, truncations, infos, true);
  }
}
