package dev.parley.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.random.RandomStream;
import dev.parley.tensor.Activation;
import dev.parley.tensor.Graph;
import dev.parley.tensor.Indices;
import dev.parley.tensor.Parameters;
import dev.parley.tensor.Program;
import dev.parley.tensor.Softmax;
import dev.parley.tensor.Tensor;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tiny tasks that must be learnt, from every seed. */
final class LearningTest {

  private static final float[] SQUARE = {0, 0, 0, 1, 1, 0, 1, 1};

  private static void train(Parameters parameters, Program program, int steps) {
    try (Adam adam = new Adam(parameters, 1)) {
      Schedule rate = new Schedule(0.05, 0.995);
      for (int step = 0; step < steps; step++) {
        parameters.clearGradients();
        program.run();
        adam.step(rate.at(step));
      }
    }
  }

  /** y = 2 a - 3 b + 0.5, without noise, by one linear layer: the weights themselves are found. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void linearRegression(long seed) {
    RandomStream random = new RandomStream(seed);
    try (Graph graph = new Graph();
        Parameters parameters = new Parameters()) {
      Linear layer = new Linear(parameters, 2, 1, Activation.NONE, random);
      Tensor x = graph.input(32, 2);
      Tensor y = graph.input(32, 1);
      for (int row = 0; row < 32; row++) {
        double a = random.nextGaussian();
        double b = random.nextGaussian();
        x.write(row, 0, (float) a);
        x.write(row, 1, (float) b);
        y.write(row, 0, (float) (2 * a - 3 * b + 0.5));
      }
      Tensor loss = Losses.meanSquaredError(layer.apply(x), y);
      train(parameters, graph.backward(loss), 1000);
      assertEquals(0, loss.item(), 1e-5);
      float[] learnt = parameters.toArray();
      assertEquals(2, learnt[0], 1e-2);
      assertEquals(-3, learnt[1], 1e-2);
      assertEquals(0.5, learnt[2], 1e-2);
    }
  }

  /** No linear model does better than a loss of log 2. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void exclusiveOr(long seed) {
    try (Graph graph = new Graph();
        Parameters parameters = new Parameters()) {
      Mlp mlp = new Mlp(parameters, 2, 16, 2, new RandomStream(seed));
      Tensor x = graph.input(4, 2);
      x.write(SQUARE);
      Indices targets = graph.indices(4);
      targets.set(1, 1);
      targets.set(2, 1);
      Tensor logits = mlp.apply(x);
      Indices mode = Softmax.mode(Softmax.log(logits));
      Tensor loss = Losses.crossEntropy(logits, targets);
      train(parameters, graph.backward(loss), 500);
      assertTrue(loss.item() < 0.01, "loss " + loss.item());
      for (int row = 0; row < 4; row++) {
        assertEquals(targets.get(row), mode.get(row));
      }
    }
  }

  /** A code of three classes by two numbers each, through an embedding and back. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void embeddingsAreToldApart(long seed) {
    RandomStream random = new RandomStream(seed);
    try (Graph graph = new Graph();
        Parameters parameters = new Parameters()) {
      Embedding embedding = new Embedding(parameters, 5, 2, random);
      Linear readout = new Linear(parameters, 2, 5, Activation.NONE, random);
      Indices classes = graph.indices(5);
      for (int row = 0; row < 5; row++) {
        classes.set(row, row);
      }
      Tensor loss = Losses.crossEntropy(readout.apply(embedding.apply(classes)), classes);
      train(parameters, graph.backward(loss), 1000);
      assertTrue(loss.item() < 0.1, "loss " + loss.item());
    }
  }
}
