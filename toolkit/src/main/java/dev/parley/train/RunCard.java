package dev.parley.train;

import dev.parley.env.Anchors;
import dev.parley.language.Audit;
import dev.parley.language.MessageLog;
import dev.parley.report.Card;
import dev.parley.report.Count;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.StringJoiner;

/** A run in ten lines. */
final class RunCard {

  private RunCard() {}

  static Card of(Run run) {
    Setup setup = run.plan().setup();
    Card card =
        new Card("Run " + run.id() + (run.stoppedEarly() ? ", stopped early" : ""))
            .line("plan", PlanText.line(run.plan()))
            .line(
                "rounds",
                format(
                    "%,d of %,d, batches of %d, seed %d",
                    run.completed(), setup.rounds(), setup.batch(), setup.seed()))
            .line("joint reward", reward(run));
    if (run.log().evaluations().count() > 0) {
      card.line("evaluated", evaluated(run));
    }
    if (run.completed() > 0) {
      card.line("converged", converged(run));
    }
    if (!run.outcome().codeUse().isEmpty()) {
      card.line("codes", codes(run));
    }
    boolean nothingToAudit = run.completed() == 0 || run.audit().note().equals(Audit.NOBODY_SPEAKS);
    if (!nothingToAudit) {
      card.line("verdict", run.audit().line());
    }
    run.diagnosis().findings().forEach(f -> card.line("diagnosis", f.toString()));
    Obstacles.of(run.plan()).ifPresent(why -> card.line("replay", "not possible: " + why));
    return card.line("time", time(run));
  }

  private static String reward(Run run) {
    if (run.completed() == 0) {
      return "none: stopped before the end of the first round";
    }
    Anchors a = run.anchors();
    StringJoiner known = new StringJoiner(", ", " (", ")").setEmptyValue("");
    add(known, "optimum", a.optimum());
    if (a.communicationNeeded()) {
      add(known, "best without communication", a.withoutCommunication());
    }
    add(known, "uniform", a.uniform());
    String score =
        Double.isNaN(run.score())
            ? ", what it is worth is not known"
            : format(": score %.2f", run.score());
    return format("%.2f at the end", run.plateau()) + known + score;
  }

  /** The last evaluation. */
  private static String evaluated(Run run) {
    Evaluation plan = run.plan().setup().evaluateEvery();
    Evaluations all = run.log().evaluations();
    int last = all.count() - 1;
    double mean = all.means()[last];
    double error = all.standardErrors(plan)[last];
    double score = run.anchors().score(mean);
    return format("%.2f", mean)
        + (Double.isNaN(error) ? "" : format(", standard error %.2f,", error))
        + format(" in %s", Count.of(plan.episodes(), "episode"))
        + format(" after round %,d", all.rounds(plan)[last])
        + (Double.isNaN(score) ? "" : format(": score %.2f", score));
  }

  private static void add(StringJoiner known, String name, double reward) {
    if (!Double.isNaN(reward)) {
      known.add(format("%s %.2f", name, reward));
    }
  }

  private static String converged(Run run) {
    if (Double.isNaN(run.anchors().progress(0))) {
      return "not known: the game does not tell what play is worth";
    }
    OptionalInt round = run.convergedRound();
    return round.isPresent()
        ? format("round %,d", round.getAsInt())
        : "not in " + Count.of(run.completed(), "round");
  }

  private static String codes(Run run) {
    StringJoiner used = new StringJoiner(" and ");
    int codes = 0;
    for (long[] counts : run.outcome().codeUse().values()) {
      used.add(Integer.toString(Run.used(counts)));
      codes = counts.length;
    }
    StringBuilder text = new StringBuilder(format("%s of %d stand for images", used, codes));
    MessageLog log = run.outcome().messages();
    for (int agent = 0; agent < log.agents() && log.size() > 0; agent++) {
      text.append(agent == 0 ? "; at the end " : ", ");
      text.append(format("%s speaks %d", log.name(agent), log.symbolsUsed(agent)));
    }
    return text.toString();
  }

  private static String time(Run run) {
    return format(
        "%.1f s on %s (ND4J %s)",
        run.time().toMillis() / 1e3,
        run.provenance().facts().getOrDefault("backend", "an unknown backend"),
        run.provenance().facts().getOrDefault("nd4j", "none"));
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
