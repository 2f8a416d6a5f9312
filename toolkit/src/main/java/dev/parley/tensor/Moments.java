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

  private final Pool pool = new Pool();
  private final AdamStep step = new AdamStep();
  private final Program program;
  private final UpdateState running;
  private final int length;
  private boolean closed;

  /** Moments of zero for all parameters of the model; none can be added to it any more. */
  public Moments(Parameters parameters) {
    this(parameters, Kernels::on);
  }

  /** The same with kernels of a kind. */
  Moments(Parameters parameters, Function<Tape, Kernels> kind) {
    Matrix values = parameters.flatValues();
    Kernels kernels = kind.apply(new Tape(pool));
    running = kernels.adam(values, parameters.flatGradients(), step);
    program = new Program(kernels.tape());
    length = values.length();
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
    program.run();
  }

  /** m, in the order in which the parameters were added, in a new array. */
  public float[] means() {
    float[][] both = read();
    return both[0];
  }

  /** v, in the same order, in a new array. */
  public float[] squares() {
    float[][] both = read();
    return both[1];
  }

  private float[][] read() {
    requireOpen();
    float[][] both = new float[2][length];
    running.read(both[0], both[1]);
    return both;
  }

  /**
   * Sets m and v, as if the updates that led to them had been made here.
   *
   * @param means one for each parameter, in the order in which they were added
   * @param squares likewise
   * @throws IllegalArgumentException if they are more or fewer than there are parameters
   */
  public void write(float[] means, float[] squares) {
    requireOpen();
    if (means.length != length || squares.length != length) {
      throw new IllegalArgumentException(
          means.length + " means and " + squares.length + " squares for " + length + " values");
    }
    running.write(means, squares);
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("moments are used after they were closed");
    }
  }

  /** Frees the memory outside the heap. */
  @Override
  public void close() {
    closed = true;
    program.free();
    pool.free();
  }
}
