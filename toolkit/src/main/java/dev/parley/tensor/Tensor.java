package dev.parley.tensor;

import dev.parley.error.Problem;
import dev.parley.error.ShapeException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A matrix {@code [rows, columns]} of floats on a {@link Graph}, or a parameter of {@link
 * Parameters}.
 *
 * <p>It is a name for a place, not a value: its values are those of the last program that ran.
 */
public final class Tensor {

  private final @Nullable Graph graph;
  private final Matrix value;
  private final @Nullable Matrix gradient;
  private final float[] single = new float[1];

  Tensor(@Nullable Graph graph, Matrix value, @Nullable Matrix gradient) {
    this.graph = graph;
    this.value = value;
    this.gradient = gradient;
  }

  /** The number of rows. */
  public int rows() {
    return value.rows();
  }

  /** The number of columns. */
  public int columns() {
    return value.columns();
  }

  /** Rows times columns. */
  public int length() {
    return value.length();
  }

  /** The shape as it appears in messages: {@code [32, 64]}. */
  public String shape() {
    return "[" + rows() + ", " + columns() + "]";
  }

  /**
   * Sets all values of an input or a parameter.
   *
   * @param values row-major, {@code rows * columns} floats
   * @throws ShapeException if there are fewer or more values
   * @throws IllegalStateException if this is a result
   */
  public void write(float[] values) {
    Check.values(this, values.length);
    if (value.block().kind() == Block.Kind.RESIDENT) {
      value.block().device().put(values);
    } else {
      System.arraycopy(values, 0, inputFace(), 0, length());
    }
  }

  /**
   * Sets one row of an input to {@code source[offset ...]}.
   *
   * @throws IndexOutOfBoundsException if there is no such row, or the source ends too early
   */
  public void writeRow(int row, float[] source, int offset) {
    int first = Objects.checkIndex(row, rows()) * columns();
    System.arraycopy(source, offset, inputFace(), first, columns());
  }

  /**
   * Sets one value of an input.
   *
   * @throws IndexOutOfBoundsException if there is no such place
   */
  public void write(int row, int column, float v) {
    int first = Objects.checkIndex(row, rows()) * columns();
    inputFace()[first + Objects.checkIndex(column, columns())] = v;
  }

  /**
   * Copies all values, row-major, into the first {@code rows * columns} places of {@code into}.
   *
   * @throws ShapeException if there is not so much room
   */
  public void read(float[] into) {
    Check.room(this, into.length);
    value.block().read(into);
  }

  /** The value of a scalar [1, 1]. */
  public float item() {
    Check.scalar("item", this);
    value.block().read(single);
    return single[0];
  }

  /** All values, row-major, in a new array. */
  public float[] toArray() {
    float[] values = new float[length()];
    read(values);
    return values;
  }

  /**
   * The gradient of the loss of the last backward program, row-major, in a new array. Of the result
   * of {@link Dense#linear} with an activation it is the gradient in respect of the sums before the
   * activation; of a parameter, the sum of all gradients since they were cleared.
   */
  public float[] gradientToArray() {
    float[] values = new float[length()];
    requireGradient().block().read(values);
    return values;
  }

  /** This computation's value, taken as a constant by everything that is recorded on the result. */
  public Tensor detach() {
    return new Tensor(graph, value, null);
  }

  /**
   * The same values, row-major, in another shape.
   *
   * @throws ShapeException if the number of values differs
   */
  public Tensor reshape(int rows, int columns) {
    if (rows * columns != length()) {
      throw new ShapeException(
          Problem.with("reshape")
              .got(shape())
              .allowed("as many values as [" + rows + ", " + columns + "]"));
    }
    Matrix g = gradient == null ? null : new Matrix(gradient.block(), rows, columns);
    return new Tensor(graph, new Matrix(value.block(), rows, columns), g);
  }

  @Nullable Graph graph() {
    return graph;
  }

  Matrix value() {
    return value;
  }

  boolean hasGradient() {
    return gradient != null;
  }

  Matrix requireGradient() {
    if (gradient == null) {
      throw new IllegalStateException("tensor " + shape() + " has no gradient");
    }
    return gradient;
  }

  private float[] inputFace() {
    Block.Kind kind = value.block().kind();
    if (kind != Block.Kind.INPUT) {
      throw new IllegalStateException(
          "tensor "
              + shape()
              + (kind == Block.Kind.RESIDENT
                  ? " is a parameter, which is written as a whole"
                  : " is computed, not an input"));
    }
    value.block().markWritten();
    return value.block().host();
  }

  @Override
  public String toString() {
    return "Tensor" + shape();
  }
}
