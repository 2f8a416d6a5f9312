package dev.parley.tensor;

import dev.parley.tensor.KernelBench.Implementation;
import dev.parley.tensor.KernelBench.Place;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Kernels of arithmetic against loops over 64-bit floats, on random shapes. */
final class KernelsTest {

  private static final String ALL = "dev.parley.tensor.KernelBench#all";

  /** Rounding once. */
  private static final double ONCE = 3e-7;

  /** Rounding in sums of up to 70 terms. */
  private static final double SUMS = 2e-5;

  @ParameterizedTest
  @MethodSource(ALL)
  void product(Implementation kernels, long seed) {
    try (KernelBench bench = new KernelBench(kernels, seed)) {
      int n = bench.size();
      int k = bench.size();
      int m = bench.size();
      for (boolean ta : new boolean[] {false, true}) {
        for (boolean tb : new boolean[] {false, true}) {
          Matrix a = ta ? bench.normal(k, n) : bench.normal(n, k);
          Matrix b = tb ? bench.normal(m, k) : bench.normal(k, m);
          bench.both(
              n,
              m,
              SUMS,
              product(op(bench.now(a), ta), op(bench.now(b), tb), k),
              (kernel, c, add) -> kernel.product(a, ta, b, tb, c, add));
        }
      }
    }
  }

  /** So large that it may be computed in two parts, of whose borders none is round. */
  @ParameterizedTest
  @MethodSource(ALL)
  void largeProduct(Implementation kernels, long seed) {
    if (seed > 3) {
      return;
    }
    try (KernelBench bench = new KernelBench(kernels, seed)) {
      int[] size = {101 + bench.below(60), 101 + bench.below(60), 160 + bench.below(60)};
      int n = size[(int) seed % 3];
      int m = size[((int) seed + 1) % 3];
      int k = size[((int) seed + 2) % 3];
      for (boolean ta : new boolean[] {false, true}) {
        for (boolean tb : new boolean[] {false, true}) {
          Matrix a = ta ? bench.normal(k, n) : bench.normal(n, k);
          Matrix b = tb ? bench.normal(m, k) : bench.normal(k, m);
          bench.both(
              n,
              m,
              10 * SUMS,
              product(op(bench.now(a), ta), op(bench.now(b), tb), k),
              (kernel, c, add) -> kernel.product(a, ta, b, tb, c, add));
        }
      }
    }
  }

  private static Place op(Place a, boolean transpose) {
    return transpose ? (i, j) -> a.at(j, i) : a;
  }

