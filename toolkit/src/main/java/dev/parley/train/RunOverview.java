package dev.parley.train;

import dev.parley.env.Anchors;
import dev.parley.env.Role;
import dev.parley.report.Count;
import dev.parley.report.Page;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;

/** What a run's page begins with: what was done and what came of it, in sentences; the card. */
final class RunOverview {

  private RunOverview() {}

  static void add(Run run, Page page) {
    page.paragraph(done(run));
    if (run.completed() > 0) {
      page.paragraph(reached(run) + " " + converged(run));
    }
    page.card(RunCard.of(run));
  }

  private static String done(Run run) {
    Setup setup = run.plan().setup();
    return format(
        "%s learned to play %s together, in %s of %s. The signals of the game come from %s.%s",
        agents(setup.environment().roles()),
        setup.environment(),
        Count.of(run.completed(), "round"),
        Count.of(setup.batch(), "episode"),
        run.provenance().facts().getOrDefault("data", setup.dataset().toString()),
        run.stoppedEarly()
            ? format(" The run was stopped early: %,d rounds were planned.", setup.rounds())
            : "");
  }

  private static String agents(List<Role> roles) {
    List<String> names = roles.stream().map(Role::name).toList();
    int last = names.size() - 1;
    return last == 0
        ? "Agent " + names.get(0)
        : "Agents " + String.join(", ", names.subList(0, last)) + " and " + names.get(last);
  }

  private static String reached(Run run) {
    Anchors anchors = run.anchors();
    if (Double.isNaN(run.score())) {
      return format(
          "In the last tenth of the rounds they earned %.2f together in an episode. What that is"
              + " worth the game does not tell.",
          run.plateau());
    }
    String zero =
        anchors.communicationNeeded()
            ? format("0 is the best policy without messages (%.2f)", anchors.withoutCommunication())
            : format("0 is choosing at random (%.2f)", anchors.uniform());
    return format(
        "In the last tenth of the rounds they earned %.2f together in an episode. "
            + "On the scale where %s and 1 the best that can be had (%.2f), this is a score of %.2f.",
        run.plateau(), zero, anchors.optimum(), run.score());
  }

  private static String converged(Run run) {
    if (Double.isNaN(run.anchors().progress(0))) {
      return "Whether the run has converged is not known.";
    }
    OptionalInt round = run.convergedRound();
    String level = "nine tenths of the way from random play to the optimum";
    return round.isPresent()
        ? format(
            "From round %,d on, the mean of %d rounds stays at %s or above: there the run has"
                + " converged.",
            round.getAsInt(), run.window(), level)
        : format(
            "The run has not converged: at its end, the mean of %d rounds does not stay at %s.",
            run.window(), level);
  }

  static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values).replace("-0.00", "0.00");
  }
}
