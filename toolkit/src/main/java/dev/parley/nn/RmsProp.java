package dev.parley.nn;

import dev.parley.state.State;
import dev.parley.tensor.Parameters;
import dev.parley.tensor.SquareMeans;

/**
 * RMSprop (Tieleman and Hinton, 2012) in PyTorch's form, with clipping of the gradient's norm. ε
 * stands outside the root; the momentum is over the scaled gradients, and the learning rate outside
 * of it:
 *
 * <pre>
 * v = α v + (1 - α) g²,   b = μ b + g / (√v + ε),   θ = θ - η b
 * </pre>
 */
public final class RmsProp implements AutoCloseable {

  private final Parameters parameters;
  private final SquareMeans means;
  private final double clip;

  /**
   * An optimiser with α = 0.99, ε = 1e-8 and no momentum: PyTorch's defaults, and what the
   * published code of RIAL and DIAL uses.
   *
   * @param clip the largest norm that the gradient of all parameters together may have; infinity
   *     for no limit
   */
  public RmsProp(Parameters parameters, double clip) {
    this(parameters, clip, 0.99, 1e-8, 0);
  }

  /**
   * An optimiser of any kind.
   *
   * @param decay α in [0, 1)
   * @param epsilon ε, 0 or more
   * @param momentum μ in [0, 1)
   */
  public RmsProp(
      Parameters parameters, double clip, double decay, double epsilon, double momentum) {
    this.parameters = parameters;
    this.means = new SquareMeans(parameters, decay, epsilon, momentum);
    this.clip = clip;
  }

  /** Updates all parameters from their gradients, and leaves the gradients as they are, clipped. */
  public void step(double learningRate) {
    Clip.norm(parameters, clip);
    means.update(learningRate);
  }

  /** Saves or restores the parameters, their running means and velocities. */
  public void keep(State state) {
    int n = parameters.length();
    float[] values = state.floats("parameters", parameters.toArray(), n);
    float[] squares = state.floats("squares", means.squares(), n);
    float[] velocities = state.floats("velocities", means.velocities(), n);
    if (state.restoring()) {
      parameters.write(values);
      means.write(squares, velocities);
    }
  }

  /** Frees the memory outside the heap. */
  @Override
  public void close() {
    means.close();
  }
}
