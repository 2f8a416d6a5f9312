package dev.parley.tensor;

import java.util.function.Function;

/**
 * Running means of the gradients of a model and of their squares, and the update of its parameters
 * from them (Kingma and Ba, 2015, "Adam"):
 *
 * <pre>
 * m = β₁ m + (1 - β₁) g
 * v = β₂ v + (1 - β₂) g²
 * θ = θ - η · m / (1 - β₁ᵗ) / (√(v / (1 - β₂ᵗ)) + ε)
 * </pre>
 */
public final class Moments implements AutoCloseable {

  private final AdamStep step = new AdamStep();
  private final Updating updating;

  /** Moments of zero for all parameters of the model; none can be added to it any more. */
  public Moments(Parameters parameters) {
    this(parameters, Kernels::on);
  }

  /** The same with kernels of a kind. */
  Moments(Parameters parameters, Function<Tape, Kernels> kind) {
    updating =
        new Updating(
            parameters,
            "means",
            "squares",
            kind,
            (kernels, values) -> kernels.adam(values, parameters.flatGradients(), step));
  }

  /**
   * Updates the moments from the gradients, and the parameters from the moments.
   *
   * @param learningRate η
   * @param beta1 β₁ in [0, 1)
   * @param beta2 β₂ in [0, 1)
   * @param epsilon ε
   * @param t the number of this update, counted from 1
   */
  public void update(double learningRate, double beta1, double beta2, double epsilon, long t) {
    step.set(learningRate, beta1, beta2, epsilon, t);
    updating.run();
  }

  /** m, in the order in which the parameters were added, in a new array. */
  public float[] means() {
    return updating.read()[0];
  }

  /** v, in the same order, in a new array. */
  public float[] squares() {
    return updating.read()[1];
  }

  /**
   * Sets m and v, as if the updates that led to them had been made here.
   *
   * @param means one for each parameter, in the order in which they were added
   * @param squares likewise
   * @throws IllegalArgumentException if they are more or fewer than there are parameters
   */
  public void write(float[] means, float[] squares) {
    updating.write(means, squares);
  }

  /** Frees the memory outside the heap. */
  @Override
  public void close() {
    updating.close();
  }
}
