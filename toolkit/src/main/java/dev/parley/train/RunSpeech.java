package dev.parley.train;

import static dev.parley.train.RunOverview.format;

import dev.parley.language.Lexicon;
import dev.parley.language.MessageLog;
import dev.parley.report.Excerpt;
import dev.parley.report.Figure;
import dev.parley.report.Page;
import tech.tablesaw.api.Table;

/** What was said in a run, and what codes stand for. */
final class RunSpeech {

  private static final int MESSAGES = 12;
  private static final double LAST = 0.1;

  /** Where all rows are: lexicon.csv has other counts, those of all of training. */
  private static final String ALL = "run.lexicon().last(" + LAST + ").table()";

  private RunSpeech() {}

  static void messages(Run run, Page page) {
    MessageLog log = run.outcome().messages();
    if (log.agents() == 0 || log.size() == 0) {
      return;
    }
    page.section("What was said")
        .paragraph(
            "Every message of the last tenth of the rounds: how often it was sent, the label of the"
                + " signal and the action that it went with most, each with the share of the"
                + " message's episodes in which it did and the entropy of what it went with. That a"
                + " message goes with a label does not yet mean that anybody listens: the verdict"
                + " above tests that.");
    Lexicon whole = run.lexicon();
    Table lexicon = whole.last(LAST).table();
    for (int agent = 0; agent < log.agents(); agent++) {
      String name = log.name(agent);
      Table own = lexicon.where(lexicon.stringColumn("agent").isEqualTo(name));
      page.table(
          own.rejectColumns("agent", "first_round", "last_round", "meaning"),
          format(
              "Agent %s: %,d different messages, made of %d different symbols",
              name, own.rowCount(), log.symbolsUsed(agent)),
          Excerpt.first(MESSAGES, ALL));
    }
    page.figure(
            new Figure(
                whole.evolution(),
                "Share of the most used messages over training, for each agent",
                "Which messages rise and which die."))
        .figure(
            new Figure(
                run.symbolChart(),
                "Share of each symbol by rank, for each agent, on logarithmic axes",
                "How often each symbol was used, the most frequent first."))
        .figure(
            new Figure(
                run.messageMap(),
                "Messages as points, coloured by the label of the signal",
                "Messages that share symbols lie together; equal ones form a heap."));
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
                    + " code first; codes that stand for none are not drawn."))
        .figure(
            new Figure(
                run.codeMap(),
                "Code vectors among the latents of evaluation images, coloured by label",
                "Where the codes lie among the images that they stand for. Near points are near in"
                    + " the space of latents; how far heaps are from each other means little."))
        .figure(
            new Figure(
                run.reconstructions(),
                "Evaluation images above what their codes decode to",
                "What is left of an image when it has become a code."))
        .figure(
            new Figure(
                run.prototypes(),
                "What each code decodes to, and how many images it stands for",
                "What each code stands for."));
  }
}
