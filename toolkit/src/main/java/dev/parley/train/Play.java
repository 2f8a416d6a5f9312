package dev.parley.train;

import dev.parley.analysis.Interval;
import dev.parley.env.BestResponse;
import dev.parley.env.Bimatrix;
import dev.parley.env.Bimatrix.Outcome;
import dev.parley.env.Equilibrium;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What two agents played in the episodes of one payoff table, held against that table as the game
 * of two who each play for their own payoff. What they are trained for is the joint reward, so that
 * the best of the team need not be an equilibrium here.
 *
 * @param context such as {@code even labels}
 * @param game the payoffs
 * @param cc episodes in which both cooperated
 * @param cd in which the first cooperated and the second defected
 * @param dc in which the first defected and the second cooperated
 * @param dd in which both defected
 */
public record Play(String context, Bimatrix game, int cc, int cd, int dc, int dd) {

  private static final double LEVEL = 0.95;

  /** How many episodes there were. */
  public int episodes() {
    return cc + cd + dc + dd;
  }

  /** How often the first cooperated, with Wilson's interval of 95 %; NaN for no episode. */
  public Interval first() {
    return Interval.ofShare(cc + cd, episodes(), LEVEL);
  }

  /** How often the second cooperated, with Wilson's interval of 95 %; NaN for no episode. */
  public Interval second() {
    return Interval.ofShare(cc + dc, episodes(), LEVEL);
  }

  /**
   * {@link Bimatrix#nashConv} of how often each cooperated in this context, as if they chose
   * independently of each other; NaN for no episode.
   */
  public double nashConv() {
    return episodes() == 0 ? Double.NaN : game.nashConv(first().estimate(), second().estimate());
  }

  /** What would pay the first best, against how often the second cooperated; not for no episode. */
  public Optional<BestResponse> bestOfFirst() {
    return episodes() == 0 ? Optional.empty() : Optional.of(game.bestOfFirst(second().estimate()));
  }

  /** What would pay the second best, against how often the first cooperated; not for no episode. */
  public Optional<BestResponse> bestOfSecond() {
    return episodes() == 0 ? Optional.empty() : Optional.of(game.bestOfSecond(first().estimate()));
  }

  /** The outcome that was played most, of equals the first of CC, CD, DC, DD. */
  public Outcome most() {
    int[] counts = counts();
    int most = 0;
    for (int i = 1; i < counts.length; i++) {
      most = counts[i] > counts[most] ? i : most;
    }
    return new Outcome(most / 2, most % 2);
  }

  /** Which share of the episodes it was played in; NaN for no episode. */
  public double mostShare() {
    Outcome most = most();
    return (double) counts()[2 * most.first() + most.second()] / episodes();
  }

  /** Whether it is an equilibrium of the individual game: strict, weak, or none. */
  public String mostAsEquilibrium() {
    if (game.isStrictEquilibrium(most())) {
      return "strict";
    }
    return game.pureEquilibria().contains(most()) ? "weak" : "no";
  }

  /** Whether no outcome has a higher joint payoff. */
  public boolean mostIsTeamOptimum() {
    return game.teamOptima().contains(most());
  }

  /** The equilibria in pure strategies, such as {@code (C, C) weak, (D, D) strict}. */
  public String pureEquilibria() {
    return joined(
        game.pureEquilibria().stream()
            .map(o -> o + (game.isStrictEquilibrium(o) ? " strict" : " weak"))
            .toList());
  }

  /** The equilibria in which somebody mixes, such as {@code (0.667 C, 0.667 C)}. */
  public String mixedEquilibria() {
    return joined(
        game.equilibria().stream().filter(e -> !e.isPure()).map(Equilibrium::toString).toList());
  }

  private int[] counts() {
    return new int[] {cc, cd, dc, dd};
  }

  static String joined(List<String> texts) {
    return texts.isEmpty() ? "none" : texts.stream().collect(Collectors.joining(", "));
  }
}
