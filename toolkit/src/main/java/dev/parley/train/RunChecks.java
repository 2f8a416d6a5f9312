package dev.parley.train;

import dev.parley.report.Excerpt;
import dev.parley.report.Page;

/** What went wrong in a run, if anything, and what was played beside what the game predicts. */
final class RunChecks {

  private RunChecks() {}

  static void diagnosis(Run run, Page page) {
    if (run.completed() == 0) {
      return;
    }
    Diagnosis diagnosis = run.diagnosis();
    page.section("Diagnosis")
        .paragraph(
            diagnosis.findings().isEmpty()
                ? "Nothing of what is looked for was found."
                : "What was found, on which evidence, what it is likely to come from, and what to"
                    + " try.")
        .table(diagnosis.table(), "What was looked for", Excerpt.ALL);
  }

  static void equilibria(Run run, Page page) {
    Equilibria equilibria = run.equilibria();
    if (equilibria.plays().isEmpty()) {
      return;
    }
    page.section("The game")
        .paragraph(
            "What was played for each payoff table, beside the equilibria of the game that each"
                + " agent would play for itself. The agents are paid the sum of both rewards: they"
                + " can settle on what is best for the team and no equilibrium.")
        .table(equilibria.table(), equilibria.note(), Excerpt.ALL);
  }
}
