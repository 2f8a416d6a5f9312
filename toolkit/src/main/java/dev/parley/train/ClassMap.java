package dev.parley.train;

import dev.parley.report.Plot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A map of points with labels, and of marks. It may have several panels side by side, each with a
 * scale of its own: all have the same size.
 */
final class ClassMap {

  /** Labels with a colour and shape of their own: what a legend has room for. */
  private static final int MOST_LABELS = 18;

  private static final String OTHERS = "other labels";
  private static final double ASIDE = 1.2;
  private static final double MARGIN = 0.04;

  /** Of the part of a chart in which points are, so that a step is as long across as upright. */
  private static final double ASPECT = 1.5;

  private final Map<Integer, List<double[]>> points = new TreeMap<>();
  private final Map<String, List<double[]>> marks = new LinkedHashMap<>();
  private final List<double[]> panel = new ArrayList<>();
  private int panels;

  /** A map without points. */
  static Plot empty(String title) {
    return new Plot(title, "", "").unscaled();
  }

  void point(int label, double x, double y) {
    points.computeIfAbsent(label, k -> new ArrayList<>()).add(kept(x, y));
  }

  void mark(String name, double x, double y) {
    marks.computeIfAbsent(name, k -> new ArrayList<>()).add(kept(x, y));
  }

  private double[] kept(double x, double y) {
    double[] point = {x, y};
    panel.add(point);
    return point;
  }

  /** Ends a panel: its points go into a square of side 1, right of the one before. */
  void next() {
    double side = Math.max(Math.max(high(0) - low(0), high(1) - low(1)), Double.MIN_NORMAL);
    double x = (low(0) + high(0)) / 2;
    double y = (low(1) + high(1)) / 2;
    for (double[] point : panel) {
      point[0] = (point[0] - x) / side + 0.5 + panels * ASIDE;
      point[1] = (point[1] - y) / side + 0.5;
    }
    panels++;
    panel.clear();
  }

  private double low(int axis) {
    return panel.stream().mapToDouble(p -> p[axis]).min().orElse(0);
  }

  private double high(int axis) {
    return panel.stream().mapToDouble(p -> p[axis]).max().orElse(0);
  }

  Plot plot(String title) {
    Plot plot = new Plot(title, "", "").unscaled();
    Set<Integer> own = frequent();
    List<double[]> others = new ArrayList<>();
    points.forEach(
        (label, places) -> {
          if (own.contains(label)) {
            plot.scatter("label " + label, axis(places, 0), axis(places, 1));
          } else {
            others.addAll(places);
          }
        });
    plot.scatter(OTHERS, axis(others, 0), axis(others, 1));
    new TreeMap<>(marks)
        .forEach((name, places) -> plot.marks(name, axis(places, 0), axis(places, 1)));
    double width = 1 + (panels - 1) * ASIDE + 2 * MARGIN;
    double height = 1 + 2 * MARGIN;
    double across = Math.max(0, ASPECT * height - width) / 2 + MARGIN;
    double upright = Math.max(0, width / ASPECT - height) / 2 + MARGIN;
    return plot.across(-across, width - 2 * MARGIN + across).upright(-upright, 1 + upright);
  }

  private Set<Integer> frequent() {
    Comparator<Map.Entry<Integer, List<double[]>>> mostFirst =
        Comparator.comparingInt(entry -> -entry.getValue().size());
    return points.entrySet().stream()
        .sorted(mostFirst)
        .limit(MOST_LABELS)
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static double[] axis(List<double[]> places, int axis) {
    return places.stream().mapToDouble(p -> p[axis]).toArray();
  }
}
