package dev.parley.agent.channel;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.error.SettingException;
import dev.parley.error.ShapeException;
import dev.parley.nn.Initial;
import dev.parley.nn.Slopes;
import dev.parley.random.ChiSquare;
import dev.parley.random.RandomStream;
import dev.parley.tensor.Elementwise;
import dev.parley.tensor.Graph;
import dev.parley.tensor.Indices;
import dev.parley.tensor.Noise;
import dev.parley.tensor.Parameters;
import dev.parley.tensor.Program;
import dev.parley.tensor.Reduce;
import dev.parley.tensor.Softmax;
import dev.parley.tensor.Tensor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Values, and gradients against a second implementation in 64-bit floats. The loss is the sum of
 * weighted squares of what arrives, so that its slope depends on what that is.
 */
final class ChannelTest {

  private static final int ROWS = 6;
  private static final int COLUMNS = 5;
  private static final int PLACES = ROWS * COLUMNS;

  private final Graph graph = new Graph();
  private final Parameters parameters = new Parameters();

  @AfterEach
  void close() {
    graph.close();
    parameters.close();
  }

  private Tensor input(int rows, float... values) {
    Tensor t = graph.input(rows, values.length / rows);
    t.write(values);
    return t;
  }

  private Tensor parameter(RandomStream random) {
    Tensor t = parameters.add(ROWS, COLUMNS, Initial.normal(PLACES, 1, random));
    return Elementwise.add(t, graph.input(ROWS, COLUMNS));
  }

  private Program lossOf(Tensor arrived, float[] weights) {
    Tensor squares = Elementwise.multiply(arrived, arrived);
    return graph.backwardFromZero(Reduce.sum(Elementwise.multiply(squares, input(ROWS, weights))));
  }

  private static double loss(double[] arrived, float[] weights) {
    double loss = 0;
    for (int i = 0; i < PLACES; i++) {
      loss += weights[i] * arrived[i] * arrived[i];
    }
    return loss;
  }

  private static double[] softmax(double[] x, float[] noise, double sharpness) {
    double[] y = new double[PLACES];
    for (int row = 0; row < PLACES; row += COLUMNS) {
      double sum = 0;
      for (int i = row; i < row + COLUMNS; i++) {
        y[i] = Math.exp(sharpness * (x[i] + noise[i]));
        sum += y[i];
      }
      for (int i = row; i < row + COLUMNS; i++) {
        y[i] /= sum;
      }
    }
    return y;
  }

  /** σ(0.5 + 1) and σ(-2 + 0.25), from numpy in float64. */
  @Test
  void druWhileTraining() {
    Tensor y = Dru.train(input(1, 0.5f, -2), input(1, 1, 0.25f));
    graph.forward().run();
    assertArrayEquals(new float[] {0.8175745f, 0.1480472f}, y.toArray(), 1e-6f);
  }

  @Test
  void druWhileExecuting() {
    Tensor m = input(1, -1e-30f, 0, -0f, 1e-30f, 88, -3);
    Tensor y = Dru.execute(m);
    graph.forward().run();
    assertArrayEquals(new float[] {0, 0, 0, 1, 1, 0}, y.toArray());
    Tensor w = Elementwise.add(parameters.add(1, 6, new float[6]), m);
    Tensor loss = Reduce.sum(Dru.execute(w));
    assertThrows(IllegalStateException.class, () -> graph.backward(loss));
  }

  /** Far from 0 both forms say the same in spite of the noise. */
  @Test
  void druFormsAgreeFarOut() {
    float[] values = {-40, 40, 30, -30};
    Tensor noise = Noise.normal(graph, 1, 4, 2, new RandomStream(51));
    Tensor trained = Dru.train(input(1, values), noise);
    Tensor executed = Dru.execute(input(1, values));
    graph.forward().run();
    assertArrayEquals(executed.toArray(), trained.toArray(), 1e-6f);
  }

  @ParameterizedTest
  @ValueSource(longs = {51, 52, 53})
  void druGradient(long seed) {
    RandomStream random = new RandomStream(seed);
    Tensor m = parameter(random);
    float[] noise = Initial.normal(PLACES, 2, random);
    float[] weights = Initial.normal(PLACES, 1, random);
    lossOf(Dru.train(m, input(ROWS, noise)), weights).run();
    double[] expected =
        Slopes.of(
            values -> {
              double[] y = new double[PLACES];
              for (int i = 0; i < PLACES; i++) {
                y[i] = 1 / (1 + Math.exp(-values[i] - noise[i]));
              }
              return loss(y, weights);
            },
            Slopes.doubles(parameters.toArray()));
    Slopes.check(expected, parameters.gradientsToArray());
  }

