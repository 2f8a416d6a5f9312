package dev.parley.study;

import static dev.parley.study.StudyResult.LEVEL;

import dev.parley.analysis.Convergence;
import dev.parley.analysis.Interval;
import dev.parley.error.Problem;
import dev.parley.error.SettingException;
import dev.parley.report.Boxes;
import dev.parley.report.HeatMap;
import dev.parley.report.Plot;
import dev.parley.report.Shares;
import dev.parley.report.Tornado;
import dev.parley.study.StudyResult.Row;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** The charts of a study. */
final class StudyCharts {

  private static final int WINDOW = 20;

  /** Points of a curve: as many as a chart can show. */
  private static final int POINTS = 400;

  private final List<Row> rows;

  StudyCharts(List<Row> rows) {
    this.rows = rows;
  }

  /** The moving average of the joint reward: its mean over the seeds, and where that lies. */
  Plot curves() {
    Plot plot =
        new Plot(
            "Joint reward: mean of " + WINDOW + " rounds over seeds, 95 % interval",
            "round",
            "joint reward of an episode");
    int longest = 0;
    for (Row row : rows) {
      List<double[]> curves =
          row.complete().stream()
              .filter(r -> !r.rewards().isEmpty())
              .map(r -> Convergence.movingAverage(array(r.rewards()), WINDOW))
              .toList();
      if (!curves.isEmpty()) {
        longest = Math.max(longest, band(plot, row.cell().name(), curves));
      }
    }
    return longest == 0 ? plot : plot.across(0, longest);
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  /** As long as all curves are; returns how long that is. */
  private static int band(Plot plot, String name, List<double[]> curves) {
    int rounds = curves.stream().mapToInt(c -> c.length).min().orElse(0);
    int points = points(rounds);
    double[] x = new double[points];
    double[] mean = new double[points];
    double[] low = new double[points];
    double[] high = new double[points];
    for (int i = 0; i < points; i++) {
      int round = (int) ((i + 1L) * rounds / points);
      double[] values = curves.stream().mapToDouble(c -> c[round - 1]).toArray();
      Interval interval = Interval.ofMean(values, LEVEL);
      x[i] = round;
      mean[i] = interval.estimate();
      low[i] = interval.low();
      high[i] = interval.high();
    }
    plot.band(name, x, mean, low, high);
    return rounds;
  }

  /**
   * Never equally spaced: of points that are, XChart labels some, at numbers that are not round.
   */
  private static int points(int rounds) {
    int points = Math.min(POINTS, rounds);
    return points > 2 && rounds % points == 0 ? points - 1 : points;
  }

  Boxes boxes(String measure) {
    String name = measure.replace('_', ' ');
    String of = measure.equals("converged_round") ? ", of the runs that converged" : "";
    Boxes boxes = new Boxes(name + " by cell" + of, name);
    for (Row row : rows) {
      double[] all = row.measure(measure);
      if (all.length > 0) {
        double[] finite = Arrays.stream(all).filter(Double::isFinite).toArray();
        boxes.part(row.cell().name(), all.length, finite);
      }
    }
    return boxes;
  }

  /** How many of the runs of a cell converged. */
  Shares formation() {
    Shares shares = new Shares("Runs that converged, 95 % interval", "share of runs");
    for (Row row : rows) {
      int n = row.measure("score").length;
      if (n > 0) {
        Interval share = Interval.ofShare(StudyTables.converged(row), n, LEVEL);
        shares.share(row.cell().name(), share.estimate(), share.low(), share.high());
      }
    }
    return shares;
  }

  /** Means of a measure by the two settings that are varied. */
  HeatMap heatMap(String measure) {
    List<String> varied = List.copyOf(settings());
    if (varied.size() != 2) {
      throw new SettingException(
          Problem.with("heatMap")
              .got(varied.size() + " settings that are varied: " + varied)
              .allowed("two"));
    }
    Map<String, Map<String, Double>> means = new LinkedHashMap<>();
    List<String> columns = new ArrayList<>();
    for (Row row : rows) {
      String down = text(row, varied.get(0));
      String across = text(row, varied.get(1));
      if (!columns.contains(across)) {
        columns.add(across);
      }
      means.computeIfAbsent(down, d -> new LinkedHashMap<>()).put(across, row.mean(measure));
    }
    List<double[]> values = new ArrayList<>();
    for (Map<String, Double> line : means.values()) {
      values.add(columns.stream().mapToDouble(c -> line.getOrDefault(c, Double.NaN)).toArray());
    }
    List<String> names = List.copyOf(means.keySet());
    String title = "Mean " + measure.replace('_', ' ');
    return new HeatMap(
        title, varied.get(1), varied.get(0), names, columns, values.toArray(double[][]::new));
  }

  private static String text(Row row, String setting) {
    return row.cell().text(setting);
  }

  /** For each setting the cells with the lowest and the highest mean of a measure. */
  Tornado tornado(String measure) {
    Optional<Row> own = base();
    if (own.isEmpty() || Double.isNaN(own.get().mean(measure))) {
      throw new SettingException(
          Problem.with("tornado")
              .got(own.isEmpty() ? "a study without its base" : "no trial of the base")
              .allowed("the base among the cells, as oneAtATime() has it, with a trial or more"));
    }
    Row base = own.get();
    String name = measure.replace('_', ' ');
    Tornado tornado =
        new Tornado("Mean " + name + ", one setting at a time", name, base.mean(measure));
    for (String setting : base.cell().settings().keySet()) {
      List<Row> others = rows.stream().filter(row -> differsOnlyIn(setting, row, base)).toList();
      Row low = base;
      Row high = base;
      for (Row row : others) {
        low = row.mean(measure) < low.mean(measure) ? row : low;
        high = row.mean(measure) > high.mean(measure) ? row : high;
      }
      if (!others.isEmpty()) {
        tornado.bar(
            setting,
            text(low, setting),
            low.mean(measure),
            text(high, setting),
            high.mean(measure));
      }
    }
    return tornado;
  }

  private Optional<Row> base() {
    return rows.stream().filter(row -> row.cell().base()).findFirst();
  }

  /** Whether two settings or more are varied, each for itself. */
  boolean isOneAtATime() {
    Optional<Row> base = base();
    return base.isPresent()
        && !base.get().complete().isEmpty()
        && settings().size() > 1
        && !settings().contains(Design.VARIANT)
        && rows.stream()
            .filter(row -> !row.equals(base.get()))
            .allMatch(row -> settings().stream().anyMatch(s -> differsOnlyIn(s, row, base.get())));
  }

  /** Whether two settings are varied, every value with every other. */
  boolean isGrid() {
    return settings().size() == 2 && !isOneAtATime();
  }

  private Set<String> settings() {
    return rows.get(0).cell().settings().keySet();
  }

  private static boolean differsOnlyIn(String setting, Row row, Row base) {
    Map<String, Object> settings = row.cell().settings();
    Map<String, Object> known = base.cell().settings();
    return known.keySet().stream()
        .allMatch(
            name -> name.equals(setting) != Objects.equals(settings.get(name), known.get(name)));
  }
}
