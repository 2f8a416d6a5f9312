package dev.parley.train;

import dev.parley.analysis.Convergence;
import dev.parley.env.Anchors;
import dev.parley.report.Plot;
import java.util.Arrays;
import java.util.Locale;

/** The charts of a run. */
final class RunCharts {

  private final Run run;

  RunCharts(Run run) {
    this.run = run;
  }

  Plot reward() {
    double[] joint = run.jointReward();
    Plot plot = new Plot("Joint reward", "round", "joint reward of an episode");
    if (joint.length == 0) {
      return plot;
    }
    double[] rounds = new double[joint.length];
    Arrays.setAll(rounds, i -> i + 1);
    int window = run.window();
    double[] means = Convergence.movingAverage(joint, window);
    Anchors anchors = run.anchors();
    double low = Math.min(anchors.uniform(), Arrays.stream(joint).min().orElse(0));
    double high = Math.max(anchors.optimum(), Arrays.stream(joint).max().orElse(0));
    double margin = 0.06 * (high - low);
    level(plot, "optimum", anchors.optimum(), joint.length);
    if (anchors.communicationNeeded()) {
      double without = anchors.withoutCommunication();
      level(plot, "best without communication", without, joint.length);
    }
    level(plot, "uniform play", anchors.uniform(), joint.length);
    plot.faint("each round", rounds, joint)
        .line("mean of " + window + " rounds", rounds, means)
        .across(0, joint.length)
        .upright(low - margin, high + margin);
    return plot;
  }

  private static void level(Plot plot, String name, double value, int rounds) {
    plot.level(String.format(Locale.ROOT, "%s %.2f", name, value), value, 0, rounds);
  }

  Plot symbols(MessageLog log) {
    String title = "Symbols by rank, last " + log.size() + " episodes";
    Plot plot = new Plot(title, "rank of the symbol", "share of the agent's symbols");
    plot.logarithmic();
    for (int agent = 0; agent < log.agents(); agent++) {
      long[] counts = new long[log.vocabulary()];
      for (int i = 0; i < log.size(); i++) {
        for (int symbol : log.message(i, agent)) {
          counts[symbol]++;
        }
      }
      ranked(plot, "agent " + log.name(agent), counts);
    }
    return plot;
  }

  Plot codes(long[] counts) {
    String title = run.codesUsed() + " of " + counts.length + " codes used";
    Plot plot = new Plot(title, "rank of the code", "share of the evaluation samples");
    ranked(plot, "codes", counts);
    plot.across(0, Math.max(1, counts.length));
    return plot;
  }

  /** Shares of what was used at all, the most used first. */
  private static void ranked(Plot plot, String name, long[] counts) {
    long[] used = Arrays.stream(counts).filter(c -> c > 0).sorted().toArray();
    double total = Arrays.stream(used).sum();
    double[] ranks = new double[used.length];
    double[] shares = new double[used.length];
    for (int i = 0; i < used.length; i++) {
      ranks[i] = i + 1;
      shares[i] = used[used.length - 1 - i] / total;
    }
    if (used.length > 0) {
      plot.points(name, ranks, shares);
    }
  }
}
