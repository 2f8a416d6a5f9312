package dev.parley.tensor;

import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.error.ShapeException;
import dev.parley.tensor.KernelBench.Implementation;
import dev.parley.tensor.KernelBench.Place;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Exponentials and bounds: kernels against 64-bit floats, gradients against differences. */
final class BoundsTest {

  private static final String ALL = "dev.parley.tensor.KernelBench#all";
  private static final double ONCE = 1e-6;

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 12);
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void exponential(Implementation kernels, long seed) {
    try (KernelBench bench = new KernelBench(kernels, seed)) {
      Matrix x = bench.normal(bench.size(), bench.size());
      Place values = bench.now(x);
      Matrix y = bench.target(x.rows(), x.columns(), false);
      bench.run(k -> BoundKernels.of(k).exponential(x, y));
      KernelBench.check(y, ONCE, (i, j) -> Math.exp(values.at(i, j)));
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void exponentialFarOut(Implementation kernels, long seed) {
    try (KernelBench bench = new KernelBench(kernels, seed)) {
      float[] far = {-500, -87, -20, 0, 20, 80, 87.3f, 1000};
      Matrix x = bench.holding(1, far.length, (i, j) -> far[j]);
      Matrix y = bench.target(1, far.length, false);
      bench.run(k -> BoundKernels.of(k).exponential(x, y));
      KernelBench.check(y, 1e-5, (i, j) -> Math.exp(Math.min(87.3f, far[j])));
    }
  }

  /** Of nothing, of less and of more than the least, and up to far above 1. */
  @ParameterizedTest
  @MethodSource(ALL)
  void logarithmAndItsGradient(Implementation kernels, long seed) {
    try (KernelBench bench = new KernelBench(kernels, seed)) {
      int columns = bench.size();
      float[] places = {-1, 0, 1e-35f, 1e-30f, 1e-20f, 0.01f, 0.3f, 1, 1e6f};
      Matrix x = bench.holding(bench.size(), columns, (i, j) -> places[bench.below(9)]);
      Place v = bench.now(x);
      Matrix y = bench.target(x.rows(), columns, false);
      bench.run(k -> BoundKernels.of(k).logarithm(x, y));
      KernelBench.check(y, 1e-6, (i, j) -> Math.log(Math.max(1e-30f, v.at(i, j))));
      Matrix dy = bench.normal(x.rows(), columns);
      Place g = bench.now(dy);
      bench.both(
          x.rows(),
          columns,
          ONCE,
          (i, j) -> v.at(i, j) > 1e-30f ? g.at(i, j) / v.at(i, j) : 0,
          (k, c, add) -> BoundKernels.of(k).logarithmGradient(x, dy, c, add));
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void clampAndItsGradient(Implementation kernels, long seed) {
    try (KernelBench bench = new KernelBench(kernels, seed)) {
      int columns = bench.size();
      Matrix x = bench.holding(bench.size(), columns, (i, j) -> at(bench, 0.8f, 1.2f));
      Place v = bench.now(x);
      Matrix y = bench.target(x.rows(), columns, false);
      bench.run(k -> BoundKernels.of(k).clamp(x, 0.8f, 1.2f, y));
      KernelBench.check(y, 0, (i, j) -> Math.min(1.2f, Math.max(0.8f, v.at(i, j))));
      Matrix dy = bench.normal(x.rows(), columns);
      Place g = bench.now(dy);
      bench.both(
          x.rows(),
          columns,
          ONCE,
          (i, j) -> v.at(i, j) >= 0.8f && v.at(i, j) <= 1.2f ? g.at(i, j) : 0,
          (k, c, add) -> BoundKernels.of(k).clampGradient(x, 0.8f, 1.2f, dy, c, add));
    }
  }

  /** Beyond, between, and exactly on the bounds. */
  private static double at(KernelBench bench, float low, float high) {
    return switch (bench.below(4)) {
      case 0 -> low;
      case 1 -> high;
      default -> 1 + 0.4 * bench.gaussian();
    };
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void minimumAndItsGradients(Implementation kernels, long seed) {
    try (KernelBench bench = new KernelBench(kernels, seed)) {
      int columns = bench.size();
      Matrix a = bench.holding(bench.size(), columns, (i, j) -> bench.below(3));
      Matrix b = bench.holding(a.rows(), columns, (i, j) -> bench.below(3));
      Place x = bench.now(a);
      Place y = bench.now(b);
      Matrix c = bench.target(a.rows(), columns, false);
      bench.run(k -> BoundKernels.of(k).minimum(a, b, c));
      KernelBench.check(c, 0, (i, j) -> Math.min(x.at(i, j), y.at(i, j)));
      Matrix dy = bench.normal(a.rows(), columns);
      Place g = bench.now(dy);
      for (boolean second : new boolean[] {false, true}) {
        bench.both(
            a.rows(),
            columns,
            ONCE,
            (i, j) -> x.at(i, j) > y.at(i, j) == second ? g.at(i, j) : 0,
            (k, t, add) -> BoundKernels.of(k).minimumGradient(a, b, second, dy, t, add));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void gradientOfTheExponential(long seed) {
    GradientCheck c = new GradientCheck(seed);
    Tensor x = c.parameter(c.size(), c.size());
    c.check(g -> Bounds.exp(Elementwise.scale(Elementwise.add(x, zeros(g, x)), 0.5f)));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void gradientOfTheLogarithm(long seed) {
    GradientCheck c = new GradientCheck(seed);
    float[] values = c.values(2 * c.size());
    for (int i = 0; i < values.length; i++) {
      values[i] = 0.5f + Math.abs(values[i]);
    }
    Tensor above = c.parameter(values.length / 2, 2, values);
    c.check(g -> Bounds.log(Elementwise.add(above, zeros(g, above))));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void gradientOfTheClampAwayFromItsKinks(long seed) {
    GradientCheck c = new GradientCheck(seed);
    float[] values = c.values(3 * c.size());
    for (int i = 0; i < values.length; i++) {
      values[i] = 0.3f + 0.4f * Math.round(2 * values[i]);
    }
    values[0] = 0.3f;
    Tensor x = c.parameter(values.length / 3, 3, values);
    c.check(g -> Bounds.clamp(Elementwise.add(x, zeros(g, x)), -0.4f, 0.6f));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void gradientsOfTheMinimumAwayFromItsKink(long seed) {
    GradientCheck c = new GradientCheck(seed);
    float[] left = c.values(2 * c.size());
    float[] right = left.clone();
    for (int i = 0; i < left.length; i++) {
      right[i] += i % 2 == 0 ? 0.1f : -0.1f;
    }
    Tensor a = c.parameter(left.length / 2, 2, left);
    Tensor b = c.parameter(left.length / 2, 2, right);
    c.check(g -> Bounds.minimum(Elementwise.add(a, zeros(g, a)), b));
  }

  private static Tensor zeros(Graph g, Tensor like) {
    return g.input(like.rows(), like.columns());
  }

  @Test
  void whatDoesNotFit() {
    try (Graph graph = new Graph()) {
      Tensor x = graph.input(2, 3);
      assertThrows(ShapeException.class, () -> Bounds.minimum(x, graph.input(3, 2)));
      assertThrows(IllegalArgumentException.class, () -> Bounds.clamp(x, 1, 1));
      assertThrows(IllegalArgumentException.class, () -> Bounds.clamp(x, Float.NaN, 1));
    }
  }
}
