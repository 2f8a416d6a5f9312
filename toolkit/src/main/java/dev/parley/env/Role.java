package dev.parley.env;

import java.util.List;

/**
 * What one agent sees and can do.
 *
 * @param name such as {@code a}; part of column names
 * @param seesSignal whether it sees the signal of the episode: an image and its label
 * @param features how many numbers it sees besides, 0 for none
 * @param actions names of the actions it can choose from, two or more; an action is its place here
 */
public record Role(String name, boolean seesSignal, int features, List<String> actions) {

  /** Copies the names. */
  public Role {
    actions = List.copyOf(actions);
  }
}
