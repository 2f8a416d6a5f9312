package dev.parley.tensor;

import dev.parley.error.Problem;
import dev.parley.error.ShapeException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * A column of whole numbers, such as labels or symbols, one a row. They live on the host; kernels
 * of ND4J see them as one-hot rows, so that a look-up and its gradient are matrix products, whose
 * result does not depend on the order of sums.
 */
public final class Indices {

  private final Graph graph;
  private final int[] values;
  private final Map<Integer, OneHot> encodings = new HashMap<>();
  private long version = 1;

  Indices(Graph graph, int rows) {
    this.graph = graph;
    this.values = new int[rows];
  }

  /** The number of rows. */
  public int rows() {
    return values.length;
  }

  /** The number in one row. */
  public int get(int row) {
    return values[row];
  }

  /** Sets the number in one row. */
  public void set(int row, int value) {
    values[row] = value;
    version++;
  }

  Graph graph() {
    return graph;
  }

  /**
   * The one-hot rows {@code [rows, classes]}, made to be up to date from here on in the program.
   */
  Matrix oneHot(Tape tape, int classes) {
    OneHot encoding = encodings.computeIfAbsent(classes, OneHot::new);
    if (tape.firstUse(encoding.rows)) {
      tape.emit(encoding::update);
    }
    return encoding.rows;
  }

  /** The number in one row, which must be a place among so many. */
  int checked(int row, int classes) {
    int value = values[row];
    if (value < 0 || value >= classes) {
      throw new ShapeException(
          Problem.with("index")
              .got(value)
              .allowed("0 to " + (classes - 1))
              .fact("row", Integer.toString(row)));
    }
    return value;
  }

  /** The rows for one number of classes, encoded anew only if an index has changed. */
  private final class OneHot {

    private final int classes;
    private final Matrix rows;
    private long encoded;

    OneHot(int classes) {
      this.classes = classes;
      int length = values.length * classes;
      this.rows = graph.own(new Matrix(Block.input(length), values.length, classes));
    }

    void update() {
      if (encoded == version) {
        return;
      }
      float[] face = rows.block().host();
      Arrays.fill(face, 0);
      for (int row = 0; row < values.length; row++) {
        face[row * classes + checked(row, classes)] = 1;
      }
      rows.block().markWritten();
      encoded = version;
    }
  }
}
