package dev.parley.tensor;

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

  private final Block first;
  private final Block second;
  private final Pool pool = new Pool();
  private final AdamStep step = new AdamStep();
  private final Program program;

  /** Moments of zero for all parameters of the model; none can be added to it any more. */
  public Moments(Parameters parameters) {
    Matrix values = parameters.flatValues();
    first = Block.kept(values.length());
    second = Block.kept(values.length());
    Kernels kernels = Kernels.on(new Tape(pool));
    kernels.adam(values, parameters.flatGradients(), flat(first), flat(second), step);
    program = new Program(kernels.tape());
  }

  private static Matrix flat(Block block) {
    return new Matrix(block, 1, block.length());
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

  /** Frees the memory outside the heap. */
  @Override
  public void close() {
    program.free();
    pool.free();
    first.free();
    second.free();
  }
}
