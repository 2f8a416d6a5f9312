package dev.parley.study;

import dev.parley.error.Problem;
import dev.parley.error.SettingException;
import dev.parley.report.Boxes;
import dev.parley.report.Card;
import dev.parley.report.Count;
import dev.parley.report.HeatMap;
import dev.parley.report.Page;
import dev.parley.report.Plot;
import dev.parley.report.Shares;
import dev.parley.report.Tables;
import dev.parley.report.Tornado;
import dev.parley.train.Listener;
import dev.parley.train.Setting;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import tech.tablesaw.api.Table;

/**
 * What a study came to: every trial, cells compared, charts. Immutable; every table and chart is
 * made anew on each call, so that it may be changed.
 */
public final class StudyResult {

  /** How sure every interval of a study is. */
  static final double LEVEL = 0.95;

  private final Execution execution;
  private final List<Row> rows;

  /** A cell of the study and what its seeds gave, in their order; empty where there is nothing. */
  record Row(Cell cell, List<Optional<TrialRecord>> trials) {

    /** The trials that have ended well. */
    List<TrialRecord> complete() {
      return trials.stream().flatMap(Optional::stream).filter(r -> !r.failed()).toList();
    }

    /** A measure of every trial that has ended well. */
    double[] measure(String name) {
      return complete().stream().mapToDouble(record -> record.measure(name)).toArray();
    }

    /**
     * The mean of a measure over the trials that have one; NaN if none has. A run that did not
     * converge counts as one that does in its last round: else the worst cells would look best.
     */
    double mean(String name) {
      return complete().stream()
          .mapToDouble(record -> record.counted(name))
          .filter(Double::isFinite)
          .average()
          .orElse(Double.NaN);
    }
  }

  StudyResult(Execution execution, List<Row> rows) {
    this.execution = execution;
    this.rows = List.copyOf(rows);
  }

  List<Row> rows() {
    return rows;
  }

  /** Trials that there are, run or not. */
  public int trials() {
    return rows.stream().mapToInt(row -> row.trials().size()).sum();
  }

  /** Trials that have ended well. */
  public int completed() {
    return rows.stream().mapToInt(row -> row.complete().size()).sum();
  }

  /**
   * One row a trial that has ended well: the settings that are varied, the seed, and all measures
   * of a run ({@link dev.parley.train.Run#measures}), the verdict of its audit and its seconds.
   */
  public Table table() {
    return new StudyTables(rows).trials();
  }

  /** One row a cell; see docs/studies.md for the columns. */
  public Table summary() {
    return new StudyTables(rows).summary();
  }

  /**
   * One row a cell, against the base (the first cell, if it is not among them) or, for an ablation,
   * the full variant: the mean difference of a measure over the seeds that both have, its 95 %
   * interval (Student's t), the standardised effect with its interval, p of the signed-rank test,
   * and p corrected for the number of rows (Holm). The effect is the mean of the differences by
   * their standard deviation, with the correction of Hedges. With n seeds no p is below 2 /
   * 2<sup>n</sup>: 0.06 for five.
   *
   * @param measure such as {@code plateau}; of {@code converged_round} a run that did not converge
   *     counts as one that does in its last round
   */
  public Table comparison(String measure) {
    return new Contrasts(rows).table(known(measure));
  }

  /** The mean curve of the joint reward of each cell, with the 95 % interval over the seeds. */
  public Plot curves() {
    return new StudyCharts(rows).curves();
  }

  /**
   * A measure of all runs of each cell, as box plots. Runs that have none are left out, and beside
   * the box stands how many have: {@code n = 2 of 5}. Of {@code converged_round} these are the runs
   * that converged.
   */
  public Boxes boxes(String measure) {
    return new StudyCharts(rows).boxes(known(measure));
  }

  /** The share of runs that converged, by cell, with its 95 % interval (Wilson). */
  public Shares formation() {
    return new StudyCharts(rows).formation();
  }

  /**
   * The means of a measure where two settings are varied. Of {@code converged_round} a run that did
   * not converge counts as one that does in its last round.
   *
   * @throws dev.parley.error.SettingException if it is not two
   */
  public HeatMap heatMap(String measure) {
    return new StudyCharts(rows).heatMap(known(measure));
  }

