package dev.parley.env.grid;

import dev.parley.error.Problem;
import dev.parley.error.SettingException;

/** Checks that a setting is in its range. */
final class Range {

  private Range() {}

  static void check(String setting, int got, int least, int most) {
    if (got < least || got > most) {
      throw new SettingException(Problem.with(setting).got(got).allowed(least + " to " + most));
    }
  }
}
