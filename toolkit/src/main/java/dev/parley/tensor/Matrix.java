package dev.parley.tensor;

import dev.parley.error.Problem;
import dev.parley.error.ShapeException;

/**
 * A block of floats seen as {@code [rows, columns]}, row-major. Several matrices may share a block.
 */
record Matrix(Block block, int rows, int columns) {

  Matrix {
    if (rows < 1 || columns < 1) {
      throw new ShapeException(
          Problem.with("shape")
              .got("[" + rows + ", " + columns + "]")
              .allowed("1 or more rows and columns"));
    }
    if (block.length() != (long) rows * columns) {
      throw new IllegalStateException(
          "block of " + block.length() + " floats seen as [" + rows + ", " + columns + "]");
    }
  }

  static Matrix of(int rows, int columns) {
    return new Matrix(Block.computed(Check.length(rows, columns)), rows, columns);
  }

  int length() {
    return rows * columns;
  }
}
