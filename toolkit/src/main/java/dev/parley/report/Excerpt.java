package dev.parley.report;

/**
 * How much of a long table a page shows, and where all of it is.
 *
 * @param head rows from the beginning; 0 or more
 * @param tail rows from the end; 0 or more
 * @param file the name of the file, or the call, that has all rows
 */
public record Excerpt(int head, int tail, String file) {

  /** Every row. */
  public static final Excerpt ALL = new Excerpt(Integer.MAX_VALUE, 0, "");

  /** Checks the numbers. */
  public Excerpt {
    if (head < 0 || tail < 0) {
      throw new IllegalArgumentException(
          "rows: got " + head + ", " + tail + ", allowed: 0 or more");
    }
  }

  /** The first rows. */
  public static Excerpt first(int rows, String file) {
    return new Excerpt(rows, 0, file);
  }

  /** As many rows of the beginning as of the end. */
  public static Excerpt ends(int rows, String file) {
    return new Excerpt(rows, rows, file);
  }

  /** Whether a row is left out; never just one, whose place the line that says so would take. */
  boolean omits(int row, int rows) {
    return omitted(rows) > 0 && row >= head && row < rows - tail;
  }

  /** How many rows of a table are left out. */
  int omitted(int rows) {
    long left = (long) rows - head - tail;
    return left > 1 ? (int) left : 0;
  }
}
