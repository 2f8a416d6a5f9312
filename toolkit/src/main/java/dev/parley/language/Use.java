package dev.parley.language;

import java.util.Comparator;

/**
 * That one agent said one message in one round, about one label, beside one action.
 *
 * @param round counted from 1
 * @param message its symbols, separated by spaces
 * @param count how often just that happened
 */
record Use(int round, int label, String message, String action, int count) {

  /** By round, then by what was said. */
  static final Comparator<Use> ORDER =
      Comparator.comparingInt(Use::round)
          .thenComparing(Use::message)
          .thenComparingInt(Use::label)
          .thenComparing(Use::action);

  /** The same, so often. */
  Use times(int howOften) {
    return new Use(round, label, message, action, howOften);
  }
}
