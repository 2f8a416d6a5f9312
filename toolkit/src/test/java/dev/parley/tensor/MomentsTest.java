package dev.parley.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.random.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class MomentsTest {

  private static final double RATE = 1e-2;

  private final Parameters parameters = new Parameters();
  private final RandomStream random = new RandomStream(17);

  @AfterEach
  void close() {
    parameters.close();
  }

  /** Sets the gradients to these. */
  private static void gradient(Tensor parameter, float[] values) {
    parameter.requireGradient().block().device().put(values);
  }

  private float[] normal(int length, double scale) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) (scale * random.nextGaussian());
    }
    return values;
  }

  /** The formulas of the paper's algorithm 1, in 64-bit floats. */
  private static final class Reference {

    final double[] values;
    final double[] m;
    final double[] v;

    Reference(float[] start) {
      values = new double[start.length];
      m = new double[start.length];
      v = new double[start.length];
      for (int i = 0; i < start.length; i++) {
        values[i] = start[i];
      }
    }

    void update(float[] g, double rate, double b1, double b2, double epsilon, int t) {
      for (int i = 0; i < g.length; i++) {
        m[i] = b1 * m[i] + (1 - b1) * g[i];
        v[i] = b2 * v[i] + (1 - b2) * g[i] * g[i];
        double first = m[i] / (1 - Math.pow(b1, t));
        double second = v[i] / (1 - Math.pow(b2, t));
        values[i] -= rate * first / (Math.sqrt(second) + epsilon);
      }
    }
  }

  /** Fifty updates with gradients of the given size; the largest sum of changes is 50 rates. */
  @ParameterizedTest
  @ValueSource(doubles = {1e-12, 1e-8, 1e-3, 1, 1e6})
  void fiftyUpdates(double size) {
    for (int length : new int[] {1, 7, 333}) {
      float[] start = normal(length, 1);
      try (Parameters own = new Parameters()) {
        Tensor w = own.add(1, length, start.clone());
        Reference reference = new Reference(start);
        try (Moments moments = new Moments(own)) {
          for (int t = 1; t <= 50; t++) {
            float[] g = normal(length, size);
            gradient(w, g);
            moments.update(RATE, 0.9, 0.999, 1e-8, t);
            reference.update(g, RATE, 0.9, 0.999, 1e-8, t);
          }
        }
        float[] values = w.toArray();
        for (int i = 0; i < length; i++) {
          assertEquals(reference.values[i], values[i], 1e-5, length + " values, at " + i);
        }
      }
    }
  }

  @Test
  void otherDecaysAndALargeEpsilon() {
    float[] start = normal(40, 1);
    Tensor w = parameters.add(8, 5, start.clone());
    Reference reference = new Reference(start);
    try (Moments moments = new Moments(parameters)) {
      for (int t = 1; t <= 50; t++) {
        float[] g = normal(40, 1);
        gradient(w, g);
        double rate = RATE / t;
        moments.update(rate, 0.5, 0.9, 0.3, t);
        reference.update(g, rate, 0.5, 0.9, 0.3, t);
      }
    }
    float[] values = w.toArray();
    for (int i = 0; i < values.length; i++) {
      assertEquals(reference.values[i], values[i], 1e-5, "at " + i);
    }
  }

  /**
   * From numpy, float64: the formulas of algorithm 1 with gradients cos(t i), i = 0 to 3. ND4J
   * forms 1 - β₂ in 32-bit floats, which makes every change too large by 7e-6 of itself.
   */
  @Test
  void golden() {
    Tensor w = parameters.add(1, 4, new float[] {1, -1, 0.5f, 0});
    try (Moments moments = new Moments(parameters)) {
      for (int t = 1; t <= 10; t++) {
        gradient(w, new float[] {1, cos(t), cos(2 * t), cos(3 * t)});
        moments.update(0.1, 0.9, 0.999, 1e-8, t);
      }
    }
    assertArrayEquals(new float[] {0, -0.95302635f, 0.7486507f, 0.16701439f}, w.toArray(), 1e-5f);
  }

  private static float cos(double x) {
    return (float) Math.cos(x);
  }

  @Test
  void updateOfEveryParameter() {
    Tensor a = parameters.add(2, 3, normal(6, 1));
    Tensor b = parameters.add(1, 1, normal(1, 1));
    Tensor c = parameters.add(4, 1, normal(4, 1));
    float[] before = parameters.toArray();
    for (Tensor t : new Tensor[] {a, b, c}) {
      gradient(t, normal(t.length(), 1));
    }
    try (Moments moments = new Moments(parameters)) {
      moments.update(RATE, 0.9, 0.999, 0, 1);
    }
    int i = 0;
    for (Tensor t : new Tensor[] {a, b, c}) {
      float[] g = t.gradientToArray();
      float[] values = t.toArray();
      for (int k = 0; k < t.length(); k++) {
        assertEquals(before[i] - RATE * Math.signum(g[k]), values[k], 1e-6, "at " + i);
        i++;
      }
    }
  }

  @Test
  void learningRateZeroLeavesParameters() {
    float[] start = {0, 1e-9f, -0.5f, 3e-20f};
    Tensor w = parameters.add(1, 4, start.clone());
    gradient(w, new float[] {1, -1, 3, 1e-5f});
    try (Moments moments = new Moments(parameters)) {
      for (int t = 1; t <= 20; t++) {
        moments.update(t % 2 == 0 ? 0 : 1e-60, 0.9, 0.999, 1e-8, t);
      }
      assertArrayEquals(start, w.toArray());
      moments.update(1, 0.9, 0.999, 0, 21);
    }
    assertArrayEquals(new float[] {-1, 1, -1.5f, -1}, w.toArray(), 1e-5f);
  }

  @Test
  void gradientZeroLeavesParameters() {
    float[] start = {0, 1e-9f, -0.5f};
    Tensor w = parameters.add(1, 3, start.clone());
    try (Moments moments = new Moments(parameters)) {
      moments.update(RATE, 0.9, 0.999, 1e-8, 1);
      moments.update(RATE, 0.9, 0.999, 1e-8, 2);
    }
    assertArrayEquals(start, w.toArray());
  }

  @Test
  void gradientsAreLeftAsTheyAre() {
    Tensor w = parameters.add(1, 3, new float[3]);
    float[] g = {1, -2, 3};
    gradient(w, g);
    try (Moments moments = new Moments(parameters)) {
      moments.update(RATE, 0.9, 0.999, 1e-8, 1);
    }
    assertArrayEquals(g, w.gradientToArray());
  }

  @Test
  void twoMomentsOfOneModelKeepTheirOwn() {
    Tensor w = parameters.add(1, 1, new float[1]);
    gradient(w, new float[] {2});
    try (Moments one = new Moments(parameters);
        Moments other = new Moments(parameters)) {
      one.update(1, 0.5, 0.5, 0, 1);
      other.update(1, 0.5, 0.5, 0, 1);
    }
    assertArrayEquals(new float[] {-2}, w.toArray(), 1e-6f);
  }

  /** Five updates, then five more by moments that were told what the first ones had. */
  private void assertGoesOn(Function<Tape, Kernels> kind, int length) {
    float[][] gradients = new float[10][];
    for (int t = 0; t < gradients.length; t++) {
      gradients[t] = normal(length, 1);
    }
    float[] start = normal(length, 1);
    try (Parameters one = new Parameters();
        Parameters other = new Parameters()) {
      Tensor w = one.add(1, length, start.clone());
      Tensor x = other.add(1, length, new float[length]);
      try (Moments whole = new Moments(one, kind);
          Moments second = new Moments(other, kind)) {
        update(w, whole, gradients, 0, 5);
        float[] means = whole.means();
        float[] squares = whole.squares();
        second.write(means, squares);
        other.write(one.toArray());
        update(w, whole, gradients, 5, 10);
        update(x, second, gradients, 5, 10);
        assertArrayEquals(one.toArray(), other.toArray(), "values");
        assertArrayEquals(whole.means(), second.means(), "means");
        assertArrayEquals(whole.squares(), second.squares(), "squares");
        assertFalse(Arrays.equals(means, whole.means()), "what was read is a copy");
        for (int i = 0; i < length; i++) {
          assertTrue(squares[i] > 0, "squares come second");
        }
      }
    }
  }

  private static void update(Tensor w, Moments moments, float[][] gradients, int from, int to) {
    for (int t = from; t < to; t++) {
      gradient(w, gradients[t]);
      moments.update(RATE, 0.9, 0.999, 1e-8, t + 1L);
    }
  }

  /** Lengths of one stretch of the loop, of several, and of two halves. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2048, 5000, 300_001})
  void momentsAreReadAndWritten(int length) {
    assertGoesOn(CpuKernels::new, length);
    assertGoesOn(Nd4jKernels::new, length);
  }

  @Test
  void writtenMomentsAreThoseThatAreRead() {
    parameters.add(1, 3, new float[3]);
    for (Function<Tape, Kernels> kind :
        List.<Function<Tape, Kernels>>of(CpuKernels::new, Nd4jKernels::new)) {
      try (Moments moments = new Moments(parameters, kind)) {
        assertArrayEquals(new float[3], moments.means());
        moments.write(new float[] {1, 2, 3}, new float[] {4, 5, 6});
        assertArrayEquals(new float[] {1, 2, 3}, moments.means());
        assertArrayEquals(new float[] {4, 5, 6}, moments.squares());
        assertThrows(
            IllegalArgumentException.class, () -> moments.write(new float[3], new float[4]));
      }
    }
  }

  @Test
  void closedMomentsCannotBeRead() {
    parameters.add(1, 3, new float[3]);
    Moments moments = new Moments(parameters);
    moments.close();
    assertThrows(IllegalStateException.class, moments::means);
    assertThrows(IllegalStateException.class, () -> moments.write(new float[3], new float[3]));
  }

  @Test
  void noParameterCanBeAddedAfter() {
    parameters.add(1, 1, new float[1]);
    try (Moments moments = new Moments(parameters)) {
      moments.update(RATE, 0.9, 0.999, 1e-8, 1);
      assertThrows(IllegalStateException.class, () -> parameters.add(1, 1, new float[1]));
    }
  }
}
