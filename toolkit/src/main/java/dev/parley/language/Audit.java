package dev.parley.language;

import dev.parley.analysis.Condition;
import dev.parley.analysis.Entropy;
import dev.parley.analysis.Interval;
import dev.parley.analysis.Interventions;
import dev.parley.analysis.Messages;
import dev.parley.env.Anchors;
import dev.parley.report.Card;
import dev.parley.report.Count;
import dev.parley.report.Estimates;
import dev.parley.report.Tables;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import tech.tablesaw.api.Table;

/**
 * Whether trained agents use what they say. They play the same evaluation episodes several times,
 * and only the message on its way is changed; what that costs is the evidence, and nothing else is:
 * that messages tell something about the signal does not mean that anybody listens (Lowe et al.,
 * 2019).
 *
 * @param verdict what holds of the message
 * @param anchors what a joint reward is worth in this game
 * @param plays what was earned under each condition that was played, {@link Condition#INTACT} first
 * @param bits plug-in entropy of a message
 * @param kinds how many different messages were said
 * @param influence causal influence of the message on the listener's action, bits, mean over states
 *     (Lowe et al., 2019): how much one learns about the action from the message if it is set from
 *     outside, drawn as often as the speaker says it
 * @param listening mean total variation, 0 to 1, between the listener's policy with the message and
 *     without (positive listening: Lowe et al., 2019)
 * @param episodes how many were played under each condition
 * @param note why there was no audit; empty if there was
 */
