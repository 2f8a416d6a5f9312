package dev.parley.tensor;

import java.util.List;

/** Columns brought to mean 0 and variance 1: (x - mean) / √(variance + ε), column by column. */
public final class Normalise {

  private Normalise() {}

  /**
   * By the moments of the batch itself. The gradient passes through them; the running statistics
   * take them in each time the program runs.
   *
   * @param x [rows, columns], 2 rows or more
   * @param epsilon ε, above 0
   * @param statistics of as many columns
   * @return [rows, columns]
   * @throws dev.parley.error.ShapeException if there are fewer rows, or the columns do not fit
   */
  public static Tensor batch(Tensor x, double epsilon, ColumnStatistics statistics) {
    Check.severalRows("batch", x);
    Check.columns("batch", x, statistics);
    Graph graph = Graph.of(x);
    Rows rows = new Rows(graph, x.columns());
    return graph.record(
        x.rows(),
        x.columns(),
        List.of(x),
        (k, y) -> {
          k.batch().moments(x.value(), rows.mean, rows.variance);
          float[] means = k.tape().hostRead(rows.mean);
          float[] variances = k.tape().hostRead(rows.variance);
          k.tape().emit(() -> statistics.observe(means, variances, x.rows()));
          rows.standardise(k, x, epsilon, y);
        },
        (k, g, y, dy) ->
            g.to(x, (dx, add) -> k.batch().standardiseGradient(y, rows.inverseRoot, dy, dx, add)));
  }

  /**
   * By running statistics, as they are when the program runs, which are constants to the gradient.
   *
   * @param x [rows, columns]
   * @param epsilon ε, above 0
   * @param statistics of as many columns
   * @return [rows, columns]
   * @throws dev.parley.error.ShapeException if the columns do not fit
   */
  public static Tensor running(Tensor x, double epsilon, ColumnStatistics statistics) {
    Check.columns("running", x, statistics);
    Graph graph = Graph.of(x);
    Rows rows = new Rows(graph, x.columns());
    return graph.record(
        x.rows(),
        x.columns(),
        List.of(x),
        (k, y) -> {
          float[] means = k.tape().hostWrite(rows.mean);
          float[] variances = k.tape().hostWrite(rows.variance);
          k.tape().emit(() -> statistics.read(means, variances));
          rows.standardise(k, x, epsilon, y);
        },
        (k, g, y, dy) -> g.to(x, (dx, add) -> k.multiplyRow(dy, rows.inverseRoot, dx, add)));
  }

  /** What belongs to the columns of one recorded operation. */
  private static final class Rows {
    final Matrix mean;
    final Matrix variance;
    final Matrix inverseRoot;

    Rows(Graph graph, int columns) {
      mean = graph.own(Matrix.of(1, columns));
      variance = graph.own(Matrix.of(1, columns));
      inverseRoot = graph.own(Matrix.of(1, columns));
    }

    void standardise(Kernels k, Tensor x, double epsilon, Matrix y) {
      k.batch().inverseRoot(variance, (float) epsilon, inverseRoot);
      k.batch().standardise(x.value(), mean, inverseRoot, y);
    }
  }
}
