package dev.parley.analysis;

import java.util.List;

/**
 * What trained agents earn in the same episodes when only the message on its way is changed: joint
 * rewards, one an episode.
 */
public final class Interventions {

  private final boolean open;
  private final double[] intact;
  private final double[] permuted;
  private final double[] silenced;
  private final List<String> messages;

  /**
   * Keeps copies.
   *
   * @param open whether what is said arrives at all
   * @param intact the listener reads what was said
   * @param permuted the listener reads what was said in another, random episode
   * @param silenced the listener reads nothing
   * @param messages what was said
   */
  public Interventions(
      boolean open, double[] intact, double[] permuted, double[] silenced, List<String> messages) {
    this.open = open;
    this.intact = intact.clone();
    this.permuted = permuted.clone();
    this.silenced = silenced.clone();
    this.messages = List.copyOf(messages);
  }

  boolean open() {
    return open;
  }

  double[] intact() {
    return intact;
  }

  double[] permuted() {
    return permuted;
  }

  double[] silenced() {
    return silenced;
  }

  List<String> messages() {
    return messages;
  }
}
