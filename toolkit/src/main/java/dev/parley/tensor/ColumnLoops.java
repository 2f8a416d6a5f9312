package dev.parley.tensor;

import java.util.Arrays;

/**
 * Column by column, on the JVM's arrays, which are run through row by row. {@code add} tells
 * whether a result is added to what is there or written over it.
 */
final class ColumnLoops {

  private ColumnLoops() {}

  /** c (+)= x, each column scaled by its place in the row. */
  static void multiplyRow(float[] x, float[] row, float[] c, boolean add) {
    int columns = row.length;
    for (int from = 0; from < c.length; from += columns) {
      if (add) {
        for (int j = 0; j < columns; j++) {
          c[from + j] += x[from + j] * row[j];
        }
      } else {
        for (int j = 0; j < columns; j++) {
          c[from + j] = x[from + j] * row[j];
        }
      }
    }
  }

  /** row (+)= the sum of each column of a b. */
  static void dots(float[] a, float[] b, float[] row, boolean add) {
    if (!add) {
      Arrays.fill(row, 0);
    }
    int columns = row.length;
    for (int from = 0; from < a.length; from += columns) {
      for (int j = 0; j < columns; j++) {
        row[j] += a[from + j] * b[from + j];
      }
    }
  }

  /** The mean of each column, and the mean squared distance from it. */
  static void moments(float[] x, float[] mean, float[] variance) {
    int columns = mean.length;
    float share = (float) columns / x.length;
    sums(x, mean);
    ElementLoops.scale(mean, share, mean, false);
    Arrays.fill(variance, 0);
    for (int from = 0; from < x.length; from += columns) {
      for (int j = 0; j < columns; j++) {
        float distance = x[from + j] - mean[j];
        variance[j] += distance * distance;
      }
    }
    ElementLoops.scale(variance, share, variance, false);
  }

  private static void sums(float[] x, float[] row) {
    Arrays.fill(row, 0);
    int columns = row.length;
    for (int from = 0; from < x.length; from += columns) {
      for (int j = 0; j < columns; j++) {
        row[j] += x[from + j];
      }
    }
  }

  /** r = 1 / √(variance + epsilon). */
  static void inverseRoot(float[] variance, float epsilon, float[] r) {
    for (int j = 0; j < r.length; j++) {
      r[j] = 1 / (float) Math.sqrt(variance[j] + epsilon);
    }
  }

  /** y = (x - mean) r. */
  static void standardise(float[] x, float[] mean, float[] r, float[] y) {
    int columns = mean.length;
    for (int from = 0; from < x.length; from += columns) {
      for (int j = 0; j < columns; j++) {
        y[from + j] = (x[from + j] - mean[j]) * r[j];
      }
    }
  }

  /** What the moments of a column take off its gradient. */
  static final class Pull {
    private final float[] straight;
    private final float[] along;

    Pull(int columns) {
      straight = new float[columns];
      along = new float[columns];
    }

    /** dx (+)= r (dy - the mean of dy - y times the mean of y dy). */
    void standardiseGradient(float[] y, float[] r, float[] dy, float[] dx, boolean add) {
      int columns = r.length;
      float share = (float) columns / y.length;
      sums(dy, straight);
      ElementLoops.scale(straight, share, straight, false);
      dots(dy, y, along, false);
      ElementLoops.scale(along, share, along, false);
      if (!add) {
        Arrays.fill(dx, 0);
      }
      for (int from = 0; from < y.length; from += columns) {
        for (int j = 0; j < columns; j++) {
          float own = dy[from + j] - straight[j] - y[from + j] * along[j];
          dx[from + j] += r[j] * own;
        }
      }
    }
  }
}
