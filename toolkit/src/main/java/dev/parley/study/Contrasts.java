package dev.parley.study;

import static dev.parley.study.StudyResult.LEVEL;

import dev.parley.analysis.Comparison;
import dev.parley.analysis.Multiple;
import dev.parley.report.Tables;
import dev.parley.study.StudyResult.Row;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import tech.tablesaw.api.Table;

/** Cells against the one that they are a change of, seed by seed. */
final class Contrasts {

  /** Two cells and what a measure of one is against that of the other. */
  private record Contrast(Row cell, Row base, Comparison comparison) {}

  private final List<Row> rows;

  Contrasts(List<Row> rows) {
    this.rows = rows;
  }

  /**
   * One row for each cell that has a base and two seeds or more in common with it.
   *
   * @param measure of a trial, as {@link TrialRecord#counted}
   */
  Table table(String measure) {
    List<Contrast> contrasts = contrasts(record -> record.counted(measure));
    double[] p = contrasts.stream().mapToDouble(c -> c.comparison().p()).toArray();
    Tables table =
        Tables.named(measure)
            .texts("cell", contrasts.stream().map(c -> c.cell().cell().name()).toList())
            .texts("against", contrasts.stream().map(c -> c.base().cell().name()).toList());
    table.wholes("pairs", contrasts.stream().mapToInt(c -> c.comparison().n()).toArray());
    column(table, "difference", contrasts, c -> c.meanDifference().estimate());
    column(table, "low", contrasts, c -> c.meanDifference().low());
    column(table, "high", contrasts, c -> c.meanDifference().high());
    column(table, "effect", contrasts, c -> c.effectInterval().estimate());
    column(table, "effect_low", contrasts, c -> c.effectInterval().low());
    column(table, "effect_high", contrasts, c -> c.effectInterval().high());
    return table.reals("p", p).reals("p_holm", Multiple.holm(p)).table();
  }

  private static void column(
      Tables table, String name, List<Contrast> contrasts, ToDoubleFunction<Comparison> value) {
    table.reals(
        name, contrasts.stream().mapToDouble(c -> value.applyAsDouble(c.comparison())).toArray());
  }

  private List<Contrast> contrasts(ToDoubleFunction<TrialRecord> value) {
    List<Contrast> contrasts = new ArrayList<>();
    for (Row row : rows) {
      base(row).flatMap(base -> contrast(row, base, value)).ifPresent(contrasts::add);
    }
    return contrasts;
  }

  /**
   * What a cell is a change of: its full variant, unless the ablation sets what is varied, so that
   * there is none; the base, or the first cell if that is not among them.
   */
  private Optional<Row> base(Row row) {
    Row base = rows.stream().filter(other -> other.cell().base()).findFirst().orElse(rows.get(0));
    Map<String, Object> full = new HashMap<>(row.cell().settings());
    boolean ablated = !Design.FULL.equals(full.getOrDefault(Design.VARIANT, Design.FULL));
    if (ablated) {
      full.put(Design.VARIANT, Design.FULL);
      return rows.stream()
          .filter(other -> other.cell().settings().equals(full))
          .findFirst()
          .or(() -> Optional.of(base));
    }
    return row.cell().equals(base.cell()) ? Optional.empty() : Optional.of(base);
  }

  /** Of the seeds with which both have a finite value. */
  private static Optional<Contrast> contrast(
      Row row, Row base, ToDoubleFunction<TrialRecord> value) {
    List<Double> treatment = new ArrayList<>();
    List<Double> control = new ArrayList<>();
    for (int seed = 0; seed < row.trials().size(); seed++) {
      double a = value(row.trials().get(seed), value);
      double b = value(base.trials().get(seed), value);
      if (Double.isFinite(a) && Double.isFinite(b)) {
        treatment.add(a);
        control.add(b);
      }
    }
    return treatment.size() < 2
        ? Optional.empty()
        : Optional.of(
            new Contrast(row, base, Comparison.paired(array(treatment), array(control), LEVEL)));
  }

  private static double value(Optional<TrialRecord> record, ToDoubleFunction<TrialRecord> value) {
    return record.filter(r -> !r.failed()).map(value::applyAsDouble).orElse(Double.NaN);
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }
}
