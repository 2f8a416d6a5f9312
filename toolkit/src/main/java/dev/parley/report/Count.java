package dev.parley.report;

import java.util.Locale;

/** How many there are of something, in words: {@code 1 round}, {@code 2,000 rounds}. */
public final class Count {

  private Count() {}

  /** A number and what it counts, which takes an s in the plural. */
  public static String of(long n, String what) {
    return of(n, what, what + "s");
  }

  /** A number and what it counts, in the singular or the plural. */
  public static String of(long n, String one, String many) {
    return String.format(Locale.ROOT, "%,d %s", n, n == 1 ? one : many);
  }
}
