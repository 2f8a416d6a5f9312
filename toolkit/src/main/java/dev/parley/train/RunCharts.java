package dev.parley.train;

import dev.parley.analysis.Convergence;
import dev.parley.env.Anchors;
import dev.parley.language.MessageLog;
import dev.parley.language.SymbolChart;
import dev.parley.report.Count;
import dev.parley.report.Plot;
import java.util.Arrays;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** The charts of a run. */
final class RunCharts {

  /** Evaluations before the first round: what a best choice is worth then would dwarf the rest. */
  private static final int UNLEARNED = 1;

  /** Rounds that a chart has room for. */
  private static final int DRAWN = 2_000;

  /** Of more rounds, in how many parts they are drawn, or fewer. */
  private static final int BLOCKS = 400;

  private final Run run;

  RunCharts(Run run) {
    this.run = run;
  }

  Plot reward() {
    double[] joint = run.jointReward();
    String title = "Joint reward" + (joint.length == 0 ? ": no round is complete" : "");
    Plot plot = new Plot(title, "round", "joint reward of an episode");
    if (joint.length == 0) {
      return plot;
    }
    int window = run.window();
    double[] means = Convergence.movingAverage(joint, window);
    Anchors anchors = run.anchors();
    double[] evaluated = Arrays.stream(run.log().evaluations().means()).skip(UNLEARNED).toArray();
    double least = Arrays.stream(joint).min().orElse(0);
    double most = Arrays.stream(joint).max().orElse(0);
    least = Math.min(least, Arrays.stream(evaluated).min().orElse(least));
    most = Math.max(most, Arrays.stream(evaluated).max().orElse(most));
    double low = Double.isNaN(anchors.uniform()) ? least : Math.min(anchors.uniform(), least);
    double high = Double.isNaN(anchors.optimum()) ? most : Math.max(anchors.optimum(), most);
    double margin = 0.06 * (high - low);
    level(plot, "optimum", anchors.optimum(), joint.length);
    if (anchors.communicationNeeded()) {
      double without = anchors.withoutCommunication();
      level(plot, "best without communication", without, joint.length);
    }
    level(plot, "uniform play", anchors.uniform(), joint.length);
    rounds(plot, joint, "mean of " + window + " rounds", means);
    if (evaluated.length > 0) {
      Evaluation plan = run.plan().setup().evaluateEvery();
      IntStream rounds = Arrays.stream(run.log().evaluations().rounds(plan)).skip(UNLEARNED);
      String name = "evaluation, " + Count.of(plan.episodes(), "episode");
      plot.points(name, rounds.asDoubleStream().toArray(), evaluated);
    }
    return plot.across(0, joint.length).upright(low - margin, high + margin);
  }

  /** Each of them; of more than a chart has room for, what is lowest and highest in blocks. */
  private static void rounds(Plot plot, double[] joint, String mean, double[] means) {
    int block = joint.length <= DRAWN ? 1 : (joint.length + BLOCKS - 1) / BLOCKS;
    if (block == 1) {
      double[] rounds = new double[joint.length];
      Arrays.setAll(rounds, i -> i + 1);
      plot.faint("each round", rounds, joint).line(mean, rounds, means);
      return;
    }
    int blocks = (joint.length + block - 1) / block;
    double[] ends = new double[blocks];
    double[] at = new double[2 * blocks];
    double[] limits = new double[2 * blocks];
    double[] kept = new double[blocks];
    for (int i = 0; i < blocks; i++) {
      int end = Math.min(joint.length, (i + 1) * block);
      DoubleSummaryStatistics of = Arrays.stream(joint, i * block, end).summaryStatistics();
      ends[i] = end;
      kept[i] = means[end - 1];
      Arrays.fill(at, 2 * i, 2 * i + 2, end);
      limits[2 * i] = of.getMin();
      limits[2 * i + 1] = of.getMax();
    }
    plot.faint("lowest and highest of " + block + " rounds", at, limits).line(mean, ends, kept);
  }

  private static void level(Plot plot, String name, double value, int rounds) {
    if (!Double.isNaN(value)) {
      plot.level(String.format(Locale.ROOT, "%s %.2f", name, value), value, 0, rounds);
    }
  }

  Plot symbols(MessageLog log) {
    Map<String, long[]> counts = new LinkedHashMap<>();
    for (int agent = 0; agent < log.agents(); agent++) {
      counts.put(log.name(agent), log.messages(agent).symbolCounts());
    }
    String of =
        log.size() == 0
            ? "nothing was said"
            : String.format(Locale.ROOT, "last %,d episodes", log.size());
    return SymbolChart.of(of, counts);
  }

  Plot codes(Map<String, long[]> codebooks) {
    Plot plot = new Plot("Codes by rank", "rank of the code", "share of the evaluation samples");
    int most = 1;
    for (Map.Entry<String, long[]> codebook : codebooks.entrySet()) {
      long[] counts = codebook.getValue();
      String used = Run.used(counts) + " of " + counts.length + " used";
      plot.ranked("codes of " + codebook.getKey() + ", " + used, counts);
      most = Math.max(most, counts.length);
    }
    plot.across(0, most);
    return plot;
  }
}
