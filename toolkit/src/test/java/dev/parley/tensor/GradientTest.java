package dev.parley.tensor;

import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every operation against central differences, over random shapes; the seed is the test's name. */
class GradientTest {

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 12);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void linear(long seed) {
    for (Activation f : new Activation[] {Activation.NONE, Activation.TANH, Activation.SIGMOID}) {
      GradientCheck c = new GradientCheck(seed);
      int k = c.size();
      int m = c.size();
      Tensor x = c.parameter(c.size(), k);
      Tensor w = c.parameter(k, m);
      Tensor b = c.parameter(1, m);
      c.check(g -> Dense.linear(on(g, x), w, b, f));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void reluAwayFromItsKink(long seed) {
    GradientCheck c = new GradientCheck(seed);
    int n = c.size();
    float[] values = c.values(n * 3);
    for (int i = 0; i < values.length; i++) {
      values[i] += Math.copySign(0.1f, values[i]);
    }
    values[0] = 1;
    Tensor x = c.parameter(n, 3, values);
    c.check(
        g -> {
          Tensor identity = g.input(3, 3);
          identity.write(new float[] {1, 0, 0, 0, 1, 0, 0, 0, 1});
          return Dense.linear(on(g, x), identity, g.input(1, 3), Activation.RELU);
        });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void product(long seed) {
    GradientCheck c = new GradientCheck(seed);
    int k = c.size();
    Tensor a = c.parameter(c.size(), k);
    Tensor b = c.parameter(k, c.size());
    c.check(g -> Dense.product(on(g, a), b));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void productTransposed(long seed) {
    GradientCheck c = new GradientCheck(seed);
    int k = c.size();
    Tensor a = c.parameter(c.size(), k);
    Tensor b = c.parameter(c.size(), k);
    c.check(g -> Dense.productTransposed(on(g, a), b));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void rowsOfATableWithDuplicates(long seed) {
    GradientCheck c = new GradientCheck(seed);
    int classes = c.size();
    Tensor table = c.parameter(classes, c.size());
    c.check(
        g -> {
          Indices index = g.indices(2 * classes);
          for (int i = 0; i < index.rows(); i++) {
            index.set(i, c.below(classes));
          }
          return Lookup.rows(on(g, table), index);
        });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void pick(long seed) {
    unary(
        seed,
        (c, x) -> {
          Indices index = Graph.of(x).indices(x.rows());
          for (int i = 0; i < index.rows(); i++) {
            index.set(i, c.below(x.columns()));
          }
          return Lookup.pick(x, index);
        });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void addAndSubtract(long seed) {
    GradientCheck c = new GradientCheck(seed);
    int n = c.size();
    int m = c.size();
    Tensor a = c.parameter(n, m);
    Tensor b = c.parameter(n, m);
    c.check(
        g -> {
          Tensor x = on(g, a);
          return Elementwise.subtract(
              Elementwise.add(x, b), Elementwise.scale(Elementwise.subtract(b, x), 0.3f));
        });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void multiplyByAnotherAndByItself(long seed) {
    GradientCheck c = new GradientCheck(seed);
    int n = c.size();
    int m = c.size();
    Tensor a = c.parameter(n, m);
    Tensor b = c.parameter(n, m);
    c.check(
        g -> {
          Tensor x = on(g, a);
          return Elementwise.add(Elementwise.multiply(x, b), Elementwise.multiply(x, x));
        });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void scaleAndScaleBy(long seed) {
    unary(
        seed,
        (c, x) -> {
          Tensor s = Graph.of(x).input(1, 1);
          s.write(new float[] {-1.7f});
          return Elementwise.add(Elementwise.scaleBy(x, s), Elementwise.scale(x, 0.4f));
        });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void sumAndMean(long seed) {
    unary(seed, (c, x) -> Elementwise.add(Elementwise.scale(Reduce.sum(x), 0.1f), Reduce.mean(x)));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void logSoftmax(long seed) {
    GradientCheck c = new GradientCheck(seed);
    Tensor x = c.parameter(c.size(), 1 + c.size());
    c.check(
        g -> {
          Tensor t = on(g, x);
          return Elementwise.add(Softmax.log(t), Softmax.log(Elementwise.scale(t, 0.5f)));
        });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void entropy(long seed) {
    GradientCheck c = new GradientCheck(seed);
    Tensor x = c.parameter(c.size(), 1 + c.size());
    c.check(
        g -> {
          Tensor logs = Softmax.log(on(g, x));
          Tensor h = Softmax.entropy(logs);
          return Columns.concatenate(logs, h);
        });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void concatenate(long seed) {
    GradientCheck c = new GradientCheck(seed);
    int n = c.size();
    Tensor a = c.parameter(n, c.size());
    Tensor b = c.parameter(n, c.size());
    c.check(g -> Columns.concatenate(on(g, a), b, on(g, a)));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void reshape(long seed) {
    GradientCheck c = new GradientCheck(seed);
    int n = c.size();
    Tensor a = c.parameter(n, 6);
    c.check(
        g -> {
          Tensor x = on(g, a);
          Tensor folded = Softmax.log(x.reshape(2 * n, 3)).reshape(n, 6);
          return Elementwise.add(folded, x);
        });
  }

  private interface Unary {

    Tensor of(GradientCheck check, Tensor x);
  }

  private static void unary(long seed, Unary operation) {
    GradientCheck c = new GradientCheck(seed);
    Tensor x = c.parameter(c.size(), c.size());
    c.check(g -> operation.of(c, on(g, x)));
  }

  /** The parameter's values as the result of an operation, so that the checked one has a source. */
  private static Tensor on(Graph g, Tensor parameter) {
    return Elementwise.add(parameter, g.input(parameter.rows(), parameter.columns()));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void activate(long seed) {
    for (Activation f : new Activation[] {Activation.NONE, Activation.TANH, Activation.SIGMOID}) {
      unary(
          seed,
          (c, x) -> Elementwise.multiply(Elementwise.activate(x, f), Elementwise.activate(x, f)));
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void sliceOfColumnsThatOverlap(long seed) {
    GradientCheck c = new GradientCheck(seed);
    Tensor a = c.parameter(c.size(), 2 + c.size());
    c.check(
        g -> {
          Tensor x = on(g, a);
          int last = x.columns();
          return Columns.concatenate(
              Columns.slice(x, 0, 2), Columns.slice(x, 1, last), Columns.slice(x, 1, 2));
        });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void affineAndMultiplyColumn(long seed) {
    GradientCheck c = new GradientCheck(seed);
    int n = c.size();
    int m = c.size();
    Tensor a = c.parameter(n, m);
    Tensor gain = c.parameter(1, m);
    Tensor shift = c.parameter(1, m);
    c.check(
        g -> {
          Tensor column = g.input(n, 1);
          column.write(c.values(n));
          column.write(0, 0, 1);
          return Broadcast.multiplyColumn(Broadcast.affine(on(g, a), gain, shift), column);
        });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void probabilities(long seed) {
    GradientCheck c = new GradientCheck(seed);
    Tensor x = c.parameter(c.size(), 1 + c.size());
    c.check(
        g -> {
          Tensor t = on(g, x);
          return Elementwise.add(t, Elementwise.multiply(Softmax.probabilities(t), t));
        });
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void normalise(long seed) {
    GradientCheck c = new GradientCheck(seed);
    Tensor a = c.parameter(4 + c.size(), c.size());
    ColumnStatistics statistics = new ColumnStatistics(a.columns(), 0);
    c.check(
        g -> {
          Tensor x = on(g, a);
          return Elementwise.add(
              Normalise.batch(x, 0.1, statistics), Normalise.running(x, 0.1, statistics));
        });
  }
}
