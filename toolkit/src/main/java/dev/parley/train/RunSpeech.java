package dev.parley.train;

import static dev.parley.train.RunOverview.format;

import dev.parley.report.Excerpt;
import dev.parley.report.Figure;
import dev.parley.report.Page;
import tech.tablesaw.api.Table;

/** What was said in a run, and what codes stand for. */
final class RunSpeech {

  private static final int MESSAGES = 12;

  private RunSpeech() {}

  static void messages(Run run, Page page) {
    MessageLog log = run.outcome().messages();
    if (log.agents() == 0 || log.size() == 0) {
      return;
    }
    page.section("What was said")
        .paragraph(
            format(
                "Every message of the last %,d episodes: how often it was sent, and the label of"
                    + " the signal and the action that it went with most, each with the share of"
                    + " the message's episodes in which it did. That a message goes with a label"
                    + " does not yet mean that anybody listens: the verdict above tests that.",
                log.size()));
    Table lexicon = run.lexicon();
    for (int agent = 0; agent < log.agents(); agent++) {
      String name = log.name(agent);
      Table own = lexicon.where(lexicon.stringColumn("agent").isEqualTo(name));
      page.table(
          own.rejectColumns("agent"),
          format(
              "Agent %s: %,d different messages of %d symbols",
              name, own.rowCount(), log.symbolsUsed(agent)),
          Excerpt.first(MESSAGES, "lexicon.csv"));
    }
    page.figure(
        new Figure(
            run.symbolChart(),
            "Share of each symbol by rank, for each agent, on logarithmic axes",
            "How often each symbol was used, the most frequent first."));
  }

  static void codebook(Run run, Page page) {
    if (run.outcome().codeUse().isEmpty()) {
      return;
    }
    page.section("Codebook")
        .figure(
            new Figure(
                run.codebookChart(),
                "Share of the evaluation samples that each code stands for, by rank",
                "How many of the samples kept for evaluation each code stands for, the most used"
                    + " code first; codes that stand for none are not drawn."));
  }
}
