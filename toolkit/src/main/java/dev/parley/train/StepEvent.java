package dev.parley.train;

import dev.parley.env.Actions;
import dev.parley.env.Episodes;
import dev.parley.env.Role;
import java.util.List;

/** One step of all episodes of a batch. */
public final class StepEvent {

  private final int round;
  private final int step;
  private final List<String> agents;
  private final int[][][] choices;
  private final boolean[][] acted;
  private final double[][] rewards;
  private final boolean[] over;

  /**
   * What was done in a step. Keeps copies.
   *
   * @param round from 0, as learners count
   * @param step from 0
   * @param roles of the game
   * @param episodes after the step
   * @param actions what was chosen
   * @param live which episodes were going on: [batch]
   * @param acted whose turn it was: [agents][batch]
   */
  public StepEvent(
      int round,
      int step,
      List<Role> roles,
      Episodes episodes,
      Actions actions,
      boolean[] live,
      boolean[][] acted) {
    this.round = round + 1;
    this.step = step + 1;
    agents = roles.stream().map(Role::name).toList();
    int batch = episodes.batch();
    choices = new int[roles.size()][][];
    this.acted = new boolean[roles.size()][];
    rewards = new double[roles.size()][batch];
    over = new boolean[batch];
    for (int agent = 0; agent < roles.size(); agent++) {
      this.acted[agent] = acted[agent].clone();
      choices[agent] = new int[Actions.choices(roles.get(agent).action())][];
      for (int which = 0; which < choices[agent].length; which++) {
        choices[agent][which] = actions.choice(agent, which).clone();
      }
    }
    for (int e = 0; e < batch; e++) {
      over[e] = episodes.over(e);
      for (int agent = 0; live[e] && agent < roles.size(); agent++) {
        rewards[agent][e] = episodes.reward(agent, e);
      }
    }
  }

  /** The number of the round, from 1. */
  public int round() {
    return round;
  }

  /** The number of the step in its episodes, from 1. */
  public int step() {
    return step;
  }

  /** How many episodes go on side by side. */
  public int episodes() {
    return over.length;
  }

  /** The names of the agents. */
  public List<String> agents() {
    return agents;
  }

  /**
   * Whether it was an agent's turn: not in an episode that is over.
   *
   * @throws dev.parley.error.SettingException if there is no such agent; so do the others
   */
  public boolean acted(String agent, int episode) {
    return acted[place(agent)][episode];
  }

  /**
   * What an agent chose: one number for each of its choices, in the order of its action space. Of
   * no meaning where it did not act.
   */
  public int[] chose(String agent, int episode) {
    int[][] own = choices[place(agent)];
    int[] all = new int[own.length];
    for (int which = 0; which < all.length; which++) {
      all[which] = own[which][episode];
    }
    return all;
  }

  /** What the step earned an agent; 0 in an episode that was over before. */
  public double reward(String agent, int episode) {
    return rewards[place(agent)][episode];
  }

  /** Whether an episode is over now. */
  public boolean over(int episode) {
    return over[episode];
  }

  private int place(String agent) {
    return Names.place("agent", agent, agents);
  }

  /** Where it is. */
  @Override
  public String toString() {
    return "round " + round + ", step " + step + " of " + over.length + " episodes";
  }
}
