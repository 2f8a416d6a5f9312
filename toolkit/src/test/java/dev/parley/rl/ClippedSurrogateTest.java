package dev.parley.rl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.tensor.Elementwise;
import dev.parley.tensor.Graph;
import dev.parley.tensor.Parameters;
import dev.parley.tensor.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against the formula, case by case. */
final class ClippedSurrogateTest {

  private final Graph graph = new Graph();
  private final Parameters parameters = new Parameters();

  @AfterEach
  void close() {
    graph.close();
    parameters.close();
  }

  private Tensor column(float... values) {
    Tensor input = graph.input(values.length, 1);
    input.write(values);
    return input;
  }

  private static float log(double x) {
    return (float) Math.log(x);
  }

  /**
   * ε = 0.2. A good choice gains up to a ratio of 1.2 and no farther; a bad one down to 0.8; on the
   * other side of 1 each keeps its whole slope. The gradient in respect of log π is -w ρ A, or 0.
   */
  @Test
  void eachSideOfEachBound() {
    float[] ratios = {1.1f, 1.5f, 0.5f, 0.9f, 0.5f, 1.5f, 1.5f};
    float[] gains = {2, 2, 2, -2, -2, -2, 2};
    float[] weights = {0.25f, 0.125f, 0.125f, 0.25f, 0.125f, 0.125f, 0};
    double[] kept = {2.2, 2.4, 1, -1.8, -1.6, -3, 0};
    double[] slopes = {2.2, 0, 1, -1.8, 0, -3, 0};
    float[] logs = new float[7];
    float[] before = new float[7];
    double expected = 0;
    for (int i = 0; i < 7; i++) {
      before[i] = log(0.3);
      logs[i] = log(0.3 * ratios[i]);
      expected -= weights[i] * kept[i];
    }
    Tensor parameter = parameters.add(7, 1, logs);
    Tensor now = Elementwise.add(parameter, graph.input(7, 1));
    Tensor found = ClippedSurrogate.ratios(now, column(before));
    Tensor loss = ClippedSurrogate.policyLoss(found, column(gains), column(weights), 0.2);
    graph.backwardFromZero(loss).run();
    assertArrayEquals(ratios, found.toArray(), 1e-6f);
    assertEquals(expected, loss.item(), 1e-6);
    float[] gradient = parameter.gradientToArray();
    for (int i = 0; i < 7; i++) {
      assertEquals(-weights[i] * slopes[i], gradient[i], 1e-6, "row " + i);
    }
  }

  /** Before the first step every ratio is 1, and the gradient is that of REINFORCE. */
  @Test
  void atFirst() {
    Tensor parameter = parameters.add(3, 1, new float[] {-1, -2, -0.5f});
    Tensor now = Elementwise.add(parameter, graph.input(3, 1));
    Tensor ratios = ClippedSurrogate.ratios(now, column(-1, -2, -0.5f));
    Tensor weights = column(0.5f, 0.25f, 0.25f);
    Tensor loss = ClippedSurrogate.policyLoss(ratios, column(3, -4, 0), weights, 0.1);
    graph.backwardFromZero(loss).run();
    assertArrayEquals(new float[] {-1.5f, 1, 0}, parameter.gradientToArray(), 1e-6f);
  }

  @Test
  void valueLoss() {
    Tensor parameter = parameters.add(3, 1, new float[] {1, 2, 100});
    Tensor values = Elementwise.add(parameter, graph.input(3, 1));
    Tensor loss = ClippedSurrogate.valueLoss(values, column(3, 1, 0), column(0.5f, 0.5f, 0));
    graph.backwardFromZero(loss).run();
    assertEquals(0.5 * (0.5 * 4 + 0.5 * 1), loss.item(), 1e-6);
    assertArrayEquals(new float[] {-1, 0.5f, 0}, parameter.gradientToArray(), 1e-6f);
  }

  /** For two policies over two choices, the mean of the estimate is the divergence itself. */
  @Test
  void divergenceIsThatOfTheFormula() {
    double[] old = {0.7, 0.3};
    double[] now = {0.4, 0.6};
    double exact = 0;
    float[] ratios = new float[2];
    for (int i = 0; i < 2; i++) {
      exact += old[i] * Math.log(old[i] / now[i]);
      ratios[i] = (float) (now[i] / old[i]);
    }
    float[] weights = {0.7f, 0.3f};
    assertEquals(exact, ClippedSurrogate.divergence(ratios, weights), 1e-6);
    assertEquals(0, ClippedSurrogate.divergence(new float[] {1, 9}, new float[] {1, 0}), 1e-9);
  }

  @Test
  void clippedIsTheWeightBeyond() {
    float[] ratios = {1, 1.19f, 1.21f, 0.81f, 0.79f};
    float[] weights = {0.2f, 0.2f, 0.2f, 0.1f, 0.3f};
    assertEquals(0.5, ClippedSurrogate.clipped(ratios, weights, 0.2), 1e-6);
  }
}
