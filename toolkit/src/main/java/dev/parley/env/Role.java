package dev.parley.env;

import java.util.List;

/**
 * What one agent sees and can do.
 *
 * @param name such as {@code a}; part of column names
 * @param seesSignal whether it sees a signal: an image
 * @param seesLabel whether it is told the label of its signal
 * @param observation what it sees besides
 * @param action what it can do and say
 */
public record Role(
    String name, boolean seesSignal, boolean seesLabel, Space observation, Space action) {

  /** An agent that is told the label of every signal that it sees. */
  public Role(String name, boolean seesSignal, Space observation, Space action) {
    this(name, seesSignal, seesSignal, observation, action);
  }

  /**
   * An agent that makes one choice.
   *
   * @param features how many numbers it sees besides the signal, 0 for none
   * @param actions names of the actions it can choose from
   */
  public Role(String name, boolean seesSignal, int features, List<String> actions) {
    this(name, seesSignal, numbers(features), new Discrete(actions, false));
  }

  private static Space numbers(int features) {
    return features == 0
        ? Space.nothing()
        : Space.box(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, features);
  }

  /** How many numbers it sees besides the signal. */
  public int features() {
    return observation.width();
  }

  /**
   * Names of what it can do in the last of its choices that are done, not said: what is recorded as
   * its action beside what it says. One name, {@code nothing}, if it has no such choice.
   */
  public List<String> deeds() {
    return action.leaves().stream()
        .filter(leaf -> leaf.space() instanceof Discrete choice && !choice.isSaid())
        .map(leaf -> ((Discrete) leaf.space()).names())
        .reduce((first, second) -> second)
        .orElse(List.of("nothing"));
  }

  /**
   * Names of the actions of an agent that makes one choice, and says nothing within the game; none
   * if it has others.
   */
  public List<String> actions() {
    return action instanceof Discrete one && !one.isSaid() ? one.names() : List.of();
  }
}
