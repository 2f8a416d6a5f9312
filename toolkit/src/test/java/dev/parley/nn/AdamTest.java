package dev.parley.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.tensor.Elementwise;
import dev.parley.tensor.Graph;
import dev.parley.tensor.Parameters;
import dev.parley.tensor.Program;
import dev.parley.tensor.Reduce;
import dev.parley.tensor.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The updates themselves are held against the paper's formulas in MomentsTest. */
final class AdamTest {

  private final Graph graph = new Graph();
  private final Parameters parameters = new Parameters();
  private final Tensor w = parameters.add(1, 2, new float[2]);
  private final Tensor slope = graph.input(1, 2);
  private Program program = graph.forward();

  @BeforeEach
  void lossIsSlopeTimesW() {
    program = graph.backward(Reduce.sum(Elementwise.multiply(w, slope)));
  }

  @AfterEach
  void close() {
    graph.close();
    parameters.close();
  }

  private void gradient(float first, float second) {
    slope.write(new float[] {first, second});
    parameters.clearGradients();
    program.run();
  }

  /** Whatever the size of the gradient, the first step is the learning rate. */
  @Test
  void firstStepIsTheLearningRate() {
    try (Adam adam = new Adam(parameters, Double.POSITIVE_INFINITY)) {
      gradient(1e-3f, -5e4f);
      adam.step(0.01);
    }
    assertArrayEquals(new float[] {-0.01f, 0.01f}, w.toArray(), 1e-6f);
  }

  @Test
  void gradientAboveTheLimitIsScaledToIt() {
    try (Adam adam = new Adam(parameters, 1)) {
      gradient(3, -4);
      adam.step(0.01);
    }
    assertArrayEquals(new float[] {0.6f, -0.8f}, w.gradientToArray(), 1e-6f);
    assertEquals(1, parameters.gradientNorm(), 1e-6);
  }

  @Test
  void gradientBelowTheLimitIsLeftAlone() {
    try (Adam adam = new Adam(parameters, 6)) {
      gradient(3, -4);
      adam.step(0.01);
      assertArrayEquals(new float[] {3, -4}, w.gradientToArray());
    }
    try (Adam adam = new Adam(parameters, Double.POSITIVE_INFINITY)) {
      gradient(3000, -4000);
      adam.step(0.01);
      assertArrayEquals(new float[] {3000, -4000}, w.gradientToArray());
    }
  }

  @Test
  void gradientOfZeroIsLeftAlone() {
    try (Adam adam = new Adam(parameters, 1)) {
      gradient(0, 0);
      adam.step(0.01);
    }
    assertArrayEquals(new float[2], w.toArray());
  }

  /**
   * From numpy, float64: gradient (3, -4) clipped to norm 1, then (0.3, 0.1) as it is, then (-30,
   * 0) clipped; the learning rate is 0.1, 0.2, 0.4.
   */
  @Test
  void goldenOfThreeClippedSteps() {
    try (Adam adam = new Adam(parameters, 1)) {
      gradient(3, -4);
      adam.step(0.1);
      gradient(0.3f, 0.1f);
      adam.step(0.2);
      gradient(-30, 0);
      adam.step(0.4);
    }
    assertArrayEquals(new float[] {-0.2346441f, 0.39153525f}, w.toArray(), 1e-5f);
  }

  /** On a parabola with its minimum at (1, -2). */
  @Test
  void findsAMinimum() {
    try (Graph own = new Graph();
        Adam adam = new Adam(parameters, 10)) {
      Tensor target = own.input(1, 2);
      target.write(new float[] {1, -2});
      Tensor loss = Losses.meanSquaredError(Elementwise.add(w, own.input(1, 2)), target);
      Program parabola = own.backward(loss);
      for (int step = 0; step < 1000; step++) {
        parameters.clearGradients();
        parabola.run();
        adam.step(0.05 * Math.pow(0.995, step));
      }
    }
    assertArrayEquals(new float[] {1, -2}, w.toArray(), 1e-3f);
  }
}
