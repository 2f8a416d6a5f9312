package dev.parley.agent.q;

/** Layers in 64-bit floats over a batch, reading their parameters one after the other. */
final class Doubles {

  private final double[] values;
  private int next;

  Doubles(double[] values) {
    this.values = values;
  }

  boolean atEnd() {
    return next == values.length;
  }

  int read() {
    return next;
  }

  void rewind(int to) {
    next = to;
  }

  /** The next matrix [rows, columns]. */
  double[][] take(int rows, int columns) {
    double[][] matrix = new double[rows][columns];
    for (double[] row : matrix) {
      System.arraycopy(values, next, row, 0, columns);
      next += columns;
    }
    return matrix;
  }

  /** The next fully connected layer: x w + b. */
  double[][] linear(double[][] x, int outputs) {
    double[][] w = take(x[0].length, outputs);
    double[] b = take(1, outputs)[0];
    double[][] y = new double[x.length][outputs];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < outputs; j++) {
        y[i][j] = b[j];
        for (int k = 0; k < w.length; k++) {
          y[i][j] += x[i][k] * w[k][j];
        }
      }
    }
    return y;
  }

  static double[][] relu(double[][] x) {
    double[][] y = new double[x.length][x[0].length];
    for (int i = 0; i < y.length; i++) {
      for (int j = 0; j < y[i].length; j++) {
        y[i][j] = Math.max(0, x[i][j]);
      }
    }
    return y;
  }

  static void add(double[][] into, double[][] x) {
    for (int i = 0; i < into.length; i++) {
      for (int j = 0; j < into[i].length; j++) {
        into[i][j] += x[i][j];
      }
    }
  }

  /** The next batch normalisation, by the moments of the batch. */
  double[][] norm(double[][] x) {
    int columns = x[0].length;
    double[] gain = take(1, columns)[0];
    double[] shift = take(1, columns)[0];
    double[][] y = new double[x.length][columns];
    for (int j = 0; j < columns; j++) {
      double mean = 0;
      for (double[] row : x) {
        mean += row[j] / x.length;
      }
      double variance = 0;
      for (double[] row : x) {
        variance += (row[j] - mean) * (row[j] - mean) / x.length;
      }
      for (int i = 0; i < x.length; i++) {
        y[i][j] = (x[i][j] - mean) / Math.sqrt(variance + 1e-5) * gain[j] + shift[j];
      }
    }
    return y;
  }

  /** The next layer of gated recurrent units, in PyTorch's form. */
  double[][] gru(double[][] x, double[][] h) {
    int n = h[0].length;
    double[][] in = linear(x, 3 * n);
    double[][] own = linear(h, 3 * n);
    double[][] after = new double[x.length][n];
    for (int i = 0; i < x.length; i++) {
      for (int j = 0; j < n; j++) {
        double r = sigmoid(in[i][j] + own[i][j]);
        double z = sigmoid(in[i][n + j] + own[i][n + j]);
        double c = Math.tanh(in[i][2 * n + j] + r * own[i][2 * n + j]);
        after[i][j] = (1 - z) * c + z * h[i][j];
      }
    }
    return after;
  }

  static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  static double[] softmax(double[] x) {
    double most = Double.NEGATIVE_INFINITY;
    for (double each : x) {
      most = Math.max(most, each);
    }
    double[] y = new double[x.length];
    double sum = 0;
    for (int i = 0; i < y.length; i++) {
      y[i] = Math.exp(x[i] - most);
      sum += y[i];
    }
    for (int i = 0; i < y.length; i++) {
      y[i] /= sum;
    }
    return y;
  }

  static int largest(double[] x) {
    int most = 0;
    for (int i = 1; i < x.length; i++) {
      most = x[i] > x[most] ? i : most;
    }
    return most;
  }
}
