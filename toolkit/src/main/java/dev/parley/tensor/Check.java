package dev.parley.tensor;

import dev.parley.error.Problem;
import dev.parley.error.ShapeException;

/** Shape checks, made while recording. */
final class Check {

  private Check() {}

  /** How many floats {@code [rows, columns]} has. */
  static int length(int rows, int columns) {
    long length = (long) rows * columns;
    if (length > Integer.MAX_VALUE) {
      throw new ShapeException(
          Problem.with("shape")
              .got("[" + rows + ", " + columns + "]")
              .allowed(Integer.MAX_VALUE + " places or fewer"));
    }
    return (int) length;
  }

  static void same(String operation, Tensor a, Tensor b) {
    if (a.rows() != b.rows() || a.columns() != b.columns()) {
      throw mismatch(operation, a, b, "equal shapes");
    }
  }

  /** The columns of {@code a} are what the rows of {@code b} are multiplied with. */
  static void inner(String operation, Tensor a, Tensor b) {
    if (a.columns() != b.rows()) {
      throw mismatch(operation, a, b, "[n, k] with [k, m]");
    }
  }

  static void columns(String operation, Tensor a, Tensor b) {
    if (a.columns() != b.columns()) {
      throw mismatch(operation, a, b, "as many columns");
    }
  }

  static void columns(String operation, Tensor a, ColumnStatistics b) {
    if (a.columns() != b.columns()) {
      throw new ShapeException(
          Problem.with(operation)
              .got(a.shape() + " with statistics of " + b.columns() + " columns")
              .allowed("as many columns"));
    }
  }

  static void rows(String operation, Tensor a, Tensor b) {
    if (a.rows() != b.rows()) {
      throw mismatch(operation, a, b, "as many rows");
    }
  }

  static void rows(String operation, Tensor a, Indices b) {
    if (a.rows() != b.rows()) {
      throw new ShapeException(
          Problem.with(operation)
              .got(a.shape() + " with " + b.rows() + " indices")
              .allowed("one index a row"));
    }
  }

  /** {@code row} is [1, columns of a]. */
  static void row(String operation, Tensor a, Tensor row) {
    if (row.rows() != 1 || row.columns() != a.columns()) {
      throw mismatch(operation, a, row, "[n, m] with [1, m]");
    }
  }

  /** {@code column} is [rows of a, 1]. */
  static void column(String operation, Tensor a, Tensor column) {
    if (column.columns() != 1 || column.rows() != a.rows()) {
      throw mismatch(operation, a, column, "[n, m] with [n, 1]");
    }
  }

  /** The columns from one to before another are there, and not none. */
  static void range(String operation, Tensor a, int from, int to) {
    if (from < 0 || from >= to || to > a.columns()) {
      throw new ShapeException(
          Problem.with(operation)
              .got("columns " + from + " to before " + to + " of " + a.shape())
              .allowed("0 <= from < to <= " + a.columns()));
    }
  }

  /** A column has a variance. */
  static void severalRows(String operation, Tensor a) {
    if (a.rows() < 2) {
      throw new ShapeException(
          Problem.with(operation).got(a.shape()).allowed("2 or more rows, for a variance"));
    }
  }

  static void scalar(String operation, Tensor t) {
    if (t.length() != 1) {
      throw new ShapeException(Problem.with(operation).got(t.shape()).allowed("[1, 1]"));
    }
  }

  /** A tensor's values are written from an array of as many. */
  static void values(Tensor t, int given) {
    if (given != t.length()) {
      throw new ShapeException(
          Problem.with("write")
              .got(given + " values for " + t.shape())
              .allowed(t.length() + " values"));
    }
  }

  /** A tensor's values are read into an array that has room for them. */
  static void room(Tensor t, int room) {
    if (room < t.length()) {
      throw new ShapeException(
          Problem.with("read")
              .got("room for " + room + " values of " + t.shape())
              .allowed(t.length() + " or more"));
    }
  }

  private static ShapeException mismatch(String operation, Tensor a, Tensor b, String allowed) {
    return new ShapeException(
        Problem.with(operation).got(a.shape() + " with " + b.shape()).allowed(allowed));
  }
}
