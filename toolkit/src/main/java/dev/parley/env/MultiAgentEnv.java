package dev.parley.env;

import java.util.List;
import java.util.Map;

/**
 * One episode at a time of a game of several agents, as people write it: values by the name of the
 * agent. Agents may act at the same time, take turns, come late and leave early: only those that
 * {@link Turn#observations()} has act next.
 *
 * <p>{@link Environment#of} makes a game for a plan of it; {@link Environment#single} shows any
 * game in this way. {@link EnvironmentTests#check} tells what is wrong with one.
 */
public interface MultiAgentEnv {

  /** Everybody who may ever take part, in a fixed order; names are parts of column names. */
  List<String> agents();

  /** What an agent may see. */
  Space observationSpace(String agent);

  /** What an agent may do. */
  Space actionSpace(String agent);

  /**
   * Begins an episode. The same seed and the same actions give the same episode.
   *
   * @return whoever acts first, and what it sees
   */
  Turn reset(long seed);

  /**
   * One step.
   *
   * @param actions of the agents of the last turn's observations, of nobody else
   */
  Turn step(Map<String, Object> actions);
}
