package dev.parley.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.nn.Initial;
import dev.parley.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * Compares the gradient of a recorded operation with central differences, on the programs that
 * train.
 *
 * <p>The loss is a random linear function of the operation's result. In 32-bit floats a difference
 * over 2h is good to about |loss| 1e-7 / h plus h² times the third derivative; with h = 1/64 and
 * losses of order one both are well below the tolerance, and a wrong gradient is well above it.
 */
final class GradientCheck {

  private static final float STEP = 1f / 64;
  private static final double TOLERANCE = 4e-3;

  private final RandomStream random;
  private final Parameters parameters = new Parameters();
  private final List<Tensor> checked = new ArrayList<>();

  GradientCheck(long seed) {
    this.random = new RandomStream(seed);
  }

  /** A number of rows or columns, 1 to 9. */
  int size() {
    return 1 + random.nextInt(9);
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** Standard normal values. */
  float[] values(int length) {
    return Initial.normal(length, 1, random);
  }

  /** A parameter whose gradient is to be checked. */
  Tensor parameter(int rows, int columns) {
    return parameter(rows, columns, values(rows * columns));
  }

  Tensor parameter(int rows, int columns, float[] values) {
    Tensor t = parameters.add(rows, columns, values);
    checked.add(t);
    return t;
  }

  /**
   * Checks the gradient of every parameter; the operation is recorded on the graph that it is
   * given.
   */
  void check(Function<Graph, Tensor> operation) {
    try (Graph graph = new Graph()) {
      Tensor result = operation.apply(graph);
      Tensor weights = graph.input(result.rows(), result.columns());
      weights.write(values(result.length()));
      Tensor loss = Reduce.sum(Elementwise.multiply(result, weights));
      Program program = graph.backward(loss);
      parameters.clearGradients();
      program.run();
      program.run();
      for (Tensor parameter : checked) {
        compare(parameter, program, loss);
      }
    } finally {
      parameters.close();
    }
  }

  private void compare(Tensor parameter, Program program, Tensor loss) {
    parameters.clearGradients();
    program.run();
    float[] gradient = parameter.gradientToArray();
    float[] values = parameter.toArray();
    boolean moved = false;
    for (int i = 0; i < values.length; i++) {
      double above = lossAt(parameter, values, i, STEP, program, loss);
      double below = lossAt(parameter, values, i, -STEP, program, loss);
      double expected = (above - below) / (2 * STEP);
      moved |= Math.abs(expected) > 1e-3;
      assertEquals(
          expected, gradient[i], TOLERANCE * (1 + Math.abs(expected)), parameter + " at " + i);
    }
    parameter.value().block().device().put(values);
    assertTrue(moved, "the loss depends on " + parameter);
  }

  private static double lossAt(
      Tensor parameter, float[] values, int i, float step, Program program, Tensor loss) {
    float[] shifted = values.clone();
    shifted[i] += step;
    parameter.value().block().device().put(shifted);
    program.run();
    return loss.toArray()[0];
  }
}
