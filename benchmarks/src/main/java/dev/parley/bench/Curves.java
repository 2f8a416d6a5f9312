package dev.parley.bench;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What agents earn on the way, to see that two programs learn the same.
 *
 * @param steps of one world, after each of which a return is given
 * @param returns of an agent an episode, by who learned
 */
record Curves(List<Integer> steps, Map<String, List<Double>> returns) {

  static final Curves NONE = new Curves(List.of(), Map.of());

  /** A table; empty if there is nothing. */
  String table() {
    if (returns.isEmpty()) {
      return "";
    }
    StringBuilder table = new StringBuilder("| steps |");
    steps.forEach(step -> table.append(String.format(Locale.ROOT, " %,d |", step)));
    table.append("\n|---|").append("---|".repeat(steps.size())).append('\n');
    returns.forEach(
        (who, means) -> {
          table.append("| ").append(who).append(" |");
          means.forEach(mean -> table.append(String.format(Locale.ROOT, " %.2f |", mean)));
          table.append('\n');
        });
    return table.toString();
  }
}
