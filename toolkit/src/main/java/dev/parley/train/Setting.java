package dev.parley.train;

import dev.parley.error.Problem;
import dev.parley.error.SettingException;
import org.jspecify.annotations.Nullable;

/** Checks of single settings; each throws at the line that sets the value. */
public final class Setting {

  private Setting() {}

  /** {@code value} is not null: a variable without a value, at a prompt. */
  public static void given(String name, @Nullable Object value) {
    if (value == null) {
      throw bad(Problem.with(name).got("null").allowed("a value").hint("is the variable set?"));
    }
  }

  /** {@code value} is {@code least} or more. */
  public static void atLeast(String name, int value, int least, String hint) {
    if (value < least) {
      throw bad(Problem.with(name).got(value).allowed(least + " or more").hint(hint));
    }
  }

  /** {@code value} is finite and in [low, high]. */
  public static void between(String name, double value, double low, double high) {
    if (!(value >= low && value <= high)) {
      throw bad(Problem.with(name).got(value).allowed(low + " to " + high));
    }
  }

  /** {@code value} is finite and above 0. */
  public static void positive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw bad(Problem.with(name).got(value).allowed("a finite number above 0"));
    }
  }

  /** {@code value} is finite and 0 or more. */
  public static void weight(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw bad(
          Problem.with(name)
              .got(value)
              .allowed("a finite number, 0 or more")
              .hint("0 switches it off"));
    }
  }

  /** {@code value} is above 0 and at most 1. */
  public static void decay(String name, double value) {
    if (!(value > 0 && value <= 1)) {
      throw bad(
          Problem.with(name)
              .got(value)
              .allowed("above 0, at most 1")
              .hint("1 keeps the value constant"));
    }
  }

  private static SettingException bad(Problem problem) {
    return new SettingException(problem);
  }
}
