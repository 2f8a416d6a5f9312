package dev.parley.train;

import java.util.List;
import java.util.OptionalDouble;

/** A round that is complete. */
public final class UpdateEvent {

  private final int round;
  private final int rounds;
  private final List<String> names;
  private final double[] values;
  private final OptionalDouble evaluation;
  private boolean stopped;

  UpdateEvent(
      int round, int rounds, List<String> names, double[] values, OptionalDouble evaluation) {
    this.round = round;
    this.rounds = rounds;
    this.names = names;
    this.values = values;
    this.evaluation = evaluation;
  }

  /** Its number, from 1, as in {@link Run#rounds}. */
  public int round() {
    return round;
  }

  /** How many are planned. */
  public int rounds() {
    return rounds;
  }

  /** The columns of {@link Run#rounds}, without the number of the round. */
  public List<String> names() {
    return names;
  }

  /**
   * The number of a column.
   *
   * @throws dev.parley.error.SettingException if there is no such column
   */
  public double value(String name) {
    return values[Names.place("value", name, names)];
  }

  /** The mean joint return of the evaluation after this round; empty if there was none. */
  public OptionalDouble evaluation() {
    return evaluation;
  }

  /** Ends the run here, as if it had been interrupted: it is marked as stopped early. */
  public void stop() {
    stopped = true;
  }

  boolean stopped() {
    return stopped;
  }

  /** The number of the round and its joint reward. */
  @Override
  public String toString() {
    return "round " + round + " of " + rounds + ", joint reward " + value(RoundLog.JOINT_REWARD);
  }
}
