package dev.parley.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.error.ShapeException;
import dev.parley.random.RandomStream;
import dev.parley.tensor.Activation;
import dev.parley.tensor.Graph;
import dev.parley.tensor.Indices;
import dev.parley.tensor.Parameters;
import dev.parley.tensor.Tensor;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Linear layers, perceptrons and embeddings: initial values, shapes, results. */
final class LayersTest {

  private final Graph graph = new Graph();
  private final Parameters parameters = new Parameters();
  private final RandomStream stream = new RandomStream(31);

  @AfterEach
  void close() {
    graph.close();
    parameters.close();
  }

  private Tensor normal(int rows, int columns) {
    Tensor t = graph.input(rows, columns);
    t.write(Initial.normal(rows * columns, 1, stream));
    return t;
  }

  private static double apply(Activation f, double x) {
    return switch (f) {
      case NONE -> x;
      case RELU -> Math.max(x, 0);
      case TANH -> Math.tanh(x);
      case SIGMOID -> 1 / (1 + Math.exp(-x));
    };
  }

  /** f(x w + b) in 64-bit floats; w at an offset in all parameters, and b after it. */
  private static double[] linear(
      double[] x, float[] all, int offset, int inputs, int outputs, Activation f) {
    double[] y = new double[x.length / inputs * outputs];
    for (int i = 0; i < y.length; i++) {
      int row = i / outputs;
      int column = i % outputs;
      double sum = all[offset + inputs * outputs + column];
      for (int k = 0; k < inputs; k++) {
        sum += x[row * inputs + k] * all[offset + k * outputs + column];
      }
      y[i] = apply(f, sum);
    }
    return y;
  }

  private static double[] doubles(float[] values) {
    double[] all = new double[values.length];
    Arrays.setAll(all, i -> values[i]);
    return all;
  }

  private static void close(double[] expected, float[] actual) {
    assertArrayEquals(expected, doubles(actual), 1e-5);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 9, 400})
  void linearStartsWithinTheBoundOfItsInputs(int inputs) {
    new Linear(parameters, inputs, 50, Activation.NONE, stream);
    assertEquals(inputs * 50 + 50, parameters.length());
    double bound = 1 / Math.sqrt(inputs);
    double largest = 0;
    for (float value : parameters.toArray()) {
      largest = Math.max(largest, Math.abs(value));
    }
    assertTrue(largest <= bound, largest + " of " + bound);
    assertTrue(largest > 0.9 * bound, largest + " of " + bound);
  }

  @Test
  void weightsAreDrawnBeforeBiases() {
    new Linear(parameters, 4, 3, Activation.NONE, new RandomStream(5));
    float[] expected = Initial.uniform(15, 0.5, new RandomStream(5));
    assertArrayEquals(expected, parameters.toArray());
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void linearResult(Activation f) {
    Linear layer = new Linear(parameters, 5, 7, f, stream);
    Tensor x = normal(6, 5);
    Tensor y = layer.apply(x);
    graph.forward().run();
    assertEquals("[6, 7]", y.shape());
    close(linear(doubles(x.toArray()), parameters.toArray(), 0, 5, 7, f), y.toArray());
  }

  @Test
  void layerOnSeveralInputsSharesItsParameters() {
    Linear layer = new Linear(parameters, 2, 3, Activation.TANH, stream);
    Tensor x = normal(4, 2);
    Tensor first = layer.apply(x);
    Tensor second = layer.apply(x);
    graph.forward().run();
    assertEquals(9, parameters.length());
    assertArrayEquals(first.toArray(), second.toArray());
  }

  @Test
  void linearOnTheWrongWidth() {
    Linear layer = new Linear(parameters, 2, 3, Activation.TANH, stream);
    assertThrows(ShapeException.class, () -> layer.apply(graph.input(4, 3)));
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void mlpResult(Activation f) {
    Mlp mlp = new Mlp(parameters, 3, 8, 2, f, stream);
    Tensor x = normal(5, 3);
    Tensor y = mlp.apply(x);
    graph.forward().run();
    assertEquals("[5, 2]", y.shape());
    assertEquals(3 * 8 + 8 + 8 * 2 + 2, parameters.length());
    float[] all = parameters.toArray();
    double[] hidden = linear(doubles(x.toArray()), all, 0, 3, 8, Activation.RELU);
    close(linear(hidden, all, 3 * 8 + 8, 8, 2, f), y.toArray());
  }

  @Test
  void mlpIsLinearUnlessTold() {
    Mlp mlp = new Mlp(parameters, 3, 8, 2, new RandomStream(5));
    Tensor x = normal(5, 3);
    Tensor y = mlp.apply(x);
    try (Parameters same = new Parameters()) {
      Tensor z = new Mlp(same, 3, 8, 2, Activation.NONE, new RandomStream(5)).apply(x);
      graph.forward().run();
      assertArrayEquals(z.toArray(), y.toArray());
    }
  }

  @Test
  void embeddingGivesTheRowsOfItsTable() {
    Embedding embedding = new Embedding(parameters, 6, 4, new RandomStream(5));
    Indices indices = graph.indices(3);
    Tensor vectors = embedding.apply(indices);
    float[] table = Initial.normal(24, 1, new RandomStream(5));
    indices.set(0, 5);
    indices.set(1, 0);
    indices.set(2, 5);
    graph.forward().run();
    assertEquals("[3, 4]", vectors.shape());
    assertArrayEquals(table, parameters.toArray());
    float[] expected = new float[12];
    System.arraycopy(table, 20, expected, 0, 4);
    System.arraycopy(table, 0, expected, 4, 4);
    System.arraycopy(table, 20, expected, 8, 4);
    assertArrayEquals(expected, vectors.toArray());
  }

  @Test
  void linearStartsAsTold() {
    new Linear(parameters, 4, 3, Activation.NONE, Start.orthogonal(2), Start.constant(-1), stream);
    float[] all = parameters.toArray();
    float[] expected = Initial.orthogonal(4, 3, 2, new RandomStream(31));
    assertArrayEquals(expected, Arrays.copyOf(all, 12));
    assertArrayEquals(new float[] {-1, -1, -1}, Arrays.copyOfRange(all, 12, 15));
  }
}
