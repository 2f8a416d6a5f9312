package dev.parley.agent.play;

import dev.parley.random.RandomStream;
import java.util.Map;

/** What chooses for the agents of a game, a batch of episodes at a time. */
public interface Players {

  /** New episodes have begun: what is remembered of others is forgotten. */
  default void begin() {}

  /** Takes what everybody sees now, {@link Table#seen}; at the end of an episode too. */
  void look(Table table, int step);

  /**
   * Whether, from here on, each does what it holds to be best, as in an evaluation, rather than
   * draws: the most probable of what a policy has, the most valuable of what a table of values has;
   * of equals the first. At first they draw.
   */
  void greedy(boolean best);

  /** Writes a choice for every agent into {@link Table#actions}. */
  void choose(Table table, int step);

  /**
   * All that choices are drawn from, by name: in the same episodes, from the same streams, the same
   * is chosen.
   */
  Map<String, RandomStream> chances();
}
