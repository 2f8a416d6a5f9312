package dev.parley.bench;

import java.util.List;
import java.util.Locale;

/**
 * What one side of a comparison took, run by run.
 *
 * @param name whose it is, such as {@code ours}
 * @param unit of the numbers
 * @param runs one number a run, at least one
 */
record Side(String name, String unit, List<Double> runs) {

  Side {
    runs = List.copyOf(runs);
    if (runs.isEmpty()) {
      throw new IllegalArgumentException("runs: got none, allowed: 1 or more");
    }
  }

  static Side ours(String unit, List<Double> runs) {
    return new Side("ours", unit, runs);
  }

  static Side peer(String unit, List<Double> runs) {
    return new Side("peer", unit, runs);
  }

  double median() {
    List<Double> sorted = runs.stream().sorted().toList();
    int half = sorted.size() / 2;
    return sorted.size() % 2 == 1
        ? sorted.get(half)
        : (sorted.get(half - 1) + sorted.get(half)) / 2;
  }

  /** Whether more is faster. */
  boolean rate() {
    return unit.endsWith("/s");
  }

  /** Such as {@code 0.21 ms}. */
  String text() {
    return digits(median()) + " " + unit;
  }

  /** Such as {@code 0.20–0.23}; empty if there is one run. */
  String spread() {
    double low = runs.stream().mapToDouble(Double::doubleValue).min().orElseThrow();
    double high = runs.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
    return runs.size() == 1 ? "" : digits(low) + "–" + digits(high);
  }

  /** Three digits that count; all digits of what is left of the point. */
  static String digits(double value) {
    double size = Math.abs(value);
    int places = size == 0 || size >= 100 ? 0 : size >= 10 ? 1 : size >= 0.1 ? 2 : 3;
    return String.format(Locale.ROOT, "%,." + places + "f", value);
  }
}
