package dev.parley.train;

import dev.parley.language.Protocol;
import dev.parley.report.Excerpt;
import dev.parley.report.Figure;
import dev.parley.report.Page;

/** What was said, measured. */
final class RunProtocol {

  private RunProtocol() {}

  static void add(Run run, Page page) {
    if (run.outcome().messages().agents() == 0 || run.completed() == 0) {
      return;
    }
    Protocol protocol = run.protocol();
    page.section("What messages tell")
        .paragraph(
            "In bits, of the "
                + run.plan().setup().recordMessages().words()
                + ". Some information there is by chance alone:"
                + " by_chance is what is left when messages are dealt out anew, corrected what"
                + " there is beyond it, and p how often chance has as much. A message that tells"
                + " something need not be heard by anybody.")
        .table(protocol.information(), "What messages tell, and of what", Excerpt.ALL)
        .figure(
            new Figure(
                protocol.evolution(),
                "Entropy of messages, and what they tell of the label, over training",
                "How the language came about."))
        .table(
            protocol.structure(),
            "How messages are built, the label being the meaning; the interval is of 95 %",
            Excerpt.ALL)
        .table(
            protocol.distribution().rejectColumns("entropy_corrected", "zipf_distance", "possible"),
            "How often messages and symbols are used; a power law is claimed only where the fit"
                + " says so",
            Excerpt.ALL);
  }
}
