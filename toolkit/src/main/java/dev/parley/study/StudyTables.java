package dev.parley.study;

import static dev.parley.study.StudyResult.LEVEL;

import dev.parley.analysis.Interval;
import dev.parley.analysis.Robust;
import dev.parley.random.RandomStream;
import dev.parley.report.Tables;
import dev.parley.study.StudyResult.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import tech.tablesaw.api.Table;

/** The tables of a study. */
final class StudyTables {

  private static final int RESAMPLES = 2_000;
  private static final Set<String> WHOLE = Set.of("rounds", "codes_used");

  private final List<Row> rows;

  StudyTables(List<Row> rows) {
    this.rows = rows;
  }

  Table trials() {
    List<Map<String, Object>> cells = new ArrayList<>();
    List<TrialRecord> records = new ArrayList<>();
    for (Row row : rows) {
      for (TrialRecord record : row.complete()) {
        cells.add(row.cell().settings());
        records.add(record);
      }
    }
    Tables table = Tables.named("trials");
    settings(table, cells);
    table.texts("seed", records.stream().map(r -> Long.toString(r.seed())).toList());
    for (String name : StudyResult.measures(rows)) {
      double[] values = records.stream().mapToDouble(r -> r.measure(name)).toArray();
      if (WHOLE.contains(name) && Arrays.stream(values).allMatch(Double::isFinite)) {
        table.wholes(name, values);
      } else {
        table.reals(name, values);
      }
    }
    table.texts("verdict", records.stream().map(TrialRecord::verdict).toList());
    return table
        .reals("seconds", records.stream().mapToDouble(TrialRecord::seconds).toArray())
        .table();
  }

  /** Settings of each row: numbers where all are, else as they are written in a plan. */
  private static void settings(Tables table, List<Map<String, Object>> cells) {
    if (cells.isEmpty()) {
      return;
    }
    for (String name : cells.get(0).keySet()) {
      List<Object> values = cells.stream().map(cell -> cell.get(name)).toList();
      if (values.stream().allMatch(Integer.class::isInstance)) {
        table.wholes(name, values.stream().mapToInt(v -> (Integer) v).toArray());
      } else if (values.stream().allMatch(Double.class::isInstance)) {
        table.reals(name, values.stream().mapToDouble(v -> (Double) v).toArray());
      } else {
        table.texts(name, values.stream().map(v -> Cell.text(name, v)).toList());
      }
    }
  }

  Table summary() {
    Tables table = Tables.named("summary");
    settings(table, rows.stream().map(row -> row.cell().settings()).toList());
    table.wholes("n", rows.stream().mapToInt(row -> row.measure("score").length).toArray());
    table.wholes("converged", rows.stream().mapToInt(StudyTables::converged).toArray());
    each(table, "converged_round", StudyTables::medianRound);
    intervals(table, "plateau", row -> Interval.ofMean(row.measure("plateau"), LEVEL));
    each(table, "score", row -> row.mean("score"));
    intervals(table, "score_iqm", StudyTables::middle);
    for (String name :
        List.of("codes_used", "code_gini", "code_perplexity", "symbols_used", "message_entropy")) {
      if (StudyResult.measures(rows).contains(name)) {
        each(table, name, row -> row.mean(name));
      }
    }
    return table.texts("verdicts", rows.stream().map(StudyTables::verdicts).toList()).table();
  }

  /** The same resamples for every cell, and on every call. */
  private static Interval middle(Row row) {
    double[][] strata = {row.measure("score")};
    return Robust.interquartileMean(strata, LEVEL, RESAMPLES, new RandomStream(1));
  }

  private void intervals(Tables table, String name, Function<Row, Interval> of) {
    List<Interval> all = rows.stream().map(of).toList();
    table.reals(name, all.stream().mapToDouble(Interval::estimate).toArray());
    table.reals(name + "_low", all.stream().mapToDouble(Interval::low).toArray());
    table.reals(name + "_high", all.stream().mapToDouble(Interval::high).toArray());
  }

  private void each(Tables table, String name, ToDoubleFunction<Row> value) {
    table.reals(name, rows.stream().mapToDouble(value).toArray());
  }

  static int converged(Row row) {
    return (int)
        Arrays.stream(row.measure("converged_round")).filter(r -> !Double.isNaN(r)).count();
  }

  /** The median, where runs that did not converge count as later than all; NaN if it is one. */
  static double medianRound(Row row) {
    double[] all = row.measure("converged_round");
    double[] known = Arrays.stream(all).filter(r -> !Double.isNaN(r)).toArray();
    OptionalDouble median = Robust.median(known, all.length - known.length);
    return median.orElse(Double.NaN);
  }

  private static String verdicts(Row row) {
    Map<String, Integer> counts = new TreeMap<>();
    row.complete().stream()
        .filter(r -> !r.verdict().isEmpty())
        .forEach(r -> counts.merge(r.verdict(), 1, Integer::sum));
    List<String> parts = new ArrayList<>();
    counts.forEach((verdict, count) -> parts.add(count + " " + verdict));
    return String.join(", ", parts);
  }

  /** A cell in a line of the card. */
  static String line(Row row) {
    double[] plateau = row.measure("plateau");
    if (plateau.length == 0) {
      return "nothing yet";
    }
    Interval mean = Interval.ofMean(plateau, LEVEL);
    double round = medianRound(row);
    String verdicts = verdicts(row);
    return String.format(
        Locale.ROOT,
        "joint reward %.2f%s, score %.2f, %d of %d converged%s%s",
        mean.estimate(),
        plateau.length > 1
            ? String.format(Locale.ROOT, " [%.2f, %.2f]", mean.low(), mean.high())
            : "",
        row.mean("score"),
        converged(row),
        plateau.length,
        Double.isNaN(round) ? "" : String.format(Locale.ROOT, " at round %.0f", round),
        verdicts.isEmpty() ? "" : "; " + verdicts);
  }
}