  private static Place product(Place a, Place b, int inner) {
    return (i, j) -> {
      double sum = 0;
      for (int k = 0; k < inner; k++) {
        sum += a.at(i, k) * b.at(k, j);
      }
      return sum;
    };
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void productOfAMatrixWithItself(Implementation kernels, long seed) {
    try (KernelBench bench = new KernelBench(kernels, seed)) {
      int n = bench.size();
      int k = bench.size();
      Matrix a = bench.normal(n, k);
      Place x = bench.now(a);
      bench.both(
          n,
          n,
          SUMS,
          product(x, op(x, true), k),
          (kernel, c, add) -> kernel.product(a, false, a, true, c, add));
    }
  }

  private static double total(IntToDoubleFunction term, int terms) {
    double sum = 0;
    for (int i = 0; i < terms; i++) {
      sum += term.applyAsDouble(i);
    }
    return sum;
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void squaredDistance(Implementation kernels, long seed) {
    try (KernelBench bench = new KernelBench(kernels, seed)) {
      Matrix a = bench.normal(bench.size(), bench.size());
      Matrix b = bench.normal(a.rows(), a.columns());
      Place x = bench.now(a);
      Place y = bench.now(b);
      double all =
          total(i -> total(j -> Math.pow(x.at(i, j) - y.at(i, j), 2), a.columns()), a.rows());
      Matrix s = bench.target(1, 1, false);
      bench.run(k -> k.squaredDistance(a, b, 0.25f, s));
      KernelBench.check(s, SUMS, (i, j) -> 0.25 * all);
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void difference(Implementation kernels, long seed) {
    try (KernelBench bench = new KernelBench(kernels, seed)) {
      Matrix a = bench.normal(bench.size(), bench.size());
      Matrix b = bench.normal(a.rows(), a.columns());
      Matrix s = bench.normal(1, 1);
      Place x = bench.now(a);
      Place y = bench.now(b);
      Place factor = bench.now(s);
      bench.both(
          a.rows(),
          a.columns(),
          2 * ONCE,
          (i, j) -> 1.5 * factor.at(0, 0) * (x.at(i, j) - y.at(i, j)),
          (k, c, add) -> k.difference(a, b, 1.5f, s, c, add));
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void scale(Implementation kernels, long seed) {
    try (KernelBench bench = new KernelBench(kernels, seed)) {
      Matrix a = bench.normal(bench.size(), bench.size());
      Place v = bench.now(a);
      for (float factor : new float[] {0, 1, -1, bench.gaussian()}) {
        bench.both(
            a.rows(),
            a.columns(),
            ONCE,
            (i, j) -> factor * v.at(i, j),
            (k, c, add) -> k.scale(a, factor, c, add));
      }
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void scaleBy(Implementation kernels, long seed) {
    try (KernelBench bench = new KernelBench(kernels, seed)) {
      Matrix a = bench.normal(bench.size(), bench.size());
      Matrix s = bench.normal(1, 1);
      Place v = bench.now(a);
      double factor = bench.now(s).at(0, 0);
      bench.both(
          a.rows(),
          a.columns(),
          ONCE,
          (i, j) -> factor * v.at(i, j),
          (k, c, add) -> k.scaleBy(a, s, c, add));
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void scaleByInPlace(Implementation kernels, long seed) {
    try (KernelBench bench = new KernelBench(kernels, seed)) {
      Matrix a = bench.normal(bench.size(), bench.size());
      Matrix s = bench.normal(1, 1);
      Place v = bench.now(a);
      double factor = bench.now(s).at(0, 0);
      bench.run(k -> k.scaleBy(a, s, a, false));
      KernelBench.check(a, ONCE, (i, j) -> factor * v.at(i, j));
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void addAndSubtract(Implementation kernels, long seed) {
    try (KernelBench bench = new KernelBench(kernels, seed)) {
      Matrix a = bench.normal(bench.size(), bench.size());
      Matrix b = bench.normal(a.rows(), a.columns());
      Matrix sum = bench.target(a.rows(), a.columns(), false);
      Matrix difference = bench.target(a.rows(), a.columns(), false);
      Matrix twice = bench.target(a.rows(), a.columns(), false);
      bench.run(
          k -> {
            k.add(a, b, sum);
            k.subtract(a, b, difference);
            k.add(a, a, twice);
          });
      Place x = bench.now(a);
      Place y = bench.now(b);
      KernelBench.check(sum, ONCE, (i, j) -> x.at(i, j) + y.at(i, j));
      KernelBench.check(difference, ONCE, (i, j) -> x.at(i, j) - y.at(i, j));
      KernelBench.check(twice, 0, (i, j) -> 2 * x.at(i, j));
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void multiply(Implementation kernels, long seed) {
    try (KernelBench bench = new KernelBench(kernels, seed)) {
      Matrix a = bench.normal(bench.size(), bench.size());
      Matrix b = bench.normal(a.rows(), a.columns());
      Place x = bench.now(a);
      Place y = bench.now(b);
      bench.both(
          a.rows(),
          a.columns(),
          ONCE,
          (i, j) -> x.at(i, j) * y.at(i, j),
          (k, c, add) -> k.multiply(a, b, c, add));
      bench.both(
          a.rows(),
          a.columns(),
          ONCE,
          (i, j) -> x.at(i, j) * x.at(i, j),
          (k, c, add) -> k.multiply(a, a, c, add));
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void multiplyColumn(Implementation kernels, long seed) {
    try (KernelBench bench = new KernelBench(kernels, seed)) {
      Matrix x = bench.normal(bench.size(), bench.size());
      Matrix column = bench.normal(x.rows(), 1);
      Place v = bench.now(x);
      Place factors = bench.now(column);
      bench.both(
          x.rows(),
          x.columns(),
          ONCE,
          (i, j) -> v.at(i, j) * factors.at(i, 0),
          (k, c, add) -> k.multiplyColumn(x, column, c, add));
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void putColumns(Implementation kernels, long seed) {
    try (KernelBench bench = new KernelBench(kernels, seed)) {
      Matrix part = bench.normal(bench.size(), bench.size());
      int from = bench.below(4);
      int to = from + part.columns();
      Place v = bench.now(part);
      bench.both(
          part.rows(),
          to + bench.below(3),
          ONCE,
          (i, j) -> j < from || j >= to ? 0 : v.at(i, j - from),
          (k, c, add) -> k.putColumns(part, c, from, add));
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void rowSumsAndSum(Implementation kernels, long seed) {
    try (KernelBench bench = new KernelBench(kernels, seed)) {
      Matrix x = bench.normal(bench.size(), bench.size());
      Matrix column = bench.target(x.rows(), 1, false);
      Matrix s = bench.target(1, 1, false);
      float factor = bench.gaussian();
      bench.run(
          k -> {
            k.rowSums(x, column);
            k.sum(x, factor, s);
          });
      Place v = bench.now(x);
      KernelBench.check(column, SUMS, (i, j) -> total(c -> v.at(i, c), x.columns()));
      double all = total(r -> total(c -> v.at(r, c), x.columns()), x.rows());
      KernelBench.check(s, 20 * SUMS, (i, j) -> factor * all);
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void spread(Implementation kernels, long seed) {
    try (KernelBench bench = new KernelBench(kernels, seed)) {
      Matrix s = bench.normal(1, 1);
      float factor = bench.gaussian();
      double value = factor * bench.now(s).at(0, 0);
      bench.both(
          bench.size(),
          bench.size(),
          ONCE,
          (i, j) -> value,
          (k, c, add) -> k.spread(s, factor, c, add));
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void concatenateAndColumns(Implementation kernels, long seed) {
    try (KernelBench bench = new KernelBench(kernels, seed)) {
      int rows = bench.size();
      Matrix[] parts = new Matrix[1 + bench.below(4)];
      Place[] values = new Place[parts.length];
      int width = 0;
      for (int p = 0; p < parts.length; p++) {
        parts[p] = bench.normal(rows, bench.size());
        values[p] = bench.now(parts[p]);
        width += parts[p].columns();
      }
      Matrix whole = bench.target(rows, width, false);
      bench.run(k -> k.concatenate(parts, whole));
      int from = 0;
      for (int p = 0; p < parts.length; p++) {
        int start = from;
        Place part = values[p];
        Place place = bench.now(whole);
        for (int j = 0; j < parts[p].columns(); j++) {
          int column = j;
          Matrix one = bench.holding(rows, 1, (i, c) -> place.at(i, start + column));
          KernelBench.check(one, 0, (i, c) -> part.at(i, column));
        }
        bench.both(
            rows, parts[p].columns(), ONCE, part, (k, c, add) -> k.columns(whole, start, c, add));
        from += parts[p].columns();
      }
    }
  }
}
