package dev.parley.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.error.ShapeException;
import dev.parley.random.RandomStream;
import dev.parley.state.StateFile;
import dev.parley.tensor.Activation;
import dev.parley.tensor.Elementwise;
import dev.parley.tensor.Graph;
import dev.parley.tensor.Parameters;
import dev.parley.tensor.Program;
import dev.parley.tensor.Reduce;
import dev.parley.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class BatchNormTest {

  private static final int ROWS = 7;
  private static final int COLUMNS = 4;

  private final Graph graph = new Graph();
  private final Parameters parameters = new Parameters();

  @TempDir private Path folder;

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

  private static void close(Tensor t, float... expected) {
    assertArrayEquals(expected, t.toArray(), 2e-6f);
  }

  /** Of PyTorch 2.15.0, torch.nn.BatchNorm1d in float64; the loss is the sum of y cos k. */
  @Test
  void goldenOfPyTorch() {
    BatchNorm norm = new BatchNorm(parameters, 2);
    Tensor x = parameters.add(3, 2, new float[] {1, 2, 4, -1, 2, 0.5f});
    Tensor zeros = graph.input(3, 2);
    Tensor y = norm.train(Elementwise.add(x, zeros));
    float[] waves = new float[6];
    for (int i = 0; i < 6; i++) {
      waves[i] = (float) Math.cos(i + 1);
    }
    Program train = graph.backwardFromZero(Reduce.sum(Elementwise.multiply(y, input(3, waves))));
    parameters.write(new float[] {1.5f, -0.5f, 0.25f, 2, 1, 2, 4, -1, 2, 0.5f});
    train.run();
    close(y, -1.3535624f, 1.3876296f, 2.254453f, 2.6123705f, -0.15089057f, 2);
    assertArrayEquals(
        new float[] {
          -1.9763461f,
          0.290872f,
          -0.16602801f,
          -0.10962017f,
          -0.13063468f,
          0.20345165f,
          -0.06532687f,
          0.20345229f,
          0.19596153f,
          -0.40690395f
        },
        parameters.gradientsToArray(),
        1e-6f);
    parameters.write(new float[] {1.5f, -0.5f, 0.25f, 2, 2, 4, 8, -2, 4, 1});
    train.run();
    try (Graph other = new Graph()) {
      Tensor one = other.input(1, 2);
      one.write(new float[] {1, 2});
      Tensor evaluated = norm.evaluate(one);
      other.forward().run();
      close(evaluated, 0.59701836f, 1.3293251f);
    }
  }

  /** Statistics, gains, shifts and what comes before them, twice in one graph. */
  @ParameterizedTest
  @ValueSource(longs = {51, 52, 53})
  void gradientThroughTheStatistics(long seed) {
    RandomStream random = new RandomStream(seed);
    BatchNorm norm = new BatchNorm(parameters, COLUMNS);
    Tensor x = parameters.add(ROWS, COLUMNS, Initial.normal(ROWS * COLUMNS, 1, random));
    Tensor once = norm.train(Elementwise.add(x, graph.input(ROWS, COLUMNS)));
    Tensor twice = norm.train(Elementwise.activate(once, Activation.TANH));
    float[] weights = Initial.normal(ROWS * COLUMNS, 1, random);
    Tensor loss = Reduce.sum(Elementwise.multiply(twice, input(ROWS, weights)));
    Program program = graph.backwardFromZero(loss);
    float[] start = Initial.normal(parameters.length(), 1, random);
    // Gains near 0 would leave a variance that is all rounding.
    for (int j = 0; j < COLUMNS; j++) {
      start[j] = Math.copySign(1 + start[j] / 4, start[j]);
    }
    parameters.write(start);
    program.run();
    double[] values = Slopes.doubles(start);
    assertEquals(loss(values, weights), loss.item(), 1e-4);
    Slopes.check(Slopes.of(v -> loss(v, weights), values), parameters.gradientsToArray());
  }

  private static double loss(double[] values, float[] weights) {
    double loss = 0;
    for (int j = 0; j < COLUMNS; j++) {
      double[] column = new double[ROWS];
      for (int i = 0; i < ROWS; i++) {
        column[i] = values[2 * COLUMNS + i * COLUMNS + j];
      }
      double gain = values[j];
      double shift = values[COLUMNS + j];
      double[] once = normal(column, gain, shift);
      for (int i = 0; i < ROWS; i++) {
        once[i] = Math.tanh(once[i]);
      }
      double[] twice = normal(once, gain, shift);
      for (int i = 0; i < ROWS; i++) {
        loss += weights[i * COLUMNS + j] * twice[i];
      }
    }
    return loss;
  }

  private static double[] normal(double[] column, double gain, double shift) {
    double mean = 0;
    double variance = 0;
    for (double v : column) {
      mean += v / column.length;
    }
    for (double v : column) {
      variance += (v - mean) * (v - mean) / column.length;
    }
    double[] result = new double[column.length];
    for (int i = 0; i < result.length; i++) {
      result[i] = (column[i] - mean) / Math.sqrt(variance + 1e-5) * gain + shift;
    }
    return result;
  }

  /** PyTorch 2.15.0: the statistics after one batch and after two, kept and restored. */
  @Test
  void runningStatisticsAreKept() throws IOException {
    BatchNorm norm = new BatchNorm(parameters, 2);
    Tensor x = input(3, 1, 2, 4, -1, 2, 0.5f);
    norm.train(x);
    Program train = graph.forward();
    Tensor evaluated = norm.evaluate(input(1, 0, 0));
    Program evaluate = graph.forward();
    evaluate.run();
    close(evaluated, 0, 0);
    train.run();
    evaluate.run();
    close(evaluated, at(0.23333333, 1.13333333), at(0.05, 1.125));
    x.write(new float[] {2, 4, 8, -2, 4, 1});
    train.run();
    evaluate.run();
    float[] last = evaluated.toArray();
    close(evaluated, at(0.676666667, 1.95333333), at(0.145, 1.9125));
    Path file = Files.write(folder.resolve("x.npz"), StateFile.bytes("{}", norm::keep));
    train.run();
    evaluate.run();
    assertTrue(evaluated.toArray()[0] != last[0]);
    try (StateFile state = StateFile.open(file)) {
      state.restore(norm::keep);
    }
    evaluate.run();
    assertArrayEquals(last, evaluated.toArray());
  }

  /** What 0 becomes by a mean and a variance. */
  private static float at(double mean, double variance) {
    return (float) (-mean / Math.sqrt(variance + 1e-5));
  }

  @Test
  void copiedStatisticsEvaluateAlike() {
    BatchNorm norm = new BatchNorm(parameters, 2);
    BatchNorm target = new BatchNorm(parameters, 2);
    norm.train(input(3, 1, 2, 4, -1, 2, 0.5f));
    graph.forward().run();
    Tensor x = input(1, 3, -3);
    Tensor one = norm.evaluate(x);
    Tensor other = target.evaluate(x);
    Program evaluate = graph.forward();
    target.copyStatistics(norm);
    evaluate.run();
    assertArrayEquals(one.toArray(), other.toArray());
    assertTrue(Math.abs(one.toArray()[0] - 3) > 0.1);
    BatchNorm wide = new BatchNorm(new Parameters(), 3);
    assertThrows(IllegalArgumentException.class, () -> wide.copyStatistics(norm));
  }

  /** Running statistics are constants to the gradient. */
  @Test
  void gradientWhileEvaluating() {
    Tensor x = parameters.add(1, 2, new float[] {3, -3});
    BatchNorm norm = new BatchNorm(parameters, 2);
    norm.train(input(3, 1, 2, 4, -1, 2, 0.5f));
    Tensor y = norm.evaluate(Elementwise.add(x, graph.input(1, 2)));
    graph.backwardFromZero(Reduce.sum(y)).run();
    float[] slopes = x.gradientToArray();
    assertEquals(1 / Math.sqrt(1.13333333 + 1e-5), slopes[0], 1e-6);
    assertEquals(1 / Math.sqrt(1.125 + 1e-5), slopes[1], 1e-6);
  }

  @Test
  void oneRowHasNoVariance() {
    BatchNorm norm = new BatchNorm(parameters, 2);
    assertThrows(ShapeException.class, () -> norm.train(graph.input(1, 2)));
    assertThrows(ShapeException.class, () -> norm.train(graph.input(2, 3)));
    assertThrows(ShapeException.class, () -> norm.evaluate(graph.input(2, 3)));
  }

  /**
   * Each step has statistics of its own, which are kept and copied; gains and shifts are shared.
   */
  @Test
  void statisticsOfEachStep() throws IOException {
    BatchNorm norm = new BatchNorm(parameters, 1, 2);
    BatchNorm other = new BatchNorm(parameters, 1, 2);
    Tensor first = input(2, 1, 3);
    Tensor second = input(2, 10, 30);
    Tensor y = norm.train(first, 0);
    Tensor z = norm.train(second, 1);
    Program train = graph.forward();
    Tensor one = norm.evaluate(first, 0);
    Tensor two = norm.evaluate(second, 1);
    Program evaluate = graph.forward();
    Tensor copied = other.evaluate(second, 1);
    Program copy = graph.forward();
    for (int i = 0; i < 200; i++) {
      train.run();
    }
    assertArrayEquals(new float[] {-1, 1}, y.toArray(), 1e-4f);
    assertArrayEquals(new float[] {-1, 1}, z.toArray(), 1e-4f);
    evaluate.run();
    float root = (float) Math.sqrt(2);
    assertArrayEquals(new float[] {-1 / root, 1 / root}, one.toArray(), 1e-4f);
    assertArrayEquals(new float[] {-1 / root, 1 / root}, two.toArray(), 1e-4f);
    other.copyStatistics(norm);
    copy.run();
    assertArrayEquals(two.toArray(), copied.toArray());
    byte[] kept = StateFile.bytes("{}", norm::keep);
    Path file = folder.resolve("norm.npz");
    Files.write(file, kept);
    BatchNorm third = new BatchNorm(new Parameters(), 1, 2);
    try (StateFile restored = StateFile.open(file)) {
      restored.restore(third::keep);
    }
    assertArrayEquals(kept, StateFile.bytes("{}", third::keep));
    BatchNorm shorter = new BatchNorm(new Parameters(), 1);
    assertThrows(IllegalArgumentException.class, () -> shorter.copyStatistics(norm));
  }
}
