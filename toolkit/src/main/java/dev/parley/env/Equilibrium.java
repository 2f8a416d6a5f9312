package dev.parley.env;

import java.util.Locale;

/**
 * A Nash equilibrium of a game of two players with two actions, or a connected set of them: every
 * pair of mixes, one from each range, is an equilibrium.
 *
 * @param firstLow how probably the first cooperates, from here
 * @param firstHigh to here
 * @param secondLow how probably the second cooperates, from here
 * @param secondHigh to here
 */
public record Equilibrium(double firstLow, double firstHigh, double secondLow, double secondHigh) {

  /** Whether it is one equilibrium and not infinitely many. */
  public boolean isPoint() {
    return firstLow == firstHigh && secondLow == secondHigh;
  }

  /** Whether it is one equilibrium in which nobody mixes. */
  public boolean isPure() {
    return isPoint() && isSure(firstLow) && isSure(secondLow);
  }

  /** Whether all of another are in this one. */
  boolean contains(Equilibrium other) {
    return firstLow <= other.firstLow
        && other.firstHigh <= firstHigh
        && secondLow <= other.secondLow
        && other.secondHigh <= secondHigh;
  }

  private static boolean isSure(double share) {
    return share == 0 || share == 1;
  }

  /** Such as {@code (C, D)}, {@code (0.333 C, 0.333 C)}, or {@code (C, 0.4 to 1 C)}. */
  @Override
  public String toString() {
    return "(" + mix(firstLow, firstHigh) + ", " + mix(secondLow, secondHigh) + ")";
  }

  private static String mix(double low, double high) {
    if (low == high && isSure(low)) {
      return low == 1 ? "C" : "D";
    }
    return (low == high ? number(low) : number(low) + " to " + number(high)) + " C";
  }

  private static String number(double share) {
    String text = String.format(Locale.ROOT, "%.3f", share);
    return text.replaceAll("0+$", "").replaceAll("\\.$", "");
  }
}