  /**
   * How far each setting moves the mean of a measure away from that of the base, where settings are
   * varied one at a time; {@code converged_round} as in {@link #heatMap}.
   *
   * @throws dev.parley.error.SettingException if the base is not among the cells, or has no trial
   *     that ended well
   */
  public Tornado tornado(String measure) {
    return new StudyCharts(rows).tornado(known(measure));
  }

  /**
   * Writes the plans and records of all trials that ended well, the card, every table as CSV, JSON
   * and for LaTeX, the charts as PNG and SVG, and {@code report.html} to a folder; {@link
   * StudyReplay} runs it again.
   *
   * @return the folder
   * @throws dev.parley.error.OutputException if that fails; each file is whole or as it was
   */
  public Path save(Path folder) {
    new StudyFiles(this, folder).save();
    return folder;
  }

  /** The name of a measure that some trial has; any, where there is no trial. */
  private String known(String measure) {
    Setting.given("measure", measure);
    Set<String> names = measures(rows);
    if (!names.isEmpty() && !names.contains(measure)) {
      throw new SettingException(
          Problem.with("measure").got(measure).allowed(String.join(", ", names)));
    }
    return measure;
  }

  /** One row a trial that failed: its cell, its seed, what went wrong. */
  public Table failed() {
    List<String> cells = new ArrayList<>();
    List<String> seeds = new ArrayList<>();
    List<String> errors = new ArrayList<>();
    for (Row row : rows) {
      row.trials().stream()
          .flatMap(Optional::stream)
          .filter(TrialRecord::failed)
          .forEach(
              record -> {
                cells.add(row.cell().name());
                seeds.add(Long.toString(record.seed()));
                errors.add(record.failure());
              });
    }
    return Tables.named("failed")
        .texts("cell", cells)
        .texts("seed", seeds)
        .texts("error", errors)
        .table();
  }

  /** Runs the trials that failed, or that were not run because of an interrupt. */
  public StudyResult retry() {
    return execution.run(Listener.standard());
  }

  /** The study in some lines. */
  @Override
  public String toString() {
    return card().text();
  }

  /** The study as an HTML card, without scripts or remote parts. */
  public String html() {
    return card().html();
  }

  /**
   * The study as a page that explains itself: summary, charts, comparisons, what failed, plans,
   * provenance; made anew on each call, so that sections may be added.
   */
  public Page report() {
    return StudyReport.of(this);
  }

  Card card() {
    int failed = failed().rowCount();
    int left = trials() - completed() - failed;
    Card card =
        new Card(
            String.format(
                Locale.ROOT,
                "Study of %s, %s: %d of %d trials complete%s%s",
                Count.of(rows.size(), "cell"),
                Count.of(rows.get(0).trials().size(), "seed"),
                completed(),
                trials(),
                failed > 0 ? ", " + failed + " failed: failed() tells why" : "",
                left > 0 ? ", " + left + " not run: retry() runs them" : ""));
    for (Row row : rows) {
      card.line(row.cell().name(), StudyTables.line(row));
    }
    Set<String> mixed = mixed(rows);
    if (!mixed.isEmpty()) {
      card.line("provenance", "not the same for all trials: " + String.join(", ", mixed));
    }
    StudyArchive.obstacle(rows).ifPresent(why -> card.line("replay", "not possible: " + why));
    return card;
  }

  /** What the numbers depend on, beside the data, and not all trials have in common. */
  static Set<String> mixed(List<Row> rows) {
    Map<String, String> known = new TreeMap<>();
    Set<String> mixed = new TreeSet<>();
    for (Row row : rows) {
      for (TrialRecord record : row.complete()) {
        record
            .facts()
            .forEach(
                (name, value) -> {
                  String other = known.putIfAbsent(name, value);
                  if (other != null && !other.equals(value) && !name.startsWith("data")) {
                    mixed.add(name);
                  }
                });
      }
    }
    return mixed;
  }

  /** All names of measures, in the order of their first appearance. */
  static Set<String> measures(List<Row> rows) {
    Set<String> names = new LinkedHashSet<>();
    rows.forEach(row -> row.complete().forEach(record -> names.addAll(record.measures().keySet())));
    return names;
  }
}
