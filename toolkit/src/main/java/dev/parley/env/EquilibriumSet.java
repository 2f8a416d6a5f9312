package dev.parley.env;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All equilibria of a game of two players with two actions. What a player gains by C instead of D
 * is linear in the other's mix. Where it is positive the player cooperates, where it is negative it
 * defects, where it is 0 it may mix as it likes; so the mixes of one are limited by what the other
 * does alone, and every choice of what both do, {D, C, any mix}, gives a rectangle of equilibria.
 */
final class EquilibriumSet {

  private static final List<Mix> DOES = List.of(new Mix(1, 1), new Mix(0, 0), new Mix(0, 1));

  private EquilibriumSet() {}

  /** From how probable cooperation is to how probable. */
  private record Mix(double low, double high) {}

  /**
   * What C gains over D is {@code slope} · (the other's probability of C) + {@code atDefection}.
   */
  private record Gain(double slope, double atDefection) {

    /** Where in {@code other} doing {@code own} is a best response; null for nowhere. */
    @Nullable Mix allows(Mix own, Mix other) {
      boolean needsC = own.high() == 1;
      boolean needsD = own.low() == 0;
      if (slope == 0) {
        boolean holds = (!needsC || atDefection >= 0) && (!needsD || atDefection <= 0);
        return holds ? other : null;
      }
      double even = 0.0 - atDefection / slope;
      boolean exactly = needsC && needsD;
      boolean above = needsC == slope > 0;
      double low = exactly || above ? Math.max(other.low(), even) : other.low();
      double high = exactly || !above ? Math.min(other.high(), even) : other.high();
      return low <= high ? new Mix(low, high) : null;
    }
  }

  static List<Equilibrium> of(Bimatrix game) {
    Gain first =
        new Gain(
            game.cc().first() - game.cd().first() - game.dc().first() + game.dd().first(),
            game.cd().first() - game.dd().first());
    Gain second =
        new Gain(
            game.cc().second() - game.cd().second() - game.dc().second() + game.dd().second(),
            game.dc().second() - game.dd().second());
    List<Equilibrium> all = new ArrayList<>();
    for (Mix a : DOES) {
      for (Mix b : DOES) {
        Mix p = second.allows(b, a);
        Mix q = first.allows(a, b);
        if (p != null && q != null) {
          all.add(new Equilibrium(p.low(), p.high(), q.low(), q.high()));
        }
      }
    }
    List<Equilibrium> distinct = all.stream().distinct().toList();
    return distinct.stream()
        .filter(e -> distinct.stream().noneMatch(o -> !o.equals(e) && o.contains(e)))
        .toList();
  }
}
