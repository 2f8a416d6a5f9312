package dev.parley.env.games;

import dev.parley.error.Problem;
import dev.parley.error.SettingException;

/** Checks that a setting is not too small. */
final class Least {

  private Least() {}

  static void of(String setting, int got, int least) {
    if (got < least) {
      throw new SettingException(Problem.with(setting).got(got).allowed(least + " or more"));
    }
  }
}
