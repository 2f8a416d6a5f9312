package dev.parley.tensor;

import java.util.Arrays;

/**
 * Column by column, on the JVM's arrays, a few rows at a time: they are copied to where they stay
 * in the processor's nearest cache, beside what belongs to a column, once for each of them. So
 * every loop has one index for all its arrays, which is what the JVM vectorises. {@code add} tells
 * whether a result is added to what is there or written over it.
 */
final class ColumnLoops {

  /** So many floats at a time, in whole rows. */
  private static final int STRETCH = 1024;

  private final int columns;
  private final float[] x;
  private final float[] y;
  private final float[] z;
  private final float[] first;
  private final float[] second;
  private final float[] third;

  /** Room for the computation of kernels on matrices of so many rows and columns. */
  ColumnLoops(int rows, int columns) {
    int stretch = Math.min(rows, Math.max(1, STRETCH / columns)) * columns;
    this.columns = columns;
    x = new float[stretch];
    y = new float[stretch];
    z = new float[stretch];
    first = new float[stretch];
    second = new float[stretch];
    third = new float[stretch];
  }

  /** The row, once for each row of a stretch. */
  private void repeat(float[] row, float[] tiles) {
    for (int from = 0; from < tiles.length; from += columns) {
      System.arraycopy(row, 0, tiles, from, columns);
    }
  }

  /** row = factor times the sum of what a stretch has gathered. */
  private void fold(float[] tiles, float factor, float[] row, boolean add) {
    if (!add) {
      Arrays.fill(row, 0);
    }
    for (int from = 0; from < tiles.length; from += columns) {
      for (int j = 0; j < columns; j++) {
        row[j] += factor * tiles[from + j];
      }
    }
  }

  private int count(int from, float[] all) {
    return Math.min(x.length, all.length - from);
  }

  /** c (+)= a, each column scaled by its place in the row. */
  void multiplyRow(float[] a, float[] row, float[] c, boolean add) {
    repeat(row, first);
    for (int from = 0; from < c.length; from += x.length) {
      int count = count(from, c);
      System.arraycopy(a, from, x, 0, count);
      if (add) {
        System.arraycopy(c, from, y, 0, count);
        addProducts(x, first, y, count);
      } else {
        products(x, first, y, count);
      }
      System.arraycopy(y, 0, c, from, count);
    }
  }

  /** row (+)= the sum of each column of a b. */
  void dots(float[] a, float[] b, float[] row, boolean add) {
    gatherDots(a, b, first);
    fold(first, 1, row, add);
  }

  private void gatherDots(float[] a, float[] b, float[] tiles) {
    Arrays.fill(tiles, 0);
    for (int from = 0; from < a.length; from += x.length) {
      int count = count(from, a);
      System.arraycopy(a, from, x, 0, count);
      System.arraycopy(b, from, y, 0, count);
      addProducts(x, y, tiles, count);
    }
  }

  private void gatherSums(float[] a, float[] tiles) {
    Arrays.fill(tiles, 0);
    for (int from = 0; from < a.length; from += x.length) {
      int count = count(from, a);
      System.arraycopy(a, from, x, 0, count);
      add(x, tiles, count);
    }
  }

  /** The mean of each column, and the mean squared distance from it. */
  void moments(float[] a, float[] mean, float[] variance) {
    float share = (float) columns / a.length;
    gatherSums(a, first);
    fold(first, share, mean, false);
    repeat(mean, second);
    Arrays.fill(first, 0);
    for (int from = 0; from < a.length; from += x.length) {
      int count = count(from, a);
      System.arraycopy(a, from, x, 0, count);
      addSquaredDistances(x, second, first, count);
    }
    fold(first, share, variance, false);
  }

  /** r = 1 / √(variance + epsilon). */
  static void inverseRoot(float[] variance, float epsilon, float[] r) {
    for (int j = 0; j < r.length; j++) {
      r[j] = 1 / (float) Math.sqrt(variance[j] + epsilon);
    }
  }

  /** b = (a - mean) r. */
  void standardise(float[] a, float[] mean, float[] r, float[] b) {
    repeat(mean, first);
    repeat(r, second);
    for (int from = 0; from < a.length; from += x.length) {
      int count = count(from, a);
      System.arraycopy(a, from, x, 0, count);
      standardise(x, first, second, count);
      System.arraycopy(x, 0, b, from, count);
    }
  }

  /**
   * dx (+)= r (dy - the mean of dy - b times the mean of b dy), where b is standardised.
   *
   * @param straight room for the means of dy
   * @param along room for those of b dy
   */
  void standardiseGradient(
      float[] b, float[] r, float[] dy, float[] dx, boolean add, float[] straight, float[] along) {
    float share = (float) columns / b.length;
    gatherSums(dy, first);
    fold(first, share, straight, false);
    gatherDots(dy, b, second);
    fold(second, share, along, false);
    repeat(straight, first);
    repeat(along, second);
    repeat(r, third);
    for (int from = 0; from < b.length; from += x.length) {
      int count = count(from, b);
      System.arraycopy(b, from, x, 0, count);
      System.arraycopy(dy, from, y, 0, count);
      pull(x, y, first, second, count);
      if (add) {
        System.arraycopy(dx, from, z, 0, count);
        addProducts(y, third, z, count);
      } else {
        products(y, third, z, count);
      }
      System.arraycopy(z, 0, dx, from, count);
    }
  }

  private static void products(float[] a, float[] b, float[] c, int count) {
    for (int i = 0; i < count; i++) {
      c[i] = a[i] * b[i];
    }
  }

  private static void addProducts(float[] a, float[] b, float[] c, int count) {
    for (int i = 0; i < count; i++) {
      c[i] += a[i] * b[i];
    }
  }

  private static void add(float[] a, float[] c, int count) {
    for (int i = 0; i < count; i++) {
      c[i] += a[i];
    }
  }

  private static void addSquaredDistances(float[] a, float[] mean, float[] c, int count) {
    for (int i = 0; i < count; i++) {
      float distance = a[i] - mean[i];
      c[i] += distance * distance;
    }
  }

  private static void standardise(float[] a, float[] mean, float[] r, int count) {
    for (int i = 0; i < count; i++) {
      a[i] = (a[i] - mean[i]) * r[i];
    }
  }

  /** dy less what the moments take off it. */
  private static void pull(float[] b, float[] dy, float[] straight, float[] along, int count) {
    for (int i = 0; i < count; i++) {
      dy[i] = dy[i] - straight[i] - b[i] * along[i];
    }
  }
}
