package dev.parley.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.random.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ParametersTest {

  private final Parameters parameters = new Parameters();

  @AfterEach
  void close() {
    parameters.close();
  }

  /** Sets the gradient of a parameter. */
  private static void gradient(Tensor parameter, float... values) {
    parameter.requireGradient().block().device().put(values);
  }

  @Test
  void valuesAreThoseThatWereGiven() {
    Tensor a = parameters.add(2, 2, new float[] {1, 2, 3, 4});
    Tensor b = parameters.add(1, 3, new float[] {5, 6, 7});
    Tensor c = parameters.add(1, 1, new float[] {8});
    assertEquals(8, parameters.length());
    assertArrayEquals(new float[] {1, 2, 3, 4}, a.toArray());
    assertArrayEquals(new float[] {5, 6, 7}, b.toArray());
    assertArrayEquals(new float[] {8}, c.toArray());
    assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6, 7, 8}, parameters.toArray());
  }

  @Test
  void gradientsAreZeroAtFirst() {
    Tensor w = parameters.add(2, 2, new float[] {1, 2, 3, 4});
    assertArrayEquals(new float[4], w.gradientToArray());
    assertEquals(0, parameters.gradientNorm());
  }

  @Test
  void parameterIsAPartOfTheFlatVector() {
    Tensor a = parameters.add(1, 2, new float[2]);
    Tensor b = parameters.add(1, 3, new float[3]);
    a.write(new float[] {1, 2});
    assertArrayEquals(new float[] {1, 2, 0, 0, 0}, parameters.toArray());
    b.write(new float[] {3, 4, 5});
    assertArrayEquals(new float[] {1, 2, 3, 4, 5}, parameters.toArray());
    assertArrayEquals(new float[] {1, 2}, a.toArray());
  }

  @Test
  void normIsThatOfAllGradients() {
    Tensor a = parameters.add(1, 2, new float[2]);
    Tensor b = parameters.add(2, 1, new float[2]);
    parameters.add(1, 1, new float[1]);
    gradient(a, 1, -2);
    gradient(b, 4, -10);
    assertEquals(11, parameters.gradientNorm(), 1e-6);
  }

  @Test
  void scalingAndClearingReachEveryGradient() {
    Tensor a = parameters.add(1, 2, new float[2]);
    Tensor b = parameters.add(2, 1, new float[2]);
    gradient(a, 1, -2);
    gradient(b, 4, -10);
    parameters.scaleGradients(0.5);
    assertArrayEquals(new float[] {0.5f, -1}, a.gradientToArray());
    assertArrayEquals(new float[] {2, -5}, b.gradientToArray());
    assertEquals(5.5, parameters.gradientNorm(), 1e-6);
    parameters.scaleGradients(-2);
    assertArrayEquals(new float[] {-1, 2}, a.gradientToArray());
    parameters.clearGradients();
    assertArrayEquals(new float[2], a.gradientToArray());
    assertArrayEquals(new float[2], b.gradientToArray());
    assertArrayEquals(new float[4], parameters.toArray());
  }

  /** Zero times these would not be zero. */
  @Test
  void clearingRemovesWhatIsNotANumber() {
    Tensor a = parameters.add(1, 3, new float[3]);
    gradient(a, Float.NaN, Float.POSITIVE_INFINITY, 1);
    parameters.clearGradients();
    assertArrayEquals(new float[3], a.gradientToArray());
  }

  /** Equal values are the worst case of a sum in 32-bit floats. */
  @ParameterizedTest
  @ValueSource(ints = {1, 1000, 30_000, 1_000_000})
  void normOfManyEqualGradients(int count) {
    Tensor w = parameters.add(1, count, new float[count]);
    float[] g = new float[count];
    Arrays.fill(g, 0.01f);
    gradient(w, g);
    double expected = 0.01 * Math.sqrt(count);
    assertEquals(expected, parameters.gradientNorm(), 2e-5 * expected);
  }

  @Test
  void normOfRandomGradients() {
    RandomStream random = new RandomStream(6);
    for (int count : new int[] {2, 17, 4096, 100_001}) {
      try (Parameters own = new Parameters()) {
        Tensor w = own.add(1, count, new float[count]);
        float[] g = new float[count];
        double squares = 0;
        for (int i = 0; i < count; i++) {
          g[i] = (float) random.nextGaussian();
          squares += (double) g[i] * g[i];
        }
        gradient(w, g);
        assertEquals(Math.sqrt(squares), own.gradientNorm(), 1e-5 * Math.sqrt(squares));
      }
    }
  }

  @Test
  void allValuesAndGradientsAtOnce() {
    Tensor a = parameters.add(1, 2, new float[2]);
    Tensor b = parameters.add(2, 1, new float[2]);
    parameters.write(new float[] {1, 2, 3, 4});
    parameters.writeGradients(new float[] {5, 6, 7, 8});
    assertArrayEquals(new float[] {1, 2}, a.toArray());
    assertArrayEquals(new float[] {3, 4}, b.toArray());
    assertArrayEquals(new float[] {7, 8}, b.gradientToArray());
    assertArrayEquals(new float[] {5, 6, 7, 8}, parameters.gradientsToArray());
    assertThrows(IllegalArgumentException.class, () -> parameters.write(new float[3]));
    assertThrows(IllegalArgumentException.class, () -> parameters.writeGradients(new float[5]));
  }

  @Test
  void addedAfterFirstUse() {
    Tensor w = parameters.add(1, 2, new float[2]);
    w.toArray();
    assertThrows(IllegalStateException.class, () -> parameters.add(1, 1, new float[] {1}));
    assertEquals(2, parameters.length());
  }

  @Test
  void addedAfterAProgramWasEnded() {
    Tensor w = parameters.add(1, 2, new float[2]);
    try (Graph graph = new Graph()) {
      Tensor y = Elementwise.add(w, graph.input(1, 2));
      parameters.add(1, 1, new float[] {1});
      graph.forward();
      assertThrows(IllegalStateException.class, () -> parameters.add(1, 1, new float[] {1}));
      assertEquals(2, y.length());
    }
    assertEquals(3, parameters.length());
  }

  @Test
  void modelWithoutParameters() {
    assertEquals(0, parameters.length());
    assertThrows(IllegalStateException.class, parameters::clearGradients);
    assertThrows(IllegalStateException.class, () -> new Moments(parameters));
  }

  @Test
  void modelsDoNotShare() {
    Tensor a = parameters.add(1, 1, new float[] {1});
    try (Parameters other = new Parameters();
        Graph graph = new Graph()) {
      Tensor b = other.add(1, 1, new float[] {2});
      Tensor product = Elementwise.multiply(Elementwise.add(a, graph.input(1, 1)), b);
      Program program = graph.backward(product);
      program.run();
      other.clearGradients();
      assertArrayEquals(new float[] {2}, a.gradientToArray());
      assertArrayEquals(new float[] {0}, b.gradientToArray());
    }
  }
}
