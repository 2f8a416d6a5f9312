package dev.parley.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a model: one flat vector of values and one of gradients, of which each
 * parameter is a part, so that clearing, clipping and updating are one pass each.
 *
 * <p>All parameters are added before any of them is used: the first use makes the vectors.
 */
public final class Parameters implements AutoCloseable {

  private final List<float[]> initials = new ArrayList<>();
  private final Pool pool = new Pool();
  private int length;
  private @Nullable Vectors vectors;
  private boolean closed;

  /**
   * A parameter with its initial values and a gradient of zeros.
   *
   * @param initial row-major, {@code rows * columns} floats; not copied before the first use
   * @throws IllegalStateException if a parameter of this model was used already
   */
  public Tensor add(int rows, int columns, float[] initial) {
    requireOpen();
    if (vectors != null) {
      throw new IllegalStateException("a parameter is added after the first use of another");
    }
    if (initial.length != rows * columns) {
      throw new IllegalArgumentException(
          initial.length + " values for a parameter [" + rows + ", " + columns + "]");
    }
    int offset = length;
    int count = initial.length;
    length += count;
    initials.add(initial);
    Block value = Block.resident(count, () -> vectors().values.part(offset, count));
    Block gradient = Block.resident(count, () -> vectors().gradients.part(offset, count));
    return new Tensor(null, new Matrix(value, rows, columns), new Matrix(gradient, rows, columns));
  }

  /**
   * The same, with initial values made by a function of how many they are.
   *
   * @throws dev.parley.error.ShapeException if they are more than an array holds
   */
  public Tensor add(int rows, int columns, IntFunction<float[]> initial) {
    return add(rows, columns, initial.apply(Check.length(rows, columns)));
  }

  /** How many numbers there are to learn. */
  public int length() {
    return length;
  }

  /** Sets all gradients to zero. */
  public void clearGradients() {
    vectors().clear.run();
  }

  /** The Euclidean norm of all gradients together. */
  public double gradientNorm() {
    Vectors v = vectors();
    v.squares.run();
    float[] sum = new float[1];
    v.sumOfSquares.block().read(sum);
    return Math.sqrt(sum[0]);
  }

  /** Multiplies all gradients by {@code factor}. */
  public void scaleGradients(double factor) {
    Vectors v = vectors();
    v.factor.block().host()[0] = (float) factor;
    v.factor.block().markWritten();
    v.scale.run();
  }

  /** All values, in the order in which the parameters were added, in a new array. */
  public float[] toArray() {
    float[] all = new float[length];
    vectors().values.get(all);
    return all;
  }

  /** All gradients, in the same order, in a new array. */
  public float[] gradientsToArray() {
    float[] all = new float[length];
    vectors().gradients.get(all);
    return all;
  }

  /**
   * Sets all values.
   *
   * @param all as {@link #toArray} gives them
   * @throws IllegalArgumentException if they are more or fewer
   */
  public void write(float[] all) {
    requireLength(all);
    vectors().values.put(all);
  }

  /**
   * Sets all gradients.
   *
   * @param all as {@link #gradientsToArray} gives them
   * @throws IllegalArgumentException if they are more or fewer
   */
  public void writeGradients(float[] all) {
    requireLength(all);
    vectors().gradients.put(all);
  }

  private void requireLength(float[] all) {
    if (all.length != length) {
      throw new IllegalArgumentException(all.length + " values for " + length + " parameters");
    }
  }

  Matrix flatValues() {
    return new Matrix(vectors().flatValues, 1, length);
  }

  Matrix flatGradients() {
    return new Matrix(vectors().flatGradients, 1, length);
  }

  private Vectors vectors() {
    requireOpen();
    if (vectors == null) {
      if (length == 0) {
        throw new IllegalStateException("a model without parameters is used");
      }
      vectors = new Vectors();
    }
    return vectors;
  }

  /** The flat vectors and the programs on them. */
  private final class Vectors {

    private final Device values = Device.allocate(length);
    private final Device gradients = Device.allocate(length);
    private final Block flatValues = Block.resident(length, () -> values);
    private final Block flatGradients = Block.resident(length, () -> gradients);
    private final Matrix sumOfSquares = Matrix.of(1, 1);
    private final Matrix factor = new Matrix(Block.input(1), 1, 1);
    private final Program clear;
    private final Program scale;
    private final Program squares;

    Vectors() {
      float[] start = new float[length];
      int offset = 0;
      for (float[] initial : initials) {
        System.arraycopy(initial, 0, start, offset, initial.length);
        offset += initial.length;
      }
      values.put(start);
      initials.clear();
      Matrix g = new Matrix(flatGradients, 1, length);
      clear = program(k -> k.clear(g));
      scale = program(k -> k.scaleBy(g, factor, g, false));
      squares = program(k -> k.product(g, false, g, true, sumOfSquares, false));
    }

    private Program program(Consumer<Kernels> steps) {
      Kernels kernels = Kernels.on(new Tape(pool));
      steps.accept(kernels);
      return new Program(kernels.tape());
    }

    void free() {
      clear.free();
      scale.free();
      squares.free();
      sumOfSquares.block().free();
      factor.block().free();
      values.free();
      gradients.free();
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("parameters are used after they were closed");
    }
  }

  /** Frees the memory outside the heap. Nothing of the parameters can be used after. */
  @Override
  public void close() {
    closed = true;
    if (vectors != null) {
      vectors.free();
    }
    pool.free();
  }
}
