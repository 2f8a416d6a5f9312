package dev.parley.train;

import static dev.parley.train.RunOverview.format;

import dev.parley.analysis.Audit;
import dev.parley.analysis.Audit.Verdict;
import dev.parley.analysis.Difference;
import dev.parley.report.Page;
import dev.parley.report.Tables;
import java.util.ArrayList;
import java.util.List;
import tech.tablesaw.api.Table;

/** Whether the agents talk, for somebody who reads of it for the first time. */
final class RunVerdict {

  private static final String HEADING = "Do they talk?";

  private RunVerdict() {}

  static void add(Run run, Page page) {
    page.section(HEADING);
    run.audit()
        .ifPresentOrElse(
            audit -> add(run, audit, page),
            () ->
                page.verdict(
                    "No verdict",
                    List.of(
                        run.completed() == 0
                            ? "The run was stopped before its first round was complete, so there"
                                + " are no trained agents to examine."
                            : "Nobody speaks in this experiment, or the run was stopped before the"
                                + " agents could be examined.")));
  }

  private static void add(Run run, Audit audit, Page page) {
    List<String> paragraphs = new ArrayList<>();
    paragraphs.add(meaning(audit));
    if (audit.verdict() != Verdict.SILENT) {
      paragraphs.add(method(run, audit));
    }
    paragraphs.add(need(audit));
    page.verdict(word(audit), paragraphs);
    if (audit.verdict() != Verdict.SILENT) {
      page.table(table(audit), "Joint reward of the trained agents, by what became of messages");
    }
  }

  private static String word(Audit audit) {
    String word =
        switch (audit.verdict()) {
          case USED -> "Used";
          case IGNORED -> "Ignored";
          case CONSTANT -> "Constant";
          case SILENT -> "Silent";
        };
    return word + (audit.needed() ? "" : ", not needed");
  }

  private static String meaning(Audit audit) {
    Difference cost = audit.permutedCost();
    String shuffled =
        format(
            "With messages from other episodes in place of their own, the agents earn %.2f less of"
                + " %.2f in an episode; the 95 %% interval of this cost is %.2f to %.2f.",
            cost.mean(), audit.intact(), cost.low(), cost.high());
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
    };
  }

  private static String method(Run run, Audit audit) {
    String samples =
        run.plan().setup().holdout() > 0
            ? "signals that they were not trained on"
            : "the signals that they were trained on";
    return format(
        "How this was found: after training, the agents played %,d episodes with %s, with messages"
            + " as they are, shuffled between episodes, and silenced. Only the messages differed.",
        audit.episodes(), samples);
  }

  private static String need(Audit audit) {
    return audit.needed()
        ? "In this game the optimum is out of reach without an exchange of messages."
        : "In this game the optimum can be reached without any message, so a high reward says"
            + " nothing about talking.";
  }

  private static Table table(Audit audit) {
    double[] reward = {audit.intact(), audit.permuted(), audit.silenced()};
    Difference shuffled = audit.permutedCost();
    Difference silenced = audit.silencedCost();
    return Tables.named("interventions")
        .texts("messages", List.of("as they are", "shuffled between episodes", "silenced"))
        .reals("joint_reward", reward)
        .reals("cost", new double[] {Double.NaN, shuffled.mean(), silenced.mean()})
        .reals("95 % from", new double[] {Double.NaN, shuffled.low(), silenced.low()})
        .reals("to", new double[] {Double.NaN, shuffled.high(), silenced.high()})
        .table();
  }
}
