package dev.parley.analysis;

/** Checks of vectors that are handed in as rows. */
final class Rectangle {

  private Rectangle() {}

  /**
   * How many numbers each row has; 0 if there is no row.
   *
   * @throws IllegalArgumentException if rows differ in length, or a number is not finite
   */
  static int width(double[][] rows) {
    int width = rows.length == 0 ? 0 : rows[0].length;
    for (int i = 0; i < rows.length; i++) {
      if (rows[i].length != width) {
        throw new IllegalArgumentException(
            "row " + i + ": got " + rows[i].length + " numbers, allowed: " + width);
      }
      for (double value : rows[i]) {
        if (!Double.isFinite(value)) {
          throw new IllegalArgumentException(
              "row " + i + ": got " + value + ", allowed: finite numbers");
        }
      }
    }
    return width;
  }
}
