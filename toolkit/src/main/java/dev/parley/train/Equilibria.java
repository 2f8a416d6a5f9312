package dev.parley.train;

import dev.parley.env.BestResponse;
import dev.parley.env.Bimatrix;
import dev.parley.env.Dilemma;
import dev.parley.env.Environment;
import dev.parley.language.MessageLog;
import dev.parley.report.Card;
import dev.parley.report.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import tech.tablesaw.api.Table;

/**
 * What agents play in a dilemma against what theory says of it, for each payoff table. Immutable.
 */
public final class Equilibria {

  private final String note;
  private final List<Play> plays;

  private Equilibria(String note, List<Play> plays) {
    this.note = note;
    this.plays = List.copyOf(plays);
  }

  static Equilibria of(MessageLog log, Environment environment) {
    if (!(environment instanceof Dilemma game)) {
      return new Equilibria("no equilibria: the game is no dilemma", List.of());
    }
    if (log.agents() < 2 || log.size() == 0) {
      return new Equilibria("no equilibria: no actions were recorded", List.of());
    }
    List<Play> plays = new ArrayList<>();
    if (game.even().equals(game.odd())) {
      plays.add(play("all labels", game.even(), game, log));
    } else {
      plays.add(play("even labels", game.even(), game, log));
      plays.add(play("odd labels", game.odd(), game, log));
    }
    return new Equilibria(
        String.format(Locale.ROOT, "Equilibria: the last %,d episodes of training", log.size()),
        plays);
  }

  private static Play play(String context, Bimatrix payoffs, Dilemma game, MessageLog log) {
    int[] counts = new int[4];
    for (int i = 0; i < log.size(); i++) {
      if (game.payoffs(log.label(i)).equals(payoffs)) {
        counts[2 * log.action(i, 0) + log.action(i, 1)]++;
      }
    }
    return new Play(context, payoffs, counts[0], counts[1], counts[2], counts[3]);
  }

  /** One for each payoff table; empty if the game is no dilemma, or nothing was recorded. */
  public List<Play> plays() {
    return plays;
  }

  /** Which episodes these are, or why there are none. */
  public String note() {
    return note;
  }

  /**
   * One row a payoff table: {@code context}, {@code episodes}; how often each cooperated, {@code
   * a_cooperates} and {@code b_cooperates}, with Wilson's intervals of 95 % in {@code _low} and
   * {@code _high}; {@code a_best}, {@code b_best}, what pays best against the other; {@code
   * nash_conv}; {@code pure_equilibria}, {@code mixed_equilibria}; {@code most_played}, its {@code
   * share}, whether it is an {@code equilibrium} of the individual game and the {@code
   * team_optimum}.
   */
  public Table table() {
    return Tables.named("equilibria")
        .texts("context", texts(Play::context))
        .wholes("episodes", plays.stream().mapToInt(Play::episodes).toArray())
        .reals("a_cooperates", reals(p -> p.first().estimate()))
        .reals("a_low", reals(p -> p.first().low()))
        .reals("a_high", reals(p -> p.first().high()))
        .reals("b_cooperates", reals(p -> p.second().estimate()))
        .reals("b_low", reals(p -> p.second().low()))
        .reals("b_high", reals(p -> p.second().high()))
        .texts("a_best", texts(p -> text(p.bestOfFirst())))
        .texts("b_best", texts(p -> text(p.bestOfSecond())))
        .reals("nash_conv", reals(Play::nashConv))
        .texts("pure_equilibria", texts(Play::pureEquilibria))
        .texts("mixed_equilibria", texts(Play::mixedEquilibria))
        .texts("most_played", texts(p -> p.episodes() == 0 ? "" : p.most().toString()))
        .reals("share", reals(Play::mostShare))
        .texts("equilibrium", texts(p -> p.episodes() == 0 ? "" : p.mostAsEquilibrium()))
        .texts("team_optimum", texts(p -> p.episodes() == 0 ? "" : optimum(p)))
        .table();
  }

  private static String text(Optional<BestResponse> best) {
    return best.map(BestResponse::toString).orElse("");
  }

  private static String optimum(Play play) {
    return play.mostIsTeamOptimum() ? "yes" : "no";
  }

  private List<String> texts(Function<Play, String> of) {
    return plays.stream().map(of).toList();
  }

  private double[] reals(ToDoubleFunction<Play> of) {
    return plays.stream().mapToDouble(of).toArray();
  }

  private Card card() {
    Card card = new Card(note);
    for (Play play : plays) {
      card.line(play.context(), played(play));
      card.line(
          "  alone",
          String.format(
              Locale.ROOT,
              "equilibria %s; mixed %s",
              play.pureEquilibria(),
              play.mixedEquilibria()));
      card.line(
          "  as a team",
          "best is "
              + Play.joined(
                  play.game().teamOptima().stream()
                      .map(o -> o + (play.game().isDominated(o) ? " (dominated)" : ""))
                      .toList()));
    }
    return card;
  }

  private static String played(Play play) {
    if (play.episodes() == 0) {
      return "no episode";
    }
    return String.format(
        Locale.ROOT,
        "%s in %.1f %% of %,d episodes: equilibrium %s, team optimum %s; NashConv %.2f",
        play.most(),
        100 * play.mostShare(),
        play.episodes(),
        play.mostAsEquilibrium(),
        optimum(play),
        play.nashConv());
  }

  /** The contexts as HTML, without scripts or remote parts. */
  public String html() {
    return card().html();
  }

  /** The contexts as text. */
  @Override
  public String toString() {
    return card().text();
  }
}
