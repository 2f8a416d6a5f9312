package dev.parley.rl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.error.ShapeException;
import dev.parley.nn.Initial;
import dev.parley.random.RandomStream;
import dev.parley.tensor.Bounds;
import dev.parley.tensor.Elementwise;
import dev.parley.tensor.Graph;
import dev.parley.tensor.Parameters;
import dev.parley.tensor.Softmax;
import dev.parley.tensor.Tensor;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Positive signalling and listening against a second implementation in 64-bit floats, and its
 * central differences in respect of every logit.
 */
final class BiasesTest {

  private static final int ROWS = 7;
  private static final int CLASSES = 4;
  private static final double STEP = 1e-5;
  private static final double CLOSED = -1e9;

  private final Graph graph = new Graph();
  private final Parameters parameters = new Parameters();

  @AfterEach
  void close() {
    graph.close();
    parameters.close();
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 6);
  }

  /** A parameter as the result of an operation on this graph. */
  private Tensor on(Tensor parameter) {
    return Elementwise.add(parameter, graph.input(parameter.rows(), parameter.columns()));
  }

  private Tensor column(double... values) {
    Tensor input = graph.input(values.length, 1);
    for (int i = 0; i < values.length; i++) {
      input.write(i, 0, (float) values[i]);
    }
    return input;
  }

  /** The last row is left out. */
  private static double[] weights() {
    double[] weights = new double[ROWS];
    for (int i = 0; i < ROWS - 1; i++) {
      weights[i] = (i + 1) / 21.0;
    }
    return weights;
  }

  private static double[] targets() {
    double[] targets = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      targets[i] = 0.1 + 0.2 * i;
    }
    return targets;
  }

  /** Logits of which one in every third row is closed. */
  private static float[] logits(long seed) {
    float[] x = Initial.normal(ROWS * CLASSES, 1.5, new RandomStream(seed));
    for (int row = 0; row < ROWS; row += 3) {
      x[row * CLASSES + 1] = (float) CLOSED;
    }
    return x;
  }

  private static double[] policy(double[] x, int row) {
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

  private static double entropy(double[] p) {
    double h = 0;
    for (double each : p) {
      h -= each == 0 ? 0 : each * Math.log(each);
    }
    return h;
  }

  private static double signalling(double[] x, double average, double target) {
    double[] mean = new double[CLASSES];
    double distance = 0;
    for (int row = 0; row < ROWS; row++) {
      double[] p = policy(x, row);
      distance += weights()[row] * Math.pow(entropy(p) - targets()[row], 2);
      for (int k = 0; k < CLASSES; k++) {
        mean[k] += weights()[row] * p[k];
      }
    }
    return target * distance - average * entropy(mean);
  }

  private static void assertSlopes(
      float[] at, ToDoubleFunction<double[]> loss, float[] found, int least) {
    double[] x = doubles(at);
    int moved = 0;
    for (int i = 0; i < x.length; i++) {
      double here = x[i];
      x[i] = here + STEP;
      double above = loss.applyAsDouble(x);
      x[i] = here - STEP;
      double below = loss.applyAsDouble(x);
      x[i] = here;
      double slope = (above - below) / (2 * STEP);
      assertEquals(slope, found[i], 2e-5, "logit " + i);
      moved += Math.abs(slope) > 1e-4 ? 1 : 0;
    }
    assertTrue(moved >= least, moved + " of " + x.length + " have a slope");
  }

  private static double[] doubles(float[] values) {
    double[] result = new double[values.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = values[i];
    }
    return result;
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void signallingAndItsGradient(long seed) {
    float[] x = logits(seed);
    Tensor logits = parameters.add(ROWS, CLASSES, x);
    Tensor logs = Softmax.log(on(logits));
    Tensor weights = column(weights());
    Tensor spread = PositiveSignalling.meanEntropy(logs, weights);
    Tensor distance = PositiveSignalling.targetDistance(logs, weights, column(targets()));
    Tensor loss = PositiveSignalling.loss(spread, distance, 0.3, 1.7);
    graph.backward(loss).run();
    assertEquals(-signalling(doubles(x), 1, 0), spread.item(), 1e-6);
    assertEquals(signalling(doubles(x), 0, 1), distance.item(), 1e-6);
    assertEquals(signalling(doubles(x), 0.3, 1.7), loss.item(), 1e-6);
    assertSlopes(x, at -> signalling(at, 0.3, 1.7), logits.gradientToArray(), 15);
  }

  /** Two rows that are certain of different symbols: H(π̄) is a bit, H(π) nothing. */
  @Test
  void meanIsOfProbabilities() {
    Tensor logits = parameters.add(2, 2, new float[] {20, -20, -20, 20});
    Tensor logs = Softmax.log(on(logits));
    Tensor weights = column(0.5, 0.5);
    Tensor spread = PositiveSignalling.meanEntropy(logs, weights);
    Tensor distance = PositiveSignalling.targetDistance(logs, weights, column(0.25, 0.25));
    graph.forward().run();
    assertEquals(Math.log(2), spread.item(), 1e-6);
    assertEquals(0.0625, distance.item(), 1e-6);
  }

  /** Symbols that nobody ever says are no reason for a number that is none. */
  @Test
  void symbolThatIsNeverSaid() {
    Tensor logits = parameters.add(2, 3, new float[] {1, 0, (float) CLOSED, 0, 1, (float) CLOSED});
    Tensor spread = PositiveSignalling.meanEntropy(Softmax.log(on(logits)), column(0.5, 0.5));
    graph.backward(spread).run();
    assertEquals(Math.log(2), spread.item(), 1e-6);
    assertArrayEquals(new float[6], logits.gradientToArray(), 1e-6f);
  }

  /** The sum over rows of what {@code part} is, of the policy with and without a message. */
  private static double listening(double[] with, double[] without, boolean difference) {
    double sum = 0;
    for (int row = 0; row < ROWS; row++) {
      double[] p = policy(with, row);
      double[] q = policy(without, row);
      for (int k = 0; k < CLASSES; k++) {
        double crossed = p[k] == 0 ? 0 : p[k] * Math.log(q[k]);
        sum -= weights()[row] * (difference ? Math.abs(p[k] - q[k]) : crossed);
      }
    }
    return sum;
  }

  /** Each loss moves one of the two policies, and leaves the other. */
  @ParameterizedTest
  @MethodSource("seeds")
  void listeningAndItsGradients(long seed) {
    float[] x = logits(seed);
    float[] y = logits(seed + 100);
    Tensor with = parameters.add(ROWS, CLASSES, x);
    Tensor without = parameters.add(ROWS, CLASSES, y);
    Tensor policy = Bounds.exp(Softmax.log(on(with)));
    Tensor logsWithout = Softmax.log(on(without));
    Tensor weights = column(weights());
    Tensor difference = PositiveListening.difference(policy, Bounds.exp(logsWithout), weights);
    Tensor crossed = PositiveListening.crossEntropy(policy, logsWithout, weights);
    graph.backward(Elementwise.add(difference, crossed)).run();
    double[] p = doubles(x);
    double[] q = doubles(y);
    assertEquals(listening(p, q, true), difference.item(), 1e-6);
    assertEquals(listening(p, q, false), crossed.item(), 1e-5);
    assertSlopes(x, at -> listening(at, q, true), with.gradientToArray(), 15);
    assertSlopes(y, at -> listening(p, at, false), without.gradientToArray(), 15);
  }

  /** What is not heard moves nothing: both policies are one. */
  @Test
  void sameWithAndWithout() {
    Tensor logits = parameters.add(ROWS, CLASSES, logits(3));
    Tensor policy = Bounds.exp(Softmax.log(on(logits)));
    Tensor loss = PositiveListening.difference(policy, policy, column(weights()));
    graph.backward(loss).run();
    assertEquals(0, loss.item());
    assertArrayEquals(new float[ROWS * CLASSES], logits.gradientToArray(), 1e-7f);
  }

  @Test
  void whatDoesNotFit() {
    Tensor logs = Softmax.log(on(parameters.add(2, 3, new float[6])));
    Tensor three = column(0.2, 0.3, 0.5);
    assertThrows(ShapeException.class, () -> PositiveSignalling.meanEntropy(logs, three));
    Tensor two = column(0.5, 0.5);
    assertThrows(ShapeException.class, () -> PositiveSignalling.targetDistance(logs, two, three));
    Tensor narrow = graph.input(2, 2);
    assertThrows(ShapeException.class, () -> PositiveListening.difference(logs, narrow, two));
    assertThrows(ShapeException.class, () -> PositiveListening.crossEntropy(logs, logs, three));
  }
}
