package dev.parley.train;

import static dev.parley.train.RunOverview.format;

import dev.parley.report.Page;
import java.util.LinkedHashMap;
import java.util.Map;

/** Where the numbers of a run come from, and how to have them again. */
final class RunOrigin {

  private RunOrigin() {}

  static void plan(Run run, Page page) {
    Map<String, String> settings = new LinkedHashMap<>();
    PlanText.settings(run.plan())
        .forEach((name, value) -> settings.put(name, PlanText.shown(name, value)));
    page.section("Plan")
        .paragraph("The plan as a line of Java, with what differs from where it begins:")
        .code(PlanText.line(run.plan()))
        .paragraph("All settings, those that are not in the line included:")
        .facts(settings);
  }

  static void provenance(Run run, Page page) {
    Map<String, String> facts = new LinkedHashMap<>(run.provenance().facts());
    facts.put("started", run.provenance().started().toString());
    facts.put("seconds", format("%.1f", run.time().toMillis() / 1e3));
    page.section("Provenance")
        .paragraph("What the numbers depend on beside the plan. The time does not change them.")
        .facts(facts);
  }

  static void repeat(Run run, Page page) {
    page.section("How to repeat it");
    Obstacles.of(run.plan())
        .ifPresentOrElse(
            why ->
                page.paragraph(
                    "This plan cannot be read back from its file (" + why + "). In Java:"),
            () ->
                page.paragraph(
                        "In a terminal, with the folder that this page was saved in; it runs the"
                            + " plan again and compares every number of every round:")
                    .code("./parley replay FOLDER")
                    .paragraph("In Java:"));
    page.code(PlanText.line(run.plan()) + ".run()")
        .paragraph(
            "The same plan gives the same numbers, to the last bit, where toolkit, data, backend,"
                + " number of threads and platform are the same.");
  }
}
