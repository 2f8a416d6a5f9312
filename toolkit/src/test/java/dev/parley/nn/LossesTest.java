package dev.parley.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.error.ShapeException;
import dev.parley.random.RandomStream;
import dev.parley.tensor.Elementwise;
import dev.parley.tensor.Graph;
import dev.parley.tensor.Indices;
import dev.parley.tensor.Parameters;
import dev.parley.tensor.Program;
import dev.parley.tensor.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class LossesTest {

  private final Graph graph = new Graph();
  private final Parameters parameters = new Parameters();

  @AfterEach
  void close() {
    graph.close();
    parameters.close();
  }

  /** A parameter as the result of an operation on this graph. */
  private Tensor on(Tensor parameter) {
    return Elementwise.add(parameter, graph.input(parameter.rows(), parameter.columns()));
  }

  @Test
  void meanSquaredErrorIsOverAllPlaces() {
    Tensor a = parameters.add(2, 3, new float[] {1, 2, 3, 4, 5, 6});
    Tensor b = graph.input(2, 3);
    b.write(new float[] {1, 2, 3, 4, 5, 0});
    Tensor loss = Losses.meanSquaredError(on(a), b);
    graph.backward(loss).run();
    assertEquals(6, loss.item());
    assertArrayEquals(new float[] {0, 0, 0, 0, 0, 2}, a.gradientToArray());
  }

  @Test
  void meanSquaredErrorOfBothSides() {
    Tensor a = parameters.add(1, 2, new float[] {1, 0});
    Tensor b = parameters.add(1, 2, new float[] {0, 3});
    Tensor loss = Losses.meanSquaredError(on(a), b);
    graph.backward(loss).run();
    assertEquals(5, loss.item());
    assertArrayEquals(new float[] {1, -3}, a.gradientToArray());
    assertArrayEquals(new float[] {-1, 3}, b.gradientToArray());
  }

  @Test
  void meanSquaredErrorOfTwoShapes() {
    assertThrows(
        ShapeException.class, () -> Losses.meanSquaredError(graph.input(2, 3), graph.input(3, 2)));
  }

  /** The gradient in respect of the logits is (p - y) / rows. */
  @Test
  void crossEntropyAndItsGradient() {
    int rows = 5;
    int classes = 4;
    RandomStream random = new RandomStream(7);
    float[] x = Initial.normal(rows * classes, 2, random);
    Tensor logits = parameters.add(rows, classes, x);
    Indices targets = graph.indices(rows);
    for (int row = 0; row < rows; row++) {
      targets.set(row, random.nextInt(classes));
    }
    Tensor loss = Losses.crossEntropy(on(logits), targets);
    graph.backward(loss).run();
    float[] gradient = logits.gradientToArray();
    double expected = 0;
    for (int row = 0; row < rows; row++) {
      double sum = 0;
      for (int k = 0; k < classes; k++) {
        sum += Math.exp(x[row * classes + k]);
      }
      for (int k = 0; k < classes; k++) {
        double p = Math.exp(x[row * classes + k]) / sum;
        double y = targets.get(row) == k ? 1 : 0;
        expected -= y * Math.log(p) / rows;
        assertEquals((p - y) / rows, gradient[row * classes + k], 1e-6);
      }
    }
    assertEquals(expected, loss.item(), 1e-6);
  }

  /** From numpy, float64: mean of -log_softmax at the targets. */
  @Test
  void goldenCrossEntropy() {
    Tensor logits = graph.input(3, 3);
    logits.write(new float[] {0.5f, -1, 2, 0, 0, 0, 3, 1, -2});
    Indices targets = graph.indices(3);
    targets.set(0, 2);
    targets.set(1, 1);
    targets.set(2, 2);
    Tensor loss = Losses.crossEntropy(logits, targets);
    graph.forward().run();
    assertEquals(2.1575896063509474, loss.item(), 1e-6);
  }

  @Test
  void crossEntropyOfCertaintyAndOfTheImpossible() {
    Tensor logits = parameters.add(1, 2, new float[] {1e4f, 0});
    Indices target = graph.indices(1);
    Tensor loss = Losses.crossEntropy(on(logits), target);
    Program program = graph.backward(loss);
    program.run();
    assertEquals(0, loss.item(), 1e-9);
    assertArrayEquals(new float[2], logits.gradientToArray());
    target.set(0, 1);
    program.run();
    assertEquals(1e4, loss.item());
    assertArrayEquals(new float[] {1, -1}, logits.gradientToArray());
  }

  @Test
  void crossEntropyNeedsOneTargetARow() {
    assertThrows(
        ShapeException.class, () -> Losses.crossEntropy(graph.input(3, 2), graph.indices(2)));
  }
}
