package dev.parley.tensor;

import dev.parley.tensor.KernelBench.Implementation;
import dev.parley.tensor.KernelBench.Place;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Activations and categorical distributions against 64-bit floats, on random shapes. */
final class ActivationKernelsTest {

  private static final String ALL = "dev.parley.tensor.KernelBench#all";

  /** A few units in the last place of numbers of order one. */
  private static final double CLOSE = 2e-6;

  private static DoubleUnaryOperator function(Activation f) {
    return switch (f) {
      case NONE -> x -> x;
      case RELU -> x -> Math.max(x, 0);
      case TANH -> Math::tanh;
      case SIGMOID -> x -> 1 / (1 + Math.exp(-x));
    };
  }

  /** The derivative, as a function of the result. */
  private static DoubleUnaryOperator slope(Activation f) {
    return switch (f) {
      case NONE -> y -> 1;
      case RELU -> y -> y > 0 ? 1 : 0;
      case TANH -> y -> 1 - y * y;
      case SIGMOID -> y -> y * (1 - y);
    };
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void layerAndItsGradient(Implementation kernels, long seed) {
    for (Activation f : Activation.values()) {
      for (boolean add : new boolean[] {false, true}) {
        try (KernelBench bench = new KernelBench(kernels, seed)) {
          Matrix y = bench.normal(bench.size(), bench.size());
          Matrix dy = bench.normal(y.rows(), y.columns());
          Matrix bias = bench.normal(1, y.columns());
          Matrix sums = bench.target(1, y.columns(), add);
          Place x = bench.now(y);
          Place added = bench.now(bias);
          Place gradient = bench.now(dy);
          Place before = bench.now(sums);
          bench.run(
              k -> {
                k.finishLayer(y, bias, f);
                k.layerGradient(f, y, dy, sums, add);
              });
          KernelBench.check(
              y, CLOSE, (i, j) -> function(f).applyAsDouble(x.at(i, j) + added.at(0, j)));
          Place result = bench.now(y);
          Place expected = (i, j) -> gradient.at(i, j) * slope(f).applyAsDouble(result.at(i, j));
          KernelBench.check(dy, CLOSE, expected);
          KernelBench.check(
              sums,
              CLOSE,
              (i, j) -> (add ? before.at(i, j) : 0) + columnSum(expected, y.rows(), j));
        }
      }
    }
  }

  private static double columnSum(Place x, int rows, int column) {
    double sum = 0;
    for (int i = 0; i < rows; i++) {
      sum += x.at(i, column);
    }
    return sum;
  }

  /** Both after a product has left them where it works, and after a kernel that works elsewhere. */
  @ParameterizedTest
  @MethodSource(ALL)
  void layerWithoutBiasGradientWhereverItsValuesAre(Implementation kernels, long seed) {
    for (boolean product : new boolean[] {false, true}) {
      try (KernelBench bench = new KernelBench(kernels, seed)) {
        Matrix x = bench.normal(bench.size(), bench.size());
        Matrix y = bench.target(x.rows(), x.columns(), false);
        Matrix dy = bench.target(x.rows(), x.columns(), false);
        Matrix bias = bench.normal(1, x.columns());
        Matrix unit = bench.holding(x.columns(), x.columns(), (i, j) -> i == j ? 1 : 0);
        Place values = bench.now(x);
        Place added = bench.now(bias);
        bench.run(
            k -> {
              if (product) {
                k.product(x, false, unit, false, y, false);
                k.product(x, false, unit, false, dy, false);
              } else {
                k.scale(x, 1, y, false);
                k.scale(x, 1, dy, false);
              }
              k.finishLayer(y, bias, Activation.RELU);
              k.layerGradient(Activation.RELU, y, dy, null, false);
            });
        Place result = (i, j) -> Math.max(0, values.at(i, j) + added.at(0, j));
        KernelBench.check(y, CLOSE, result);
        KernelBench.check(dy, CLOSE, (i, j) -> result.at(i, j) > 0 ? values.at(i, j) : 0);
      }
    }
  }

  /** Large, tiny and zero arguments; beyond 88 exp(x) is no 32-bit float any more. */
  @ParameterizedTest
  @MethodSource(ALL)
  void activationsFarOut(Implementation kernels, long seed) {
    float[] far = {0, -0f, 1e-30f, -1e-30f, 1e-4f, 9, -9, 30, -30, 89, -89, 1e4f, -1e4f, 3e38f};
    int shift = (int) seed % far.length;
    for (Activation f : Activation.values()) {
      try (KernelBench bench = new KernelBench(kernels, seed)) {
        Matrix y = bench.holding(1, far.length, (i, j) -> far[(j + shift) % far.length]);
        Matrix dy = bench.holding(1, far.length, (i, j) -> 1);
        Matrix bias = bench.holding(1, far.length, (i, j) -> 0);
        Place x = bench.now(y);
        bench.run(
            k -> {
              k.finishLayer(y, bias, f);
              k.layerGradient(f, y, dy, null, false);
            });
        KernelBench.check(y, CLOSE, (i, j) -> function(f).applyAsDouble(x.at(i, j)));
        Place result = bench.now(y);
        KernelBench.check(dy, CLOSE, (i, j) -> slope(f).applyAsDouble(result.at(i, j)));
      }
    }
  }

  /** log softmax of one row, by the largest value and a sum of exponentials. */
  private static Place logSoftmax(Place x, int columns) {
    return (i, j) -> {
      double largest = Double.NEGATIVE_INFINITY;
      for (int c = 0; c < columns; c++) {
        largest = Math.max(largest, x.at(i, c));
      }
      double sum = 0;
      for (int c = 0; c < columns; c++) {
        sum += Math.exp(x.at(i, c) - largest);
      }
      return x.at(i, j) - largest - Math.log(sum);
    };
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void logSoftmax(Implementation kernels, long seed) {
    for (double spread : new double[] {1, 30, 1e4}) {
      try (KernelBench bench = new KernelBench(kernels, seed)) {
        Matrix x =
            bench.holding(bench.size(), bench.size(), (i, j) -> spread * bench.gaussian() + spread);
        Matrix y = bench.target(x.rows(), x.columns(), false);
        bench.run(k -> k.logSoftmax(x, y));
        KernelBench.check(y, CLOSE, logSoftmax(bench.now(x), x.columns()));
      }
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void logSoftmaxGradient(Implementation kernels, long seed) {
    for (double spread : new double[] {1, 1e4}) {
      try (KernelBench bench = new KernelBench(kernels, seed)) {
        Matrix x = bench.holding(bench.size(), bench.size(), (i, j) -> spread * bench.gaussian());
        Matrix y = bench.target(x.rows(), x.columns(), false);
        Matrix dy = bench.normal(x.rows(), x.columns());
        bench.run(k -> k.logSoftmax(x, y));
        Place logs = bench.now(y);
        Place gradient = bench.now(dy);
        bench.both(
            x.rows(),
            x.columns(),
            20 * CLOSE,
            (i, j) -> gradient.at(i, j) - Math.exp(logs.at(i, j)) * total(gradient, i, x.columns()),
            (k, dx, add) -> k.logSoftmaxGradient(y, dy, dx, add));
      }
    }
  }

  /** At a spread of 1e4 nearly all probabilities are zero, and their p log p with them. */
  @ParameterizedTest
  @MethodSource(ALL)
  void entropyAndItsGradient(Implementation kernels, long seed) {
    for (double spread : new double[] {0, 1, 1e4}) {
      try (KernelBench bench = new KernelBench(kernels, seed)) {
        Matrix x = bench.holding(bench.size(), bench.size(), (i, j) -> spread * bench.gaussian());
        Matrix y = bench.target(x.rows(), x.columns(), false);
        Matrix h = bench.target(x.rows(), 1, false);
        Matrix dh = bench.normal(x.rows(), 1);
        bench.run(
            k -> {
              k.logSoftmax(x, y);
              k.entropy(y, h);
            });
        Place logs = bench.now(y);
        Place gradient = bench.now(dh);
        KernelBench.check(h, 20 * CLOSE, (i, j) -> entropy(logs, i, x.columns()));
        bench.both(
            x.rows(),
            x.columns(),
            20 * CLOSE,
            (i, j) -> -Math.exp(logs.at(i, j)) * (1 + logs.at(i, j)) * gradient.at(i, 0),
            (k, dy, add) -> k.entropyGradient(y, dh, dy, add));
      }
    }
  }

  /** Rows so long that ND4J would cut their sums in parts. */
  @ParameterizedTest
  @MethodSource(ALL)
  void longRows(Implementation kernels, long seed) {
    try (KernelBench bench = new KernelBench(kernels, seed)) {
      int columns = 2048 + bench.below(1000);
      Matrix x = bench.normal(1 + bench.below(2), columns);
      Matrix y = bench.target(x.rows(), columns, false);
      Matrix h = bench.target(x.rows(), 1, false);
      Matrix total = bench.target(x.rows(), 1, false);
      bench.run(
          k -> {
            k.logSoftmax(x, y);
            k.entropy(y, h);
            k.rowSums(y, total);
          });
      Place logs = bench.now(y);
      KernelBench.check(y, CLOSE, logSoftmax(bench.now(x), columns));
      KernelBench.check(h, 20 * CLOSE, (i, j) -> entropy(logs, i, columns));
      KernelBench.check(total, CLOSE, (i, j) -> total(logs, i, columns));
    }
  }

  private static double entropy(Place logs, int row, int columns) {
    double sum = 0;
    for (int c = 0; c < columns; c++) {
      sum -= Math.exp(logs.at(row, c)) * logs.at(row, c);
    }
    return sum;
  }

  private static double total(Place values, int row, int columns) {
    double sum = 0;
    for (int c = 0; c < columns; c++) {
      sum += values.at(row, c);
    }
    return sum;
  }

  /** One class has all the probability, however far the others are. */
  @ParameterizedTest
  @MethodSource(ALL)
  void certainty(Implementation kernels, long seed) {
    try (KernelBench bench = new KernelBench(kernels, seed)) {
      int classes = 1 + bench.size();
      int certain = bench.below(classes);
      Matrix x = bench.holding(3, classes, (i, j) -> j == certain ? 1e4 : -1e4 * i);
      Matrix y = bench.target(3, classes, false);
      Matrix h = bench.target(3, 1, false);
      bench.run(
          k -> {
            k.logSoftmax(x, y);
            k.entropy(y, h);
          });
      KernelBench.check(y, CLOSE, (i, j) -> j == certain ? 0 : -1e4 * (i + 1));
      KernelBench.check(h, 0, (i, j) -> 0);
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void activationOnItsOwn(Implementation kernels, long seed) {
    for (Activation f : Activation.values()) {
      try (KernelBench bench = new KernelBench(kernels, seed)) {
        Matrix x = bench.normal(bench.size(), bench.size());
        Matrix y = bench.target(x.rows(), x.columns(), false);
        Matrix dy = bench.normal(x.rows(), x.columns());
        Place before = bench.now(x);
        bench.run(k -> k.activate(f, x, y));
        KernelBench.check(y, CLOSE, (i, j) -> function(f).applyAsDouble(before.at(i, j)));
        Place result = bench.now(y);
        Place gradient = bench.now(dy);
        bench.both(
            x.rows(),
            x.columns(),
            CLOSE,
            (i, j) -> gradient.at(i, j) * slope(f).applyAsDouble(result.at(i, j)),
            (k, dx, add) -> k.activationGradient(f, y, dy, dx, add));
        KernelBench.check(dy, 0, gradient);
      }
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void aboveZero(Implementation kernels, long seed) {
    try (KernelBench bench = new KernelBench(kernels, seed)) {
      Matrix x = bench.holding(bench.size(), bench.size(), (i, j) -> j % 3 * bench.gaussian());
      Matrix y = bench.target(x.rows(), x.columns(), false);
      Place v = bench.now(x);
      bench.run(k -> k.aboveZero(x, y));
      KernelBench.check(y, 0, (i, j) -> v.at(i, j) > 0 ? 1 : 0);
    }
  }

  /** At a spread of 1e4 all probability is on one class. */
  @ParameterizedTest
  @MethodSource(ALL)
  void softmaxAndItsGradient(Implementation kernels, long seed) {
    for (double spread : new double[] {1, 1e4}) {
      try (KernelBench bench = new KernelBench(kernels, seed)) {
        Matrix x = bench.holding(bench.size(), bench.size(), (i, j) -> spread * bench.gaussian());
        Matrix y = bench.target(x.rows(), x.columns(), false);
        Matrix dy = bench.normal(x.rows(), x.columns());
        Place logs = logSoftmax(bench.now(x), x.columns());
        bench.run(k -> k.softmax(x, y));
        KernelBench.check(y, CLOSE, (i, j) -> Math.exp(logs.at(i, j)));
        Place p = bench.now(y);
        Place gradient = bench.now(dy);
        Place weighted = (i, j) -> p.at(i, j) * gradient.at(i, j);
        bench.both(
            x.rows(),
            x.columns(),
            CLOSE,
            (i, j) -> p.at(i, j) * (gradient.at(i, j) - total(weighted, i, x.columns())),
            (k, dx, add) -> k.softmaxGradient(y, dy, dx, add));
      }
    }
  }
}
