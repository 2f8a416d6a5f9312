package dev.parley.nn;

/** Recurrent layers in 64-bit floats, one episode at a time, written down from their formulas. */
final class RecurrentReference {

  private final double[] values;
  private int next;

  /** A reader of all parameters in the order in which they were added. */
  RecurrentReference(double[] values) {
    this.values = values;
  }

  /** The next so many numbers. */
  double[] take(int count) {
    double[] part = new double[count];
    System.arraycopy(values, next, part, 0, count);
    next += count;
    return part;
  }

  boolean atEnd() {
    return next == values.length;
  }

  /** x W + b for all gates; W and b are the next parameters. */
  static final class Sums {
    private final double[] weights;
    private final double[] bias;

    private Sums(double[] weights, double[] bias) {
      this.weights = weights;
      this.bias = bias;
    }

    double at(double[] x, int column) {
      double sum = bias[column];
      for (int k = 0; k < x.length; k++) {
        sum += x[k] * weights[k * bias.length + column];
      }
      return sum;
    }
  }

  Sums sums(int inputs, int outputs) {
    return new Sums(take(inputs * outputs), take(outputs));
  }

  static double sigmoid(double x) {
    return 1 / (1 + Math.exp(-x));
  }

  static double[] gru(Sums w, Sums u, double[] x, double[] h) {
    int n = h.length;
    double[] after = new double[n];
    for (int j = 0; j < n; j++) {
      double r = sigmoid(w.at(x, j) + u.at(h, j));
      double z = sigmoid(w.at(x, n + j) + u.at(h, n + j));
      double c = Math.tanh(w.at(x, 2 * n + j) + r * u.at(h, 2 * n + j));
      after[j] = (1 - z) * c + z * h[j];
    }
    return after;
  }

  /** The hidden state and the cell after one step. */
  static double[][] lstm(Sums w, Sums u, double[] x, double[] h, double[] c) {
    int n = h.length;
    double[][] after = new double[2][n];
    for (int j = 0; j < n; j++) {
      double in = sigmoid(w.at(x, j) + u.at(h, j));
      double forget = sigmoid(w.at(x, n + j) + u.at(h, n + j));
      double candidate = Math.tanh(w.at(x, 2 * n + j) + u.at(h, 2 * n + j));
      double out = sigmoid(w.at(x, 3 * n + j) + u.at(h, 3 * n + j));
      after[1][j] = forget * c[j] + in * candidate;
      after[0][j] = out * Math.tanh(after[1][j]);
    }
    return after;
  }
}
