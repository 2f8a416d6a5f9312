package dev.parley.tensor;

import java.util.function.Function;

/**
 * Running means of the squares of a model's gradients, and the update of its parameters by RMSprop
 * (Tieleman and Hinton, 2012, lecture 6.5 of "Neural Networks for Machine Learning") in the form
 * that PyTorch gives it:
 *
 * <pre>
 * v = α v + (1 - α) g²
 * b = μ b + g / (√v + ε)
 * θ = θ - η b
 * </pre>
 *
 * <p>The velocity b is a momentum over scaled gradients; with μ = 0 it is the last of them. ε
 * stands outside the root, and v begins at zero without a correction: the first steps are as large
 * as η / √(1 - α).
 */
public final class SquareMeans implements AutoCloseable {

  private final RmsStep step;
  private final Updating updating;

  /**
   * Means and velocities of zero for all parameters of the model; none can be added to it any more.
   *
   * @param decay α in [0, 1)
   * @param epsilon ε, 0 or more
   * @param momentum μ in [0, 1)
   */
  public SquareMeans(Parameters parameters, double decay, double epsilon, double momentum) {
    this(parameters, new RmsStep(decay, epsilon, momentum), Kernels::on);
  }

  /** The same with kernels of a kind. */
  SquareMeans(Parameters parameters, RmsStep step, Function<Tape, Kernels> kind) {
    this.step = step;
    updating =
        new Updating(
            parameters,
            "squares",
            "velocities",
            kind,
            (kernels, values) -> kernels.rmsProp(values, parameters.flatGradients(), step));
  }

  /**
   * Updates means and velocities from the gradients, and the parameters from them.
   *
   * @param learningRate η
   */
  public void update(double learningRate) {
    updating.requireOpen();
    step.set(learningRate);
    updating.run();
  }

  /** v, in the order in which the parameters were added, in a new array. */
  public float[] squares() {
    return updating.read()[0];
  }

  /** b, in the same order, in a new array. */
  public float[] velocities() {
    return updating.read()[1];
  }

  /**
   * Sets v and b, as if the updates that led to them had been made here.
   *
   * @param squares one for each parameter, in the order in which they were added
   * @param velocities likewise
   * @throws IllegalArgumentException if they are more or fewer than there are parameters
   */
  public void write(float[] squares, float[] velocities) {
    updating.write(squares, velocities);
  }

  /** Frees the memory outside the heap. */
  @Override
  public void close() {
    updating.close();
    step.rate.block().free();
  }
}
