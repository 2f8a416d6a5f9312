package dev.parley.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.random.RandomStream;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SquareMeansTest {

  private static final List<Function<Tape, Kernels>> KINDS =
      List.of(CpuKernels::new, Nd4jKernels::new);

  private final Parameters parameters = new Parameters();
  private final RandomStream random = new RandomStream(17);

  @AfterEach
  void close() {
    parameters.close();
  }

  private float[] normal(int length, double scale) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) (scale * random.nextGaussian());
    }
    return values;
  }

  /** The formulas in 64-bit floats. */
  private static final class Reference {

    final double[] values;
    final double[] v;
    final double[] b;

    Reference(float[] start) {
      values = new double[start.length];
      v = new double[start.length];
      b = new double[start.length];
      for (int i = 0; i < start.length; i++) {
        values[i] = start[i];
      }
    }

    void update(float[] g, double rate, double decay, double epsilon, double momentum) {
      for (int i = 0; i < g.length; i++) {
        v[i] = decay * v[i] + (1 - decay) * g[i] * g[i];
        b[i] = momentum * b[i] + g[i] / (Math.sqrt(v[i]) + epsilon);
        values[i] -= rate * b[i];
      }
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.05, 0.95})
  void fiftyUpdatesByEveryKindOfKernel(double momentum) {
    for (Function<Tape, Kernels> kind : KINDS) {
      for (int length : new int[] {1, 7, 5000}) {
        float[] start = normal(length, 1);
        try (Parameters own = new Parameters()) {
          own.add(1, length, start.clone());
          Reference reference = new Reference(start);
          RmsStep step = new RmsStep(0.99, 1e-8, momentum);
          try (SquareMeans means = new SquareMeans(own, step, kind)) {
            for (int t = 1; t <= 50; t++) {
              float[] g = normal(length, 1e-2);
              own.writeGradients(g);
              double rate = 5e-4 / t;
              means.update(rate);
              reference.update(g, rate, 0.99, 1e-8, momentum);
            }
            close(reference.v, means.squares(), 1e-8);
            close(reference.b, means.velocities(), 2e-3);
          }
          close(reference.values, own.toArray(), 1e-5);
        }
      }
    }
  }

  private static void close(double[] expected, float[] actual, double tolerance) {
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[i], tolerance, "at " + i);
    }
  }

  @Test
  void writtenStateGoesOnAsItWas() {
    parameters.add(1, 3, new float[] {1, 2, 3});
    try (SquareMeans first = new SquareMeans(parameters, 0.9, 1e-6, 0.5);
        SquareMeans second = new SquareMeans(parameters, 0.9, 1e-6, 0.5)) {
      parameters.writeGradients(new float[] {1, -2, 0.5f});
      first.update(0.1);
      float[] between = parameters.toArray();
      second.write(first.squares(), first.velocities());
      parameters.writeGradients(new float[] {-1, 0, 3});
      first.update(0.01);
      float[] expected = parameters.toArray();
      parameters.write(between);
      second.update(0.01);
      assertArrayEquals(expected, parameters.toArray());
      assertArrayEquals(first.squares(), second.squares());
    }
  }

  @Test
  void stateOfTheWrongLengthAndUseAfterTheEnd() {
    parameters.add(1, 3, new float[3]);
    SquareMeans means = new SquareMeans(parameters, 0.9, 1e-6, 0);
    assertThrows(IllegalArgumentException.class, () -> means.write(new float[3], new float[2]));
    means.close();
    assertThrows(IllegalStateException.class, means::squares);
    assertThrows(IllegalStateException.class, () -> means.update(1));
  }
}
