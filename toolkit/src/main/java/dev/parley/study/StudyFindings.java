package dev.parley.study;

import dev.parley.report.Excerpt;
import dev.parley.report.Figure;
import dev.parley.report.Page;
import dev.parley.study.StudyResult.Row;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tech.tablesaw.api.Table;

/** What a study found, as sections of its page. */
final class StudyFindings {

  private static final String PLATEAU = "plateau";
  private static final int FAILURES = 20;
  private static final int TRIALS = 10;

  /** Measures that are compared, and what they are. */
  private static final Map<String, String> COMPARED = compared();

  private StudyFindings() {}

  private static Map<String, String> compared() {
    Map<String, String> compared = new LinkedHashMap<>();
    compared.put(PLATEAU, "the joint reward at the end");
    compared.put("converged_round", "rounds until it converged");
    return compared;
  }

  static void failed(StudyResult result, Page page) {
    Table failed = result.failed();
    if (!failed.isEmpty()) {
      page.section("Failed trials")
          .paragraph(
              "These trials came to nothing; no number on this page contains them. The others are"
                  + " not touched by that. retry() runs them again.")
          .table(failed, "What went wrong", Excerpt.first(FAILURES, "failed.csv"));
    }
  }

  static void summary(StudyResult result, Page page) {
    page.section("Results");
    if (result.completed() == 0) {
      page.paragraph("No trial has ended well, so there is nothing to show yet.");
      return;
    }
    Table summary = result.summary();
    Set<String> settings = result.rows().get(0).cell().settings().keySet();
    List<String> about = new ArrayList<>(settings);
    List<String> rest = new ArrayList<>(settings);
    for (String column : summary.columnNames()) {
      if (!settings.contains(column)) {
        (isOutcome(column) ? about : rest).add(column);
      }
    }
    page.paragraph(
            "Of each cell: n trials, how many of them converged, the median round in which they"
                + " did, the mean joint reward of the last tenth of the rounds (plateau), the same"
                + " on the scale where 1 is the optimum (score), and its interquartile mean; _low"
                + " and _high are 95 % intervals over the seeds. A dash: there is no such number.")
        .table(summary.selectColumns(about.toArray(String[]::new)), "Reward, by cell")
        .table(
            summary.selectColumns(rest.toArray(String[]::new)),
            "Codebook, messages and verdicts: means, by cell")
        .figure(Figure.of(result.formation(), "Share of runs that converged, by cell"));
  }

  private static boolean isOutcome(String column) {
    return column.equals("n")
        || column.startsWith("converged")
        || column.startsWith(PLATEAU)
        || column.startsWith("score");
  }

  static void curves(StudyResult result, Page page) {
    if (result.completed() > 0) {
      page.section("Curves")
          .figure(
              new Figure(
                  result.curves(),
                  "Joint reward by round, for each cell the mean over seeds with its interval",
                  "Where a band is narrow, the seeds agree."))
          .figure(Figure.of(result.boxes(PLATEAU), "Joint reward at the end, by cell"));
    }
  }

  static void comparisons(StudyResult result, Page page) {
    Map<String, Table> tables = new LinkedHashMap<>();
    COMPARED.forEach(
        (measure, words) -> {
          Table table = result.comparison(measure);
          if (!table.isEmpty()) {
            tables.put(measure, table);
          }
        });
    if (tables.isEmpty()) {
      return;
    }
    page.section("Comparisons")
        .paragraph(
            "Each cell against the one that it is a change of, seed by seed: the mean difference"
                + " with its 95 % interval, the standardised effect (Hedges) with its interval, p"
                + " of Wilcoxon's signed-rank test, and p corrected for the number of rows (Holm)."
                + " An interval that contains 0 leaves open whether there is a difference.");
    tables.forEach(
        (measure, table) ->
            page.table(table, "Difference in " + COMPARED.get(measure) + " (" + measure + ")"));
  }

  /** Which setting does how much: a heat map of a whole grid of two, else a tornado chart. */
  static void settings(StudyResult result, Page page) {
    List<Row> rows = result.rows();
    List<String> settings = List.copyOf(rows.get(0).cell().settings().keySet());
    if (result.completed() == 0 || settings.size() < 2) {
      return;
    }
    if (settings.size() == 2 && isGrid(rows, settings)) {
      page.section("Settings")
          .figure(
              Figure.of(
                  result.heatMap(PLATEAU),
                  "Mean joint reward by " + String.join(" and ", settings)));
      return;
    }
    boolean base =
        rows.stream().anyMatch(row -> row.cell().base() && Double.isFinite(row.mean(PLATEAU)));
    if (base) {
      page.section("Settings")
          .figure(
              new Figure(
                  result.tornado(PLATEAU),
                  "How far each setting moves the mean joint reward away from that of the base",
                  "One setting at a time, the others as in the base."));
    }
  }

  private static boolean isGrid(List<Row> rows, List<String> settings) {
    int product = 1;
    for (String setting : settings) {
      product *= new HashSet<>(rows.stream().map(r -> r.cell().text(setting)).toList()).size();
    }
    return product == rows.size();
  }

  static void trials(StudyResult result, Page page) {
    if (result.completed() > 0) {
      page.section("Trials")
          .table(result.table(), "Every trial that ended well", Excerpt.ends(TRIALS, "trials.csv"));
    }
  }
}
