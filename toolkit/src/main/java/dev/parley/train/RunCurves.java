package dev.parley.train;

import dev.parley.analysis.Convergence;
import dev.parley.env.Role;
import dev.parley.report.Excerpt;
import dev.parley.report.Figure;
import dev.parley.report.Page;
import dev.parley.report.Plot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tech.tablesaw.api.NumericColumn;
import tech.tablesaw.api.Table;

/** How a run went, round by round: a chart for the reward, and one for each other number. */
final class RunCurves {

  private static final int WIDTH = 480;
  private static final int HEIGHT = 300;

  /** Points of a small curve: as many as it can show. */
  private static final int POINTS = 400;

  /** Steps of preparation that are shown from each end. */
  private static final int STEPS = 5;

  private RunCurves() {}

  static void reward(Run run, Page page) {
    if (run.completed() > 0) {
      page.section("Reward")
          .figure(
              new Figure(
                  run.rewardCurve(),
                  "Joint reward by round, with the rewards of policies of reference",
                  "The sum of all agents' rewards, the mean of each round's episodes. Dashed: what"
                      + " policies of reference earn."));
    }
    if (run.log().evaluations().count() > 0) {
      page.section("Evaluations")
          .paragraph(
              "What they earn together in an episode when each does what it holds to be best, in"
                  + " episodes that nobody learns from, the same each time.")
          .table(run.evaluations(), "Evaluations", Excerpt.ends(STEPS, "evaluations.csv"));
    }
  }

  static void others(Run run, Page page) {
    Map<String, Map<String, double[]>> charts = byMeasure(run);
    if (run.completed() == 0 || charts.isEmpty()) {
      return;
    }
    List<Figure> figures = new ArrayList<>();
    charts.forEach((name, lines) -> figures.add(figure(name, lines, run.window())));
    page.section("Other curves")
        .paragraph(
            "Every other number of a round, as the mean of "
                + run.window()
                + " rounds. The numbers themselves are in rounds.csv.")
        .figures(figures);
  }

  /** The columns; those that differ in the name of an agent at the end are together. */
  private static Map<String, Map<String, double[]>> byMeasure(Run run) {
    List<String> agents =
        run.plan().setup().environment().roles().stream().map(Role::name).toList();
    Map<String, Map<String, double[]>> measures = new LinkedHashMap<>();
    Table rounds = run.rounds();
    for (String column : rounds.columnNames()) {
      if (column.equals(RoundLog.COUNTER) || column.equals(RoundLog.JOINT_REWARD)) {
        continue;
      }
      String agent =
          agents.stream().filter(name -> column.endsWith("_" + name)).findFirst().orElse("");
      String measure =
          agent.isEmpty() ? column : column.substring(0, column.length() - agent.length() - 1);
      measures
          .computeIfAbsent(measure.replace('_', ' '), m -> new LinkedHashMap<>())
          .put(agent, ((NumericColumn<?>) rounds.column(column)).asDoubleArray());
    }
    return measures;
  }

  private static Figure figure(String name, Map<String, double[]> lines, int window) {
    Plot plot = new Plot(name, "round", "").size(WIDTH, HEIGHT);
    lines.forEach(
        (agent, values) -> {
          double[] means = Convergence.movingAverage(values, window);
          int points = points(means.length);
          double[] x = new double[points];
          double[] y = new double[points];
          for (int i = 0; i < points; i++) {
            int round = (int) ((i + 1L) * means.length / points);
            x[i] = round;
            y[i] = means[round - 1];
          }
          plot.line(agent.isEmpty() ? name : "agent " + agent, x, y).across(0, values.length);
        });
    return Figure.of(lines.size() > 1 ? plot : plot.withoutLegend(), name + " by round");
  }

  /**
   * Never equally spaced: of points that are, XChart labels some, at numbers that are not round.
   */
  private static int points(int rounds) {
    int points = Math.min(POINTS, rounds);
    return points > 2 && rounds % points == 0 ? points - 1 : points;
  }

  static void preparation(Run run, Page page) {
    Table steps = run.preparation();
    if (!steps.isEmpty()) {
      page.section("Preparation")
          .paragraph("What was learned before the first round, step by step.")
          .table(steps, "Steps of preparation", Excerpt.ends(STEPS, "preparation.csv"));
    }
  }
}