public record Audit(
    Verdict verdict,
    Anchors anchors,
    List<Play> plays,
    double bits,
    int kinds,
    Interval influence,
    Interval listening,
    int episodes,
    String note) {

  /** Below this entropy, in bits a message, the message is a constant. */
  public static final double CONSTANT_BELOW = 0.05;

  /** Why there is no audit of a game in which nobody speaks. */
  public static final String NOBODY_SPEAKS = "nobody speaks";

  private static final double LEVEL = 0.95;

  /** Decimals of a number on the card at most. */
  private static final int MOST = 6;

  private static final Interval UNKNOWN = new Interval(Double.NaN, Double.NaN, Double.NaN);

  /**
   * The same episodes, played under one condition.
   *
   * @param condition what was done to the message
   * @param reward mean joint reward of an episode
   * @param score the reward on the scale on which 0 is the best policy without communication and 1
   *     the optimum; where both are the same, 0 is uniform play
   * @param cost what it costs beside messages as they were said, paired by episode, with an
   *     interval of 95 %
   */
  public record Play(Condition condition, double reward, double score, Interval cost) {}

  /** Keeps a copy of the plays. */
  public Audit {
    plays = List.copyOf(plays);
  }

  /** Judges interventions, of which messages as said and permuted ones at least were played. */
  public static Audit of(Interventions played, Anchors anchors) {
    List<Play> plays =
        played.conditions().stream().map(condition -> play(played, condition, anchors)).toList();
    int[] types = played.said().types();
    double bits = Entropy.bits(types);
    return new Audit(
        verdict(played, bits),
        anchors,
        plays,
        bits,
        Messages.kinds(types),
        played.influence(LEVEL),
        played.listening(LEVEL),
        types.length,
        "");
  }

  /** No audit, and why. */
  public static Audit none(String why, Anchors anchors) {
    return new Audit(Verdict.NONE, anchors, List.of(), Double.NaN, 0, UNKNOWN, UNKNOWN, 0, why);
  }

  private static Play play(Interventions played, Condition condition, Anchors anchors) {
    double reward = played.mean(condition);
    return new Play(condition, reward, anchors.score(reward), played.cost(condition, LEVEL));
  }

  private static Verdict verdict(Interventions played, double bits) {
    if (!played.open()) {
      return Verdict.SILENT;
    }
    if (bits < CONSTANT_BELOW) {
      return Verdict.CONSTANT;
    }
    return played.cost(Condition.PERMUTED, LEVEL).low() > 0 ? Verdict.USED : Verdict.IGNORED;
  }

  /** Whether the optimum is known to be out of reach without communication. */
  public boolean needed() {
    return anchors.communicationNeeded();
  }

  /** Whether there was one. */
  public boolean done() {
    return verdict != Verdict.NONE;
  }

  /** Mean joint reward under a condition; NaN if it was not played. */
  public double reward(Condition condition) {
    return under(condition, Play::reward);
  }

  /** What a condition costs; NaN throughout if it was not played. */
  public Interval cost(Condition condition) {
    return plays.stream()
        .filter(play -> play.condition() == condition)
        .map(Play::cost)
        .findFirst()
        .orElse(UNKNOWN);
  }

  private double under(Condition condition, ToDoubleFunction<Play> value) {
    return plays.stream()
        .filter(play -> play.condition() == condition)
        .mapToDouble(value)
        .findFirst()
        .orElse(Double.NaN);
  }

  /** The verdict and its evidence in a line. */
  public String line() {
    String evidence =
        switch (verdict) {
          case NONE -> note;
          case SILENT -> "the channel is closed";
          case CONSTANT -> format("%.2f bit a message", bits);
          case USED, IGNORED ->
              format(
                  "shuffling messages costs %s of %.2f",
                  text(cost(Condition.PERMUTED)), reward(Condition.INTACT));
        };
    return headline() + ": " + evidence;
  }

  /** The verdict alone, as in "ignored, not needed". */
  public String headline() {
    return verdict + (needed() || !anchors.known() || !done() ? "" : ", not needed");
  }

  /** What the verdict means, for somebody who reads one for the first time. */
  public String meaning() {
    String first = verdict.meaning();
    String sentence = first.substring(0, 1).toUpperCase(Locale.ROOT) + first.substring(1);
    return done() ? sentence + ". " + need() : sentence + ": " + note + ".";
  }

  private static String score(Play play) {
    return Double.isNaN(play.score()) ? "" : format(", score %.2f", play.score());
  }

  private String need() {
    if (!anchors.known()) {
      return "Whether this game needs messages is not known: it does not tell what can be had"
          + " without them.";
    }
    return needed()
        ? "The optimum cannot be reached without communication."
        : "The best policy without communication reaches the optimum, so that no reward in this"
            + " game can show that agents communicate.";
  }

  /**
   * One row a condition: {@code listener_reads}, {@code joint_reward}, {@code score} (0: best
   * without communication, 1: optimum), {@code cost} beside messages as they were said, and the
   * ends {@code low} and {@code high} of its interval of 95 %.
   */
  public Table table() {
    return Tables.named("audit")
        .texts("listener_reads", plays.stream().map(p -> p.condition().text()).toList())
        .reals("joint_reward", reals(Play::reward))
        .reals("score", reals(Play::score))
        .reals("cost", reals(play -> play.cost().estimate()))
        .reals("low", reals(play -> play.cost().low()))
        .reals("high", reals(play -> play.cost().high()))
        .table();
  }

  private double[] reals(ToDoubleFunction<Play> value) {
    return plays.stream().mapToDouble(value).toArray();
  }

  /**
   * What each condition costs, with its interval; and, in a game that needs messages, what it would
   * cost to fall to the best policy without communication.
   */
  public Estimates chart() {
    Estimates chart =
        new Estimates(
            "Audit: " + headline(), "cost beside messages as said, joint reward of an episode");
    for (Play play : plays) {
      Interval cost = play.cost();
      if (play.condition() != Condition.INTACT) {
        chart.estimate(play.condition().text(), cost.estimate(), cost.low(), cost.high());
      }
    }
    if (done()) {
      chart.level("as said", 0);
    }
    if (done() && needed()) {
      double without = reward(Condition.INTACT) - anchors.withoutCommunication();
      chart.level("best without communication", without);
    }
    return chart;
  }

  /** The verdict and all its evidence as a card. */
  public Card card() {
    Card card = new Card("Audit").line("verdict", line()).line("meaning", meaning());
    for (Play play : plays) {
      boolean intact = play.condition() == Condition.INTACT;
      String cost = intact ? "" : ", costs " + text(play.cost());
      card.line(play.condition().text(), format("%.2f", play.reward()) + score(play) + cost);
    }
    if (done()) {
      card.line("messages", format("%s, %.2f bit a message", Count.of(kinds, "kind"), bits));
      if (!Double.isNaN(influence.estimate())) {
        card.line("influence", text(influence) + " bit on the listener's action")
            .line("listening", text(listening) + " between policies with and without the message");
      }
      card.line("episodes", format("%,d of the evaluation samples", episodes));
    }
    return card;
  }

  /** The card as HTML, without scripts or remote parts. */
  public String html() {
    return card().html();
  }

  /** The card as text. */
  @Override
  public String toString() {
    return card().text();
  }

  private static String text(Interval value) {
    int decimals = 2;
    // What decides is whether the lower end is above 0: it is shown with as many digits as that
    // takes.
    while (value.low() > 0 && value.low() < 0.5 * Math.pow(10, -decimals) && decimals < MOST) {
      decimals++;
    }
    String number = "%." + decimals + "f";
    return format(
        number + " [" + number + ", " + number + "]", value.estimate(), value.low(), value.high());
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values).replace("-0.00", "0.00");
  }
}
