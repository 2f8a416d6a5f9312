package dev.parley.train;

import dev.parley.env.Anchors;
import dev.parley.error.DataException;
import dev.parley.error.Problem;
import dev.parley.report.Tables;
import dev.parley.state.State;
import java.util.Arrays;
import java.util.stream.IntStream;
import tech.tablesaw.api.Table;

/** What the evaluations of a run came to: of each, the mean of the joint return and its spread. */
final class Evaluations {

  private static final int START = 16;

  private double[] means = new double[START];

  /** Sums of squared deviations from the mean. */
  private double[] squares = new double[START];

  private int count;

  /** One more, with the joint return of each episode. */
  void add(double[] returns) {
    if (count == means.length) {
      means = Arrays.copyOf(means, 2 * count);
      squares = Arrays.copyOf(squares, 2 * count);
    }
    double mean = Arrays.stream(returns).sum() / returns.length;
    means[count] = mean;
    squares[count] = Arrays.stream(returns).map(r -> (r - mean) * (r - mean)).sum();
    count++;
  }

  /** Forgets one that was made after a round that is not complete. */
  void cut(Evaluation plan, int rounds) {
    if (plan.rounds() > 0) {
      count = Math.min(count, rounds / plan.rounds() + 1);
    }
  }

  /** How many there are. */
  int count() {
    return count;
  }

  /** The mean joint return of the last. */
  double last() {
    return means[count - 1];
  }

  /** The mean joint return of each, in a new array. */
  double[] means() {
    return Arrays.copyOf(means, count);
  }

  /** How many rounds were complete at each. */
  int[] rounds(Evaluation plan) {
    return IntStream.range(0, count).map(i -> i * plan.rounds()).toArray();
  }

  /** The standard error of each mean; NaN if an evaluation is one episode. */
  double[] standardErrors(Evaluation plan) {
    double n = plan.episodes();
    return IntStream.range(0, count)
        .mapToDouble(i -> n > 1 ? Math.sqrt(squares[i] / (n - 1) / n) : Double.NaN)
        .toArray();
  }

  /** One row an evaluation. */
  Table table(Evaluation plan, Anchors anchors) {
    int[] episodes = new int[count];
    Arrays.fill(episodes, plan.episodes());
    return Tables.named("evaluations")
        .wholes(RoundLog.COUNTER, rounds(plan))
        .wholes("episodes", episodes)
        .reals(RoundLog.JOINT_REWARD, means())
        .reals("score", Arrays.stream(means()).map(anchors::score).toArray())
        .reals("standard_error", standardErrors(plan))
        .table();
  }

  /**
   * Saves or restores those of the first {@code rounds} rounds.
   *
   * @throws DataException if what is restored is not finite
   */
  void keep(State state, Evaluation plan, int rounds) {
    int most = rounds / plan.rounds() + 1;
    int kept = (int) state.number("count", count, 0, most);
    double[] newMeans = state.doubles("means", means, kept);
    double[] newSquares = state.doubles("squares", squares, kept);
    if (state.restoring()) {
      requireFinite(newMeans);
      requireFinite(newSquares);
      means = Arrays.copyOf(newMeans, Math.max(START, kept));
      squares = Arrays.copyOf(newSquares, Math.max(START, kept));
      count = kept;
    }
  }

  private static void requireFinite(double[] values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new DataException(
            Problem.with("checkpoint")
                .got(value)
                .allowed("finite numbers")
                .fact("column", "evaluations"));
      }
    }
  }
}
