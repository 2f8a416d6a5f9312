package dev.parley.tensor;

import java.util.Arrays;

/**
 * Row by row, on the JVM's arrays. {@code add} tells whether a result is added to what is there or
 * written over it.
 */
final class RowLoops {

  private RowLoops() {}

  /** y += row, for every row of y. */
  static void addRow(float[] y, float[] row) {
    for (int from = 0; from < y.length; from += row.length) {
      for (int j = 0; j < row.length; j++) {
        y[from + j] += row[j];
      }
    }
  }

  /** row (+)= the sum of the rows of x. */
  static void sumRows(float[] x, float[] row, boolean add) {
    if (!add) {
      Arrays.fill(row, 0);
    }
    for (int from = 0; from < x.length; from += row.length) {
      for (int j = 0; j < row.length; j++) {
        row[j] += x[from + j];
      }
    }
  }

  /** column = the sum of each row of x. */
  static void rowSums(float[] x, float[] column) {
    int columns = x.length / column.length;
    for (int i = 0; i < column.length; i++) {
      column[i] = ElementLoops.sum(x, i * columns, (i + 1) * columns);
    }
  }

  /** c (+)= x, each row scaled by its place in the column. */
  static void multiplyColumn(float[] x, float[] column, float[] c, boolean add) {
    int columns = x.length / column.length;
    for (int i = 0; i < column.length; i++) {
      float factor = column[i];
      for (int j = i * columns; j < (i + 1) * columns; j++) {
        c[j] = (add ? c[j] : 0) + x[j] * factor;
      }
    }
  }

  /** y = log softmax of each row of x. */
  static void logSoftmax(float[] x, float[] y, int columns) {
    for (int from = 0; from < x.length; from += columns) {
      int to = from + columns;
      float max = Float.NEGATIVE_INFINITY;
      for (int j = from; j < to; j++) {
        max = Math.max(max, x[j]);
      }
      for (int j = from; j < to; j++) {
        y[j] = Exp.of(x[j] - max);
      }
      float log = (float) Math.log(ElementLoops.sum(y, from, to));
      for (int j = from; j < to; j++) {
        y[j] = (x[j] - max) - log;
      }
    }
  }

  /** dx (+)= dy - softmax · the sum of dy, row by row, where y is the log softmax. */
  static void logSoftmaxGradient(float[] y, float[] dy, float[] dx, int columns, boolean add) {
    for (int from = 0; from < y.length; from += columns) {
      int to = from + columns;
      float total = ElementLoops.sum(dy, from, to);
      for (int j = from; j < to; j++) {
        dx[j] = (add ? dx[j] : 0) + (dy[j] - Exp.of(y[j]) * total);
      }
    }
  }

  /** h = -Σ eʸ y of each row. */
  static void entropy(float[] y, float[] h) {
    int columns = y.length / h.length;
    for (int i = 0; i < h.length; i++) {
      float sum = 0;
      for (int j = i * columns; j < (i + 1) * columns; j++) {
        sum += Exp.of(y[j]) * y[j];
      }
      h[i] = 0 - sum;
    }
  }

  /** dy (+)= -dh eʸ (y + 1). */
  static void entropyGradient(float[] y, float[] dh, float[] dy, boolean add) {
    int columns = y.length / dh.length;
    for (int i = 0; i < dh.length; i++) {
      for (int j = i * columns; j < (i + 1) * columns; j++) {
        dy[j] = (add ? dy[j] : 0) - dh[i] * (Exp.of(y[j]) * (y[j] + 1));
      }
    }
  }

  /** Copies the rows of a matrix of {@code width} columns to or from a stretch of a wider one. */
  static void copy(
      float[] from, int start, int stride, float[] to, int begin, int step, int width) {
    int rows = Math.min(from.length / stride, to.length / step);
    for (int i = 0; i < rows; i++) {
      System.arraycopy(from, start + i * stride, to, begin + i * step, width);
    }
  }

  /** part += the columns of {@code whole} that begin at {@code from}. */
  static void addColumns(float[] whole, int stride, int from, float[] part, int width) {
    for (int i = 0; i < part.length / width; i++) {
      for (int j = 0; j < width; j++) {
        part[i * width + j] += whole[i * stride + from + j];
      }
    }
  }

  /** y[i] = table[index[i]]. */
  static void gather(float[] table, Indices index, float[] y, int columns) {
    int classes = table.length / columns;
    for (int i = 0; i < index.rows(); i++) {
      System.arraycopy(table, index.checked(i, classes) * columns, y, i * columns, columns);
    }
  }

  /** table[index[i]] += dy[i]. */
  static void scatter(float[] dy, Indices index, float[] table, int columns, boolean add) {
    if (!add) {
      Arrays.fill(table, 0);
    }
    int classes = table.length / columns;
    for (int i = 0; i < index.rows(); i++) {
      int to = index.checked(i, classes) * columns;
      for (int j = 0; j < columns; j++) {
        table[to + j] += dy[i * columns + j];
      }
    }
  }

  /** column[i] = x[i, index[i]]. */
  static void pick(float[] x, Indices index, float[] column) {
    int classes = x.length / column.length;
    for (int i = 0; i < column.length; i++) {
      column[i] = x[i * classes + index.checked(i, classes)];
    }
  }

  /** dx[i, index[i]] (+)= column[i]; nothing elsewhere. */
  static void put(float[] column, Indices index, float[] dx, boolean add) {
    if (!add) {
      Arrays.fill(dx, 0);
    }
    int classes = dx.length / column.length;
    for (int i = 0; i < column.length; i++) {
      dx[i * classes + index.checked(i, classes)] += column[i];
    }
  }
}
