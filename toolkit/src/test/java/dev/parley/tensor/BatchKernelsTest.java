package dev.parley.tensor;

import dev.parley.tensor.KernelBench.Implementation;
import dev.parley.tensor.KernelBench.Place;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Kernels that run down columns against loops over 64-bit floats, on random shapes. */
final class BatchKernelsTest {

  private static final String ALL = "dev.parley.tensor.KernelBench#all";

  private static final double ONCE = 3e-7;
  private static final double SUMS = 2e-5;

  private static double mean(int rows, IntToDoubleFunction term) {
    double sum = 0;
    for (int i = 0; i < rows; i++) {
      sum += term.applyAsDouble(i);
    }
    return sum / rows;
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void multiplyRow(Implementation kernels, long seed) {
    try (KernelBench bench = new KernelBench(kernels, seed)) {
      Matrix x = bench.normal(bench.size(), bench.size());
      Matrix row = bench.normal(1, x.columns());
      Place v = bench.now(x);
      Place factors = bench.now(row);
      bench.both(
          x.rows(),
          x.columns(),
          ONCE,
          (i, j) -> v.at(i, j) * factors.at(0, j),
          (k, c, add) -> k.multiplyRow(x, row, c, add));
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void dots(Implementation kernels, long seed) {
    try (KernelBench bench = new KernelBench(kernels, seed)) {
      Matrix a = bench.normal(bench.size(), bench.size());
      Matrix b = bench.normal(a.rows(), a.columns());
      Place x = bench.now(a);
      Place y = bench.now(b);
      bench.both(
          1,
          a.columns(),
          SUMS,
          (i, j) -> a.rows() * mean(a.rows(), r -> x.at(r, j) * y.at(r, j)),
          (k, c, add) -> k.batch().dots(a, b, c, add));
    }
  }

  /** Columns far from 0, where the variance must not be a difference of large numbers. */
  @ParameterizedTest
  @MethodSource(ALL)
  void momentsAndWhatIsStandardisedByThem(Implementation kernels, long seed) {
    for (double offset : new double[] {0, 100}) {
      try (KernelBench bench = new KernelBench(kernels, seed)) {
        int rows = bench.size();
        Matrix x = bench.holding(rows, bench.size(), (i, j) -> offset + bench.gaussian());
        Matrix mean = bench.target(1, x.columns(), false);
        Matrix variance = bench.target(1, x.columns(), false);
        Matrix r = bench.target(1, x.columns(), false);
        Matrix y = bench.target(rows, x.columns(), false);
        bench.run(
            k -> {
              k.batch().moments(x, mean, variance);
              k.batch().inverseRoot(variance, 0.01f, r);
              k.batch().standardise(x, mean, r, y);
            });
        Place v = bench.now(x);
        Place centre = (i, j) -> mean(rows, row -> v.at(row, j));
        Place spread = (i, j) -> mean(rows, row -> Math.pow(v.at(row, j) - centre.at(0, j), 2));
        Place root = (i, j) -> 1 / Math.sqrt(spread.at(0, j) + 0.01f);
        KernelBench.check(mean, 2 * ONCE, centre);
        KernelBench.check(variance, 10 * SUMS, spread);
        KernelBench.check(r, 10 * SUMS, root);
        double tolerance = (offset == 0 ? 1 : 50) * 10 * SUMS;
        KernelBench.check(y, tolerance, (i, j) -> (v.at(i, j) - centre.at(0, j)) * root.at(0, j));
      }
    }
  }

  @ParameterizedTest
  @MethodSource(ALL)
  void standardiseGradient(Implementation kernels, long seed) {
    try (KernelBench bench = new KernelBench(kernels, seed)) {
      Matrix y = bench.normal(bench.size(), bench.size());
      Matrix dy = bench.normal(y.rows(), y.columns());
      Matrix r = bench.normal(1, y.columns());
      Place v = bench.now(y);
      Place d = bench.now(dy);
      Place root = bench.now(r);
      int n = y.rows();
      bench.both(
          n,
          y.columns(),
          SUMS,
          (i, j) ->
              root.at(0, j)
                  * (d.at(i, j)
                      - mean(n, k -> d.at(k, j))
                      - v.at(i, j) * mean(n, k -> d.at(k, j) * v.at(k, j))),
          (k, dx, add) -> k.batch().standardiseGradient(y, r, dy, dx, add));
    }
  }
}
