package dev.parley.study;

import dev.parley.report.Excerpt;
import dev.parley.report.Page;
import dev.parley.report.Tables;
import dev.parley.study.StudyResult.Row;
import dev.parley.train.PlanText;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Where the numbers of a study come from, and how to have them again. */
final class StudyOrigin {

  private static final int CELLS = 40;

  private StudyOrigin() {}

  static void plans(StudyResult result, Page page) {
    List<Row> rows = result.rows();
    page.section("Plans")
        .paragraph(
            "The plan of each cell as a line of Java, with the seed of the study's base. The seeds"
                + " that have ended, well or not: "
                + seeds(rows)
                + ".")
        .table(
            Tables.named("plans")
                .texts("cell", rows.stream().map(row -> row.cell().name()).toList())
                .texts("plan", rows.stream().map(row -> PlanText.line(row.cell().plan())).toList())
                .table(),
            "Plans, by cell",
            Excerpt.first(CELLS, "study.json"));
  }

  private static String seeds(List<Row> rows) {
    Set<String> seeds = new LinkedHashSet<>();
    rows.forEach(
        row ->
            row.trials().stream()
                .flatMap(Optional::stream)
                .forEach(record -> seeds.add(Long.toString(record.seed()))));
    return seeds.isEmpty() ? "none" : String.join(", ", seeds);
  }

  static void provenance(StudyResult result, Page page) {
    Map<String, Set<String>> facts = new TreeMap<>();
    for (Row row : result.rows()) {
      for (TrialRecord record : row.complete()) {
        record
            .facts()
            .forEach(
                (name, value) ->
                    facts.computeIfAbsent(name, n -> new LinkedHashSet<>()).add(value));
      }
    }
    if (facts.isEmpty()) {
      return;
    }
    Map<String, String> texts = new LinkedHashMap<>();
    facts.forEach((name, values) -> texts.put(name, String.join("; ", values)));
    page.section("Provenance")
        .paragraph(
            "What the numbers depend on beside the plans; more than one value where trials differ.")
        .facts(texts);
  }

  static void repeat(StudyResult result, Page page) {
    page.section("How to repeat it");
    if (result.completed() == 0) {
      page.paragraph("Nothing can be repeated before a trial has ended well.");
      return;
    }
    page.paragraph(
            "In a terminal, with the folder that this page was saved in; it runs every trial that"
                + " ended well again and compares all numbers:")
        .code("./parley replay FOLDER")
        .paragraph("In Java:")
        .code("Experiment.replayStudy(Path.of(\"FOLDER\"))")
        .paragraph(
            "The same plan gives the same numbers, to the last bit, where toolkit, data, backend,"
                + " number of threads and platform are the same.");
  }
}
