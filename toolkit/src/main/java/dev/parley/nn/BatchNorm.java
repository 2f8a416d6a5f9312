package dev.parley.nn;

import dev.parley.state.State;
import dev.parley.tensor.Broadcast;
import dev.parley.tensor.ColumnStatistics;
import dev.parley.tensor.Normalise;
import dev.parley.tensor.Parameters;
import dev.parley.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Batch normalisation (Ioffe and Szegedy, 2015): (x - mean) / √(variance + ε) · gain + shift,
 * column by column, with ε = 1e-5; gains start at 1 and shifts at 0.
 *
 * <p>While training, mean and variance are those of the batch, and the gradient passes through
 * them; each run takes them into the running statistics, of which a batch counts a tenth. While
 * evaluating, the running statistics take their place, and one row is enough. The variance of a
 * batch is its mean squared distance, that of the running statistics the unbiased one, as in
 * PyTorch.
 *
 * <p>In a recurrent net the statistics of each step of an episode can be kept apart, with the same
 * gains and shifts for all (Cooijmans et al., 2017, "Recurrent Batch Normalization"): what comes at
 * a first step may have another distribution than what comes later.
 */
public final class BatchNorm {

  private static final double EPSILON = 1e-5;
  private static final double MOMENTUM = 0.1;

  private final Tensor gain;
  private final Tensor shift;
  private final List<ColumnStatistics> statistics = new ArrayList<>();

  /** A layer whose gains and shifts, [1, columns] each, are added to {@code parameters}. */
  public BatchNorm(Parameters parameters, int columns) {
    this(parameters, columns, 1);
  }

  /** The same with statistics of so many steps, each of its own. */
  public BatchNorm(Parameters parameters, int columns, int steps) {
    this.gain = parameters.add(1, columns, ones(columns));
    this.shift = parameters.add(1, columns, new float[columns]);
    for (int step = 0; step < steps; step++) {
      statistics.add(new ColumnStatistics(columns, MOMENTUM));
    }
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
    return train(x, 0);
  }

  /** The same at a step, counted from 0. */
  public Tensor train(Tensor x, int step) {
    return Broadcast.affine(Normalise.batch(x, EPSILON, statistics.get(step)), gain, shift);
  }

  /**
   * Records the layer as it is evaluated, by the running statistics of the time of the run.
   *
   * @param x [rows, columns]
   * @return [rows, columns]
   * @throws dev.parley.error.ShapeException if the columns do not fit
   */
  public Tensor evaluate(Tensor x) {
    return evaluate(x, 0);
  }

  /** The same at a step, counted from 0. */
  public Tensor evaluate(Tensor x, int step) {
    return Broadcast.affine(Normalise.running(x, EPSILON, statistics.get(step)), gain, shift);
  }

  /**
   * Takes over the running statistics of another layer, as a target network does; gains and shifts
   * are copied with all other parameters.
   *
   * @throws IllegalArgumentException if it has more or fewer columns or steps
   */
  public void copyStatistics(BatchNorm other) {
    if (other.statistics.size() != statistics.size()) {
      throw new IllegalArgumentException(
          other.statistics.size() + " steps for " + statistics.size());
    }
    for (int step = 0; step < statistics.size(); step++) {
      ColumnStatistics from = other.statistics.get(step);
      statistics.get(step).write(from.means(), from.variances());
    }
  }

  /** Saves or restores the running statistics; gains and shifts are the parameters' to keep. */
  public void keep(State state) {
    for (int step = 0; step < statistics.size(); step++) {
      keep(step == 0 ? state : state.part("step " + step), statistics.get(step));
    }
  }

  private static void keep(State state, ColumnStatistics statistics) {
    int columns = statistics.columns();
    float[] means = state.floats("means", statistics.means(), columns);
    float[] variances = state.floats("variances", statistics.variances(), columns);
    if (state.restoring()) {
      statistics.write(means, variances);
    }
  }
}
