package dev.parley.language;

import dev.parley.report.Plot;
import java.util.Arrays;
import java.util.Map;

/** How often each symbol was said, by rank, on logarithmic axes. */
public final class SymbolChart {

  private static final int LEAST_AXIS = 10;

  private SymbolChart() {}

  /**
   * A chart with one series an agent. An agent who said nothing has none.
   *
   * @param of what the counts are of, for the title
   * @param counts of the symbols of the vocabulary, by the agent's name
   */
  public static Plot of(String of, Map<String, long[]> counts) {
    Plot plot =
        new Plot("Symbols by rank: " + of, "rank of the symbol", "share of the agent's symbols");
    double least = 1;
    int most = LEAST_AXIS;
    for (Map.Entry<String, long[]> agent : counts.entrySet()) {
      plot.ranked("agent " + agent.getKey(), agent.getValue());
      least = Math.min(least, leastShare(agent.getValue()));
      most = Math.max(most, agent.getValue().length);
    }
    plot.logarithmic().across(1, most);
    // Whole decades, at least one: a logarithmic axis is labelled at these alone.
    return plot.upright(Math.pow(10, Math.min(-1, Math.floor(Math.log10(least)))), 1);
  }

  private static double leastShare(long[] counts) {
    long total = Arrays.stream(counts).sum();
    return total == 0
        ? 1
        : Arrays.stream(counts).filter(count -> count > 0).min().orElse(total) / (double) total;
  }
}
