package dev.parley.nn;

import dev.parley.state.State;
import dev.parley.tensor.Moments;
import dev.parley.tensor.Parameters;

/**
 * Adam (Kingma and Ba, 2015) with β₁ = 0.9, β₂ = 0.999, ε = 1e-8, the paper's values, and clipping
 * of the gradient's norm (Pascanu et al., 2013). ε stands outside the root of the corrected second
 * moment, as in the paper's algorithm 1.
 */
public final class Adam implements AutoCloseable {

  private static final double BETA_1 = 0.9;
  private static final double BETA_2 = 0.999;
  private static final double EPSILON = 1e-8;

  private final Parameters parameters;
  private final Moments moments;
  private final double clip;
  private long updates;

  /**
   * An optimiser with moments of zero.
   *
   * @param clip the largest norm that the gradient of all parameters together may have; infinity
   *     for no limit
   */
  public Adam(Parameters parameters, double clip) {
    this.parameters = parameters;
    this.moments = new Moments(parameters);
    this.clip = clip;
  }

  /** Updates all parameters from their gradients, and leaves the gradients as they are, clipped. */
  public void step(double learningRate) {
    Clip.norm(parameters, clip);
    updates++;
    moments.update(learningRate, BETA_1, BETA_2, EPSILON, updates);
  }

  /** Saves or restores the parameters, their moments, and how many updates there were. */
  public void keep(State state) {
    int n = parameters.length();
    float[] values = state.floats("parameters", parameters.toArray(), n);
    float[] means = state.floats("means", moments.means(), n);
    float[] squares = state.floats("squares", moments.squares(), n);
    updates = state.number("updates", updates, 0, State.MOST);
    if (state.restoring()) {
      parameters.write(values);
      moments.write(means, squares);
    }
  }

  /**
   * Saves or restores the gradients too, for who does not clear them; otherwise they are computed
   * anew at each step.
   */
  public void keepGradients(State state) {
    float[] all = parameters.gradientsToArray();
    float[] kept = state.floats("gradients", all, all.length);
    if (state.restoring()) {
      parameters.writeGradients(kept);
    }
  }

  /** Frees the memory outside the heap. */
  @Override
  public void close() {
    moments.close();
  }
}
