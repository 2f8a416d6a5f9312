package dev.parley.tensor;

/**
 * A block of floats seen as {@code [rows, columns]}, row-major. Several matrices may share a block.
 */
record Matrix(Block block, int rows, int columns) {

  Matrix {
    if (block.length() != rows * columns) {
      throw new IllegalStateException(
          "block of " + block.length() + " floats seen as [" + rows + ", " + columns + "]");
    }
  }

  static Matrix of(int rows, int columns) {
    return new Matrix(Block.computed(rows * columns), rows, columns);
  }

  int length() {
    return rows * columns;
  }
}
