package dev.parley.train;

import static dev.parley.train.RunOverview.format;

import dev.parley.analysis.Condition;
import dev.parley.analysis.Interval;
import dev.parley.env.Anchors;
import dev.parley.language.Audit;
import dev.parley.language.Verdict;
import dev.parley.report.Excerpt;
import dev.parley.report.Figure;
import dev.parley.report.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Whether the agents talk, for somebody who reads of it for the first time. */
final class RunVerdict {

  private RunVerdict() {}

  static void add(Run run, Page page) {
    Audit audit = run.audit();
    page.section("Do they talk?");
    if (!audit.done()) {
      page.verdict("No verdict", List.of("There was no audit: " + audit.note() + "."));
      return;
    }
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(meaning(audit));
    boolean heard = audit.verdict() != Verdict.SILENT;
    if (heard) {
      paragraphs.add(method(run, audit));
    }
    paragraphs.add(need(audit, run.anchors()));
    page.verdict(word(audit), paragraphs);
    if (heard) {
      evidence(audit, page);
    }
  }

  private static void evidence(Audit audit, Page page) {
    page.table(
            audit.table(),
            "Joint reward of the trained agents, by what the listener reads; score 0 is the best"
                + " without communication, 1 the optimum; the interval is of 95 %",
            Excerpt.ALL)
        .figure(
            new Figure(
                audit.chart(),
                "Cost of each condition beside messages as said, with its interval",
                "What it costs to change the message on its way."));
    if (!Double.isNaN(audit.influence().estimate())) {
      page.paragraph(
          format(
              "Causal influence of the message on the listener's action: %.2f bit. Mean distance"
                  + " of the listener's policies with the message and without: %.2f, on the scale"
                  + " from 0 to 1.",
              audit.influence().estimate(), audit.listening().estimate()));
    }
  }

  private static String word(Audit audit) {
    String word = audit.headline();
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  private static String meaning(Audit audit) {
    Interval cost = audit.cost(Condition.PERMUTED);
    String shuffled =
        format(
            "With messages from other episodes in place of their own, the agents earn %.2f %s"
                + " than the %.2f of an episode; the 95 %% interval of this cost is %.2f to %.2f.",
            Math.abs(cost.estimate()),
            cost.estimate() < 0 ? "more" : "less",
            audit.reward(Condition.INTACT),
            cost.low(),
            cost.high());
    return switch (audit.verdict()) {
      case USED -> "They talk: what is said matters for what is done. " + shuffled;
      case IGNORED ->
          "Messages vary, but nothing shows that anybody acts on them. "
              + shuffled
              + " Silence may cost something even so, because the agents have never been trained"
              + " with it: that is no evidence of talking.";
      case CONSTANT ->
          format(
              "They always say the same, or nearly so: a message carries %.3f bit, and below %.2f"
                  + " bit it is called a constant. Whoever hears the same in every episode learns"
                  + " nothing from it.",
              audit.bits(), Audit.CONSTANT_BELOW);
      case SILENT ->
          "No message arrives: the channel is closed in this plan. What the agents reach, they"
              + " reach without talking.";
      case NONE -> "There was no audit: " + audit.note() + ".";
    };
  }

  private static String method(Run run, Audit audit) {
    String samples =
        run.plan().setup().holdout() > 0
            ? "signals that they were not trained on"
            : "the signals that they were trained on";
    return format(
        "How this was found: after training, the agents played %,d episodes with %s, again and"
            + " again. Only the messages differed: as said, from other episodes, always the same,"
            + " at random, none.",
        audit.episodes(), samples);
  }

  private static String need(Audit audit, Anchors anchors) {
    if (!anchors.known()) {
      return "What can be had in this game without messages is not known, so neither is whether"
          + " it needs them.";
    }
    return audit.needed()
        ? "In this game the optimum is out of reach without an exchange of messages."
        : "In this game the optimum can be reached without any message, so a high reward says"
            + " nothing about talking.";
  }
}
