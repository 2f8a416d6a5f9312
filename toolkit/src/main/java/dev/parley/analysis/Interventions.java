package dev.parley.analysis;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * What trained agents earn and do in the same episodes when only the message on its way is changed.
 * A learner fills it; it keeps copies.
 */
public final class Interventions {

  private final boolean open;
  private final Messages said;
  private final Map<Condition, double[]> joint = new EnumMap<>(Condition.class);
  private double[] influence = {};
  private double[] listening = {};

  /**
   * Interventions of which none has been played yet.
   *
   * @param open whether what is said arrives at all
   * @param said what the speaker said, one message an episode
   */
  public Interventions(boolean open, Messages said) {
    this.open = open;
    this.said = said;
  }

  /**
   * Adds what was earned under one condition.
   *
   * @param rewards joint rewards, one an episode
   * @throws IllegalArgumentException if they are not as many as messages were said
   */
  public Interventions played(Condition condition, double[] rewards) {
    if (rewards.length != said.size()) {
      throw new IllegalArgumentException(
          "rewards: got " + rewards.length + ", allowed: " + said.size() + ", one an episode");
    }
    joint.put(condition, rewards.clone());
    return this;
  }

  /** Adds the causal influence of the message on the listener's action: bits, one a state. */
  public Interventions influence(double[] bits) {
    influence = bits.clone();
    return this;
  }

  /**
   * Adds how far the listener's policy with the message is from its policy without: total variation
   * from 0 to 1, one an episode.
   */
  public Interventions listening(double[] distances) {
    listening = distances.clone();
    return this;
  }

  /** Whether what is said arrives at all. */
  public boolean open() {
    return open;
  }

  /** What the speaker said. */
  public Messages said() {
    return said;
  }

  /** The conditions that were played, in their order; a new set. */
  public Set<Condition> conditions() {
    Set<Condition> played = EnumSet.noneOf(Condition.class);
    played.addAll(joint.keySet());
    return played;
  }

  /**
   * Joint rewards, one an episode.
   *
   * @throws IllegalArgumentException if the condition was not played
   */
  public double[] joint(Condition condition) {
    double[] rewards = joint.get(condition);
    if (rewards == null) {
      throw new IllegalArgumentException("condition: got " + condition + ", which was not played");
    }
    return rewards.clone();
  }

  /** The mean joint reward under a condition. */
  public double mean(Condition condition) {
    return Arrays.stream(joint(condition)).average().orElse(Double.NaN);
  }

  /**
   * What a condition costs: the mean of the differences to {@link Condition#INTACT}, paired by
   * episode, with Student's t interval.
   */
  public Interval cost(Condition condition, double level) {
    double[] intact = joint(Condition.INTACT);
    double[] changed = joint(condition);
    double[] differences = new double[intact.length];
    Arrays.setAll(differences, i -> intact[i] - changed[i]);
    return Interval.ofMean(differences, level);
  }

  /** The mean causal influence in bits, with Student's t interval over states. */
  public Interval influence(double level) {
    return Interval.ofMean(influence, level);
  }

  /** The mean distance of policies with and without the message, with Student's t interval. */
  public Interval listening(double level) {
    return Interval.ofMean(listening, level);
  }
}