  /** With the temperature as a number, and as an input. */
  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 3})
  void gumbelSoftmaxGradient(double temperature) {
    RandomStream random = new RandomStream(51);
    Tensor logits = parameter(random);
    Tensor noise = Noise.gumbel(graph, ROWS, COLUMNS, random);
    float[] weights = Initial.normal(PLACES, 1, random);
    Tensor fixed = GumbelSoftmax.soft(logits, noise, temperature);
    Tensor free = GumbelSoftmax.soft(logits, noise, input(1, (float) (1 / temperature)));
    Tensor mean = Elementwise.scale(Elementwise.add(fixed, free), 0.5f);
    lossOf(mean, weights).run();
    float[] drawn = noise.toArray();
    double[] values = Slopes.doubles(parameters.toArray());
    double sharpness = (float) (1 / temperature);
    double[] expected = Slopes.of(v -> loss(softmax(v, drawn, sharpness), weights), values);
    Slopes.check(expected, parameters.gradientsToArray());
    assertArrayEquals(free.toArray(), fixed.toArray());
    double[] soft = softmax(values, drawn, sharpness);
    assertArrayEquals(soft, Slopes.doubles(fixed.toArray()), 1e-6);
  }

  /** The largest place is a draw from softmax(l), and does not hang on the temperature. */
  @Test
  void gumbelSoftmaxIsDistributedByTheSoftmax() {
    Tensor logits = input(1, (float) Math.log(0.5), (float) Math.log(0.2), (float) Math.log(0.3));
    Tensor noise = Noise.gumbel(graph, 1, 3, new RandomStream(52));
    Indices symbol = Softmax.mode(GumbelSoftmax.soft(logits, noise, 0.1));
    Indices same = Softmax.mode(GumbelSoftmax.soft(logits, noise, 10));
    Program program = graph.forward();
    long[] counts = new long[3];
    for (int i = 0; i < 20_000; i++) {
      program.run();
      counts[symbol.get(0)]++;
      assertEquals(symbol.get(0), same.get(0));
    }
    ChiSquare.check(counts, new double[] {0.5, 0.2, 0.3});
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, -1, Double.NaN, Double.POSITIVE_INFINITY})
  void temperatureMustBeAboveZero(double temperature) {
    Tensor x = input(1, 1, 2);
    SettingException e =
        assertThrows(SettingException.class, () -> GumbelSoftmax.soft(x, x, temperature));
    assertEquals("temperature", e.problems().get(0).subject());
  }

  /** Whole symbols go forward; the slope is that of the soft ones at which the loss is linear. */
  @ParameterizedTest
  @ValueSource(longs = {51, 52, 53})
  void straightThroughGradient(long seed) {
    RandomStream random = new RandomStream(seed);
    Tensor logits = parameter(random);
    Tensor noise = Noise.gumbel(graph, ROWS, COLUMNS, random);
    Tensor sent = StraightThrough.largest(GumbelSoftmax.soft(logits, noise, 0.7));
    float[] weights = Initial.normal(PLACES, 1, random);
    lossOf(sent, weights).run();
    float[] whole = sent.toArray();
    float[] drawn = noise.toArray();
    double[] values = Slopes.doubles(parameters.toArray());
    double sharpness = (float) (1 / 0.7);
    oneHotOfLargest(softmax(values, drawn, sharpness), whole);
    double[] expected =
        Slopes.of(
            v -> {
              double[] soft = softmax(v, drawn, sharpness);
              double loss = 0;
              for (int i = 0; i < PLACES; i++) {
                loss += 2 * weights[i] * whole[i] * soft[i];
              }
              return loss;
            },
            values);
    Slopes.check(expected, parameters.gradientsToArray());
  }

  private static void oneHotOfLargest(double[] soft, float[] whole) {
    for (int row = 0; row < PLACES; row += COLUMNS) {
      int best = row;
      for (int i = row; i < row + COLUMNS; i++) {
        best = soft[i] > soft[best] ? i : best;
      }
      for (int i = row; i < row + COLUMNS; i++) {
        assertEquals(i == best ? 1 : 0, whole[i], "at " + i);
      }
    }
  }

  @Test
  void straightThroughOfDrawnSymbols() {
    Tensor p = parameters.add(2, 3, new float[] {0.2f, 0.3f, 0.5f, 0.6f, 0.3f, 0.1f});
    Tensor soft = Elementwise.add(p, graph.input(2, 3));
    Indices symbols = graph.indices(2);
    symbols.set(0, 1);
    symbols.set(1, 2);
    Tensor sent = StraightThrough.chosen(soft, symbols);
    Tensor loss = Reduce.sum(Elementwise.multiply(sent, input(2, 1, 2, 3, 4, 5, 6)));
    graph.backwardFromZero(loss).run();
    assertArrayEquals(new float[] {0, 1, 0, 0, 0, 1}, sent.toArray());
    assertEquals(8, loss.item());
    assertArrayEquals(new float[] {1, 2, 3, 4, 5, 6}, parameters.gradientsToArray());
    assertThrows(ShapeException.class, () -> StraightThrough.chosen(soft, graph.indices(3)));
  }
}
