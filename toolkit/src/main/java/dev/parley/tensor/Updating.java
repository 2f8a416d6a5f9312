package dev.parley.tensor;

import java.util.function.BiFunction;
import java.util.function.Function;

/**
 * The update of a model's parameters, as a program that can be run again and again, and what it
 * remembers of each.
 */
final class Updating implements AutoCloseable {

  private final Pool pool = new Pool();
  private final Program program;
  private final UpdateState running;
  private final String first;
  private final String second;
  private final int length;
  private boolean closed;

  /**
   * Remembers zeros; no parameters can be added to the model any more.
   *
   * @param first what is remembered of each parameter, in words: {@code means}
   * @param second likewise
   * @param kind of kernels
   * @param rule records the update of all values
   */
  Updating(
      Parameters parameters,
      String first,
      String second,
      Function<Tape, Kernels> kind,
      BiFunction<Kernels, Matrix, UpdateState> rule) {
    this.first = first;
    this.second = second;
    Matrix values = parameters.flatValues();
    Kernels kernels = kind.apply(new Tape(pool));
    running = rule.apply(kernels, values);
    program = new Program(kernels.tape());
    length = values.length();
  }

  void run() {
    program.run();
  }

  /** The first number of each parameter, then the second: [2][parameters], new arrays. */
  float[][] read() {
    requireOpen();
    float[][] both = new float[2][length];
    running.read(both[0], both[1]);
    return both;
  }

  /**
   * Sets them, as if the updates that led to them had been made here.
   *
   * @throws IllegalArgumentException if they are more or fewer than there are parameters
   */
  void write(float[] ones, float[] others) {
    requireOpen();
    if (ones.length != length || others.length != length) {
      throw new IllegalArgumentException(
          ones.length
              + " "
              + first
              + " and "
              + others.length
              + " "
              + second
              + " for "
              + length
              + " values");
    }
    running.write(ones, others);
  }

  void requireOpen() {
    if (closed) {
      throw new IllegalStateException(
          first + " and " + second + " are used after they were closed");
    }
  }

  @Override
  public void close() {
    closed = true;
    program.free();
    pool.free();
  }
}
