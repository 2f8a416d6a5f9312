package dev.parley.train;

import java.util.Arrays;
import java.util.List;

/** An episode that is over, and that nobody has learned from yet. */
public final class EpisodeEvent {

  private final int round;
  private final int place;
  private final int steps;
  private final int label;
  private final List<String> agents;
  private final double[] returns;
  private final int[][] said;

  /**
   * What came of an episode. Keeps copies.
   *
   * @param round from 0, as learners count
   * @param place in its batch, from 0
   * @param steps how many it had
   * @param label of what was said in it, as the lexicon has it
   * @param agents their names
   * @param returns what each agent earned
   * @param said what each agent said, symbol by symbol; empty for one that says nothing
   */
  public EpisodeEvent(
      int round,
      int place,
      int steps,
      int label,
      List<String> agents,
      double[] returns,
      int[][] said) {
    this.round = round + 1;
    this.place = place;
    this.steps = steps;
    this.label = label;
    this.agents = List.copyOf(agents);
    this.returns = returns.clone();
    this.said = Arrays.stream(said).map(int[]::clone).toArray(int[][]::new);
  }

  /** The number of its round, from 1. */
  public int round() {
    return round;
  }

  /** Its place in the batch of the round, from 0. */
  public int place() {
    return place;
  }

  /** How many steps it had. */
  public int steps() {
    return steps;
  }

  /** What there was to tell: the label of its messages, as the lexicon has it. */
  public int label() {
    return label;
  }

  /** The names of the agents. */
  public List<String> agents() {
    return agents;
  }

  /** What all agents earned together. */
  public double jointReward() {
    return Arrays.stream(returns).sum();
  }

  /**
   * What an agent earned.
   *
   * @throws dev.parley.error.SettingException if there is no such agent
   */
  public double reward(String agent) {
    return returns[Names.place("agent", agent, agents)];
  }

  /**
   * What an agent said, symbol by symbol, as the lexicon has it, in a new array; empty if it says
   * nothing in the game.
   *
   * @throws dev.parley.error.SettingException if there is no such agent
   */
  public int[] said(String agent) {
    return said[Names.place("agent", agent, agents)].clone();
  }

  /** Its place and joint reward. */
  @Override
  public String toString() {
    return "round " + round + ", episode " + place + ", joint reward " + jointReward();
  }
}
