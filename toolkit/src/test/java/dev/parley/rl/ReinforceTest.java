package dev.parley.rl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.error.ShapeException;
import dev.parley.nn.Adam;
import dev.parley.nn.Initial;
import dev.parley.random.RandomStream;
import dev.parley.tensor.Activation;
import dev.parley.tensor.Dense;
import dev.parley.tensor.Elementwise;
import dev.parley.tensor.Graph;
import dev.parley.tensor.Indices;
import dev.parley.tensor.Lookup;
import dev.parley.tensor.Parameters;
import dev.parley.tensor.Program;
import dev.parley.tensor.Softmax;
import dev.parley.tensor.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ReinforceTest {

  private static final int CHOICES = 6;
  private static final int CLASSES = 5;

  private final Graph graph = new Graph();
  private final Parameters parameters = new Parameters();
  private final RandomStream random = new RandomStream(41);

  @AfterEach
  void close() {
    graph.close();
    parameters.close();
  }

  /** A parameter as the result of an operation on this graph. */
  private Tensor on(Tensor parameter) {
    return Elementwise.add(parameter, graph.input(parameter.rows(), parameter.columns()));
  }

  private static double[] softmax(float[] x, int row) {
    double[] p = new double[CLASSES];
    double sum = 0;
    for (int k = 0; k < CLASSES; k++) {
      p[k] = Math.exp(x[row * CLASSES + k]);
      sum += p[k];
    }
    for (int k = 0; k < CLASSES; k++) {
      p[k] /= sum;
    }
    return p;
  }

  /** The gradient in respect of logit k is A (p_k - 1[k = choice]) / episodes. */
  @ParameterizedTest
  @ValueSource(ints = {1, 3, CHOICES})
  void gradientOfThePolicyLoss(int episodes) {
    float[] x = Initial.normal(CHOICES * CLASSES, 1, random);
    Tensor logits = parameters.add(CHOICES, CLASSES, x);
    Tensor advantages = graph.input(CHOICES, 1);
    float[] a = Initial.normal(CHOICES, 1, random);
    advantages.write(a);
    Tensor logs = Softmax.log(on(logits));
    Indices choices = Softmax.sample(logs, random);
    Tensor loss = Reinforce.policyLoss(Lookup.pick(logs, choices), advantages, episodes);
    graph.backward(loss).run();
    float[] gradient = logits.gradientToArray();
    double expected = 0;
    for (int row = 0; row < CHOICES; row++) {
      double[] p = softmax(x, row);
      expected -= Math.log(p[choices.get(row)]) * a[row] / episodes;
      for (int k = 0; k < CLASSES; k++) {
        double chosen = k == choices.get(row) ? 1 : 0;
        assertEquals(a[row] * (p[k] - chosen) / episodes, gradient[row * CLASSES + k], 1e-6);
      }
    }
    assertEquals(expected, loss.item(), 1e-5);
  }

  /** A baseline that learns is not pulled by the policy's loss. */
  @Test
  void advantageTakesNoGradient() {
    Tensor logits = parameters.add(CHOICES, CLASSES, Initial.normal(CHOICES * CLASSES, 1, random));
    Tensor baseline = parameters.add(CHOICES, 1, Initial.normal(CHOICES, 1, random));
    Tensor returns = graph.input(CHOICES, 1);
    returns.write(Initial.normal(CHOICES, 1, random));
    Tensor advantages = Elementwise.subtract(returns, baseline);
    Tensor chosen = Lookup.pick(Softmax.log(on(logits)), graph.indices(CHOICES));
    graph.backward(Reinforce.policyLoss(chosen, advantages, 2)).run();
    assertArrayEquals(new float[CHOICES], baseline.gradientToArray());
    assertTrue(parameters.gradientNorm() > 0.01);
  }

  /** The gradient in respect of logit k is -p_k (log p_k + H) / choices. */
  @Test
  void meanEntropyAndItsGradient() {
    float[] x = Initial.normal(CHOICES * CLASSES, 1, random);
    Tensor logits = parameters.add(CHOICES, CLASSES, x);
    Tensor entropy = Reinforce.meanEntropy(Softmax.log(on(logits)));
    graph.backward(entropy).run();
    float[] gradient = logits.gradientToArray();
    double mean = 0;
    for (int row = 0; row < CHOICES; row++) {
      double[] p = softmax(x, row);
      double h = 0;
      for (double probability : p) {
        h -= probability * Math.log(probability);
      }
      mean += h / CHOICES;
      for (int k = 0; k < CLASSES; k++) {
        double expected = -p[k] * (Math.log(p[k]) + h) / CHOICES;
        assertEquals(expected, gradient[row * CLASSES + k], 1e-6);
      }
    }
    assertEquals(mean, entropy.item(), 1e-6);
  }

  /** By hand: -(-0.5 · 2 + -2 · -1 + -1 · 0.5) / 2. */
  @Test
  void threeChoicesOfTwoEpisodes() {
    Tensor chosen = graph.input(3, 1);
    chosen.write(new float[] {-0.5f, -2, -1});
    Tensor advantages = graph.input(3, 1);
    advantages.write(new float[] {2, -1, 0.5f});
    Tensor loss = Reinforce.policyLoss(chosen, advantages, 2);
    graph.forward().run();
    assertEquals(-0.25, loss.item(), 1e-7);
  }

  @Test
  void oneAdvantageAChoice() {
    Tensor chosen = graph.input(3, 1);
    Tensor advantages = graph.input(2, 1);
    assertThrows(ShapeException.class, () -> Reinforce.policyLoss(chosen, advantages, 1));
  }

  /** Of three arms with rewards 0, 1 and 0.5 the second is found, with the mean as a baseline. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void banditIsLearnt(long seed) {
    float[] rewards = {0, 1, 0.5f};
    int batch = 16;
    Tensor logits = parameters.add(1, 3, new float[3]);
    Tensor ones = graph.input(batch, 1);
    Tensor noBias = graph.input(1, 3);
    for (int e = 0; e < batch; e++) {
      ones.write(e, 0, 1);
    }
    Tensor logs = Softmax.log(Dense.linear(ones, logits, noBias, Activation.NONE));
    Indices arms = Softmax.sample(logs, new RandomStream(seed));
    Program play = graph.forward();
    Tensor advantages = graph.input(batch, 1);
    Tensor loss = Reinforce.policyLoss(Lookup.pick(logs, arms), advantages, batch);
    Program learn = graph.backward(loss);
    try (Adam adam = new Adam(parameters, 1)) {
      for (int round = 0; round < 200; round++) {
        play.run();
        double mean = 0;
        for (int e = 0; e < batch; e++) {
          mean += rewards[arms.get(e)] / batch;
        }
        for (int e = 0; e < batch; e++) {
          advantages.write(e, 0, (float) (rewards[arms.get(e)] - mean));
        }
        parameters.clearGradients();
        learn.run();
        adam.step(0.05);
      }
    }
    assertTrue(Math.exp(logs.toArray()[1]) > 0.9, "p " + Math.exp(logs.toArray()[1]));
  }
}
