package dev.parley.nn;

import dev.parley.state.State;
import dev.parley.tensor.Broadcast;
import dev.parley.tensor.ColumnStatistics;
import dev.parley.tensor.Normalise;
import dev.parley.tensor.Parameters;
import dev.parley.tensor.Tensor;
import java.util.Arrays;

/**
 * Batch normalisation (Ioffe and Szegedy, 2015): (x - mean) / √(variance + ε) · gain + shift,
 * column by column, with ε = 1e-5; gains start at 1 and shifts at 0.
 *
 * <p>While training, mean and variance are those of the batch, and the gradient passes through
 * them; each run takes them into the running statistics, of which a batch counts a tenth. While
 * evaluating, the running statistics take their place, and one row is enough. The variance of a
 * batch is its mean squared distance, that of the running statistics the unbiased one, as in
 * PyTorch.
 */
public final class BatchNorm {

  private static final double EPSILON = 1e-5;
  private static final double MOMENTUM = 0.1;

  private final Tensor gain;
  private final Tensor shift;
  private final ColumnStatistics statistics;

  /** A layer whose gains and shifts, [1, columns] each, are added to {@code parameters}. */
  public BatchNorm(Parameters parameters, int columns) {
    this.gain = parameters.add(1, columns, ones(columns));
    this.shift = parameters.add(1, columns, new float[columns]);
    this.statistics = new ColumnStatistics(columns, MOMENTUM);
  }

  private static float[] ones(int length) {
    float[] values = new float[length];
    Arrays.fill(values, 1);
    return values;
  }

  /**
   * Records the layer as it trains; of several applications each run of each counts.
   *
   * @param x [rows, columns], 2 rows or more
   * @return [rows, columns]
   * @throws dev.parley.error.ShapeException if there is one row only, or the columns do not fit
   */
  public Tensor train(Tensor x) {
    return Broadcast.affine(Normalise.batch(x, EPSILON, statistics), gain, shift);
  }

  /**
   * Records the layer as it is evaluated, by the running statistics of the time of the run.
   *
   * @param x [rows, columns]
   * @return [rows, columns]
   * @throws dev.parley.error.ShapeException if the columns do not fit
   */
  public Tensor evaluate(Tensor x) {
    return Broadcast.affine(Normalise.running(x, EPSILON, statistics), gain, shift);
  }

  /**
   * Takes over the running statistics of another layer, as a target network does; gains and shifts
   * are copied with all other parameters.
   *
   * @throws IllegalArgumentException if it has more or fewer columns
   */
  public void copyStatistics(BatchNorm other) {
    statistics.write(other.statistics.means(), other.statistics.variances());
  }

  /** Saves or restores the running statistics; gains and shifts are the parameters' to keep. */
  public void keep(State state) {
    int columns = statistics.columns();
    float[] means = state.floats("means", statistics.means(), columns);
    float[] variances = state.floats("variances", statistics.variances(), columns);
    if (state.restoring()) {
      statistics.write(means, variances);
    }
  }
}
