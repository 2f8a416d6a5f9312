package dev.parley.tensor;

import java.util.Arrays;

/**
 * Row by row, on the JVM's arrays. {@code add} tells whether a result is added to what is there or
 * written over it.
 */
final class RowLoops {

  private RowLoops() {}

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

  /** y = log softmax of each row of x, p = softmax. */
  static void logSoftmax(float[] x, float[] y, float[] p, Exp exp, int columns) {
    lessTheLargest(x, y, columns);
    System.arraycopy(y, 0, p, 0, p.length);
    exp.all(p, 0, p.length);
    for (int from = 0; from < x.length; from += columns) {
      int to = from + columns;
      float sum = ElementLoops.sum(p, from, to);
      float log = (float) Math.log(sum);
      float share = 1 / sum;
      for (int j = from; j < to; j++) {
        y[j] -= log;
        p[j] *= share;
      }
    }
  }

  /** y = x less the largest value of its row. */
  private static void lessTheLargest(float[] x, float[] y, int columns) {
    for (int from = 0; from < x.length; from += columns) {
      int to = from + columns;
      float max = Float.NEGATIVE_INFINITY;
      for (int j = from; j < to; j++) {
        max = Math.max(max, x[j]);
      }
      for (int j = from; j < to; j++) {
        y[j] = x[j] - max;
      }
    }
  }

  /** dx (+)= dy - p · the sum of dy, row by row. */
  static void logSoftmaxGradient(float[] p, float[] dy, float[] dx, int columns, boolean add) {
    for (int from = 0; from < p.length; from += columns) {
      int to = from + columns;
      float total = ElementLoops.sum(dy, from, to);
      if (add) {
        for (int j = from; j < to; j++) {
          dx[j] += dy[j] - p[j] * total;
        }
      } else {
        for (int j = from; j < to; j++) {
          dx[j] = dy[j] - p[j] * total;
        }
      }
    }
  }

  /** y = softmax of each row of x. */
  static void softmax(float[] x, float[] y, Exp exp, int columns) {
    lessTheLargest(x, y, columns);
    exp.all(y, 0, y.length);
    for (int from = 0; from < x.length; from += columns) {
      int to = from + columns;
      float share = 1 / ElementLoops.sum(y, from, to);
      for (int j = from; j < to; j++) {
        y[j] *= share;
      }
    }
  }

  /** dx (+)= y (dy - the sum of y dy), row by row. */
  static void softmaxGradient(float[] y, float[] dy, float[] dx, int columns, boolean add) {
    for (int from = 0; from < y.length; from += columns) {
      int to = from + columns;
      float total = 0;
      for (int j = from; j < to; j++) {
        total += y[j] * dy[j];
      }
      if (add) {
        for (int j = from; j < to; j++) {
          dx[j] += y[j] * (dy[j] - total);
        }
      } else {
        for (int j = from; j < to; j++) {
          dx[j] = y[j] * (dy[j] - total);
        }
      }
    }
  }

  /** h = -Σ p y of each row; p = eʸ. */
  static void entropy(float[] p, float[] y, float[] h) {
    int columns = y.length / h.length;
    for (int i = 0; i < h.length; i++) {
      float even = 0;
      float odd = 0;
      int j = i * columns;
      for (int to = j + columns - 1; j < to; j += 2) {
        even += p[j] * y[j];
        odd += p[j + 1] * y[j + 1];
      }
      float last = j < (i + 1) * columns ? p[j] * y[j] : 0;
      h[i] = 0 - (even + odd + last);
    }
  }

  /** dy (+)= -dh p (y + 1); p = eʸ. */
  static void entropyGradient(float[] p, float[] y, float[] dh, float[] dy, boolean add) {
    int columns = y.length / dh.length;
    for (int i = 0; i < dh.length; i++) {
      float factor = -dh[i];
      int to = (i + 1) * columns;
      if (add) {
        for (int j = i * columns; j < to; j++) {
          dy[j] += factor * (p[j] * (y[j] + 1));
        }
      } else {
        for (int j = i * columns; j < to; j++) {
          dy[j] = factor * (p[j] * (y[j] + 1));
        }
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

  /**
   * The columns of {@code whole} that begin at {@code from} (+)= part; the others become 0 if
   * nothing is added.
   */
  static void putColumns(
      float[] part, int width, float[] whole, int from, int stride, boolean add) {
    if (!add) {
      Arrays.fill(whole, 0);
      copy(part, 0, width, whole, from, stride, width);
      return;
    }
    for (int i = 0; i < part.length / width; i++) {
      for (int j = 0; j < width; j++) {
        whole[i * stride + from + j] += part[i * width + j];
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
