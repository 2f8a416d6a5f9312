package dev.parley.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.random.ChiSquare;
import dev.parley.random.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class SoftmaxTest {

  private final Graph graph = new Graph();

  @AfterEach
  void close() {
    graph.close();
  }

  private Tensor input(int rows, float... values) {
    Tensor t = graph.input(rows, values.length / rows);
    t.write(values);
    return t;
  }

  /** From numpy, float64: x - max - log(sum(exp(x - max))), and -sum(p log p). */
  @Test
  void golden() {
    Tensor logs = Softmax.log(input(2, 1, 2, 3, 1000, 1001, 1e-3f));
    Tensor entropy = Softmax.entropy(logs);
    graph.forward().run();
    assertArrayEquals(
        new float[] {-2.407606f, -1.407606f, -0.40760598f, -1.3132616f, -0.3132617f, -1001.31226f},
        logs.toArray(),
        1e-4f);
    assertArrayEquals(new float[] {0.83239555f, 0.5822031f}, entropy.toArray(), 1e-6f);
  }

  @Test
  void entropyOfUniformAndOfCertainty() {
    Tensor logs = Softmax.log(input(2, 7, 7, 7, 7, 1e4f, 0, 0, 0));
    Tensor entropy = Softmax.entropy(logs);
    graph.forward().run();
    assertEquals(Math.log(4), entropy.toArray()[0], 1e-6);
    assertEquals(0, entropy.toArray()[1]);
  }

  @Test
  void oneClass() {
    Tensor logs = Softmax.log(input(2, 5, -1e4f));
    Tensor entropy = Softmax.entropy(logs);
    Indices drawn = Softmax.sample(logs, new RandomStream(1));
    graph.forward().run();
    assertArrayEquals(new float[2], logs.toArray());
    assertArrayEquals(new float[2], entropy.toArray());
    assertEquals(0, drawn.get(0) + drawn.get(1));
  }

  /** The second class of the second row underflows to probability 0. */
  @Test
  void frequenciesOfDraws() {
    double[][] probabilities = {{0.5, 0.2, 0.05, 0.25}, {0.1, 0, 0.6, 0.3}};
    float[] logits = new float[8];
    for (int i = 0; i < 8; i++) {
      double p = probabilities[i / 4][i % 4];
      logits[i] = p == 0 ? -1e4f : (float) Math.log(p);
    }
    Indices drawn = Softmax.sample(Softmax.log(input(2, logits)), new RandomStream(12));
    Program program = graph.forward();
    long[][] counts = new long[2][4];
    for (int i = 0; i < 20_000; i++) {
      program.run();
      counts[0][drawn.get(0)]++;
      counts[1][drawn.get(1)]++;
    }
    ChiSquare.check(counts[0], probabilities[0]);
    ChiSquare.check(counts[1], probabilities[1]);
  }

  /** Streams whose next uniform number is the largest there is, and 0. */
  @Test
  void uniformNumbersAtTheEnds() {
    RandomStream random = new RandomStream(0);
    Tensor logits = input(1, -1e4f, 0, 0, 0, -1e4f);
    Indices drawn = Softmax.sample(Softmax.log(logits), random);
    Program program = graph.forward();
    random.restore(new long[] {-1, 0, 0, 1});
    program.run();
    assertEquals(3, drawn.get(0));
    random.restore(new long[] {0, 1, 0, 0});
    program.run();
    assertEquals(1, drawn.get(0));
  }

  @Test
  void sameStreamStateSameDraws() {
    RandomStream random = new RandomStream(9);
    Tensor logs = Softmax.log(input(3, new float[12]));
    Indices drawn = Softmax.sample(logs, random);
    Program program = graph.forward();
    long[] state = random.state();
    int[] first = draws(program, drawn);
    random.restore(state);
    assertArrayEquals(first, draws(program, drawn));
    assertFalse(Arrays.equals(first, draws(program, drawn)));
  }

  private static int[] draws(Program program, Indices drawn) {
    int[] draws = new int[60];
    for (int i = 0; i < draws.length; i++) {
      if (i % drawn.rows() == 0) {
        program.run();
      }
      draws[i] = drawn.get(i % drawn.rows());
    }
    return draws;
  }

  /** One number a row, so that another sampler of the stream knows where it is. */
  @Test
  void oneNumberIsDrawnPerRow() {
    RandomStream random = new RandomStream(9);
    Softmax.sample(Softmax.log(input(3, new float[12])), random);
    graph.forward().run();
    RandomStream other = new RandomStream(9);
    for (int row = 0; row < 3; row++) {
      other.nextDouble();
    }
    assertArrayEquals(other.state(), random.state());
  }

  @Test
  void modeOfTiesIsTheFirst() {
    Tensor logs = Softmax.log(input(4, 1, 3, 3, 0, 0, 0, 2, 1, 2, -5, -4, -3));
    Indices mode = Softmax.mode(logs);
    graph.forward().run();
    assertEquals(1, mode.get(0));
    assertEquals(0, mode.get(1));
    assertEquals(0, mode.get(2));
    assertEquals(2, mode.get(3));
  }

  /** A choice is made anew at every run, from what the logits are then. */
  @Test
  void logitsThatChange() {
    Tensor logits = input(1, 0, 1e4f);
    Tensor logs = Softmax.log(logits);
    Indices mode = Softmax.mode(logs);
    Indices drawn = Softmax.sample(logs, new RandomStream(1));
    Program program = graph.forward();
    program.run();
    assertEquals(1, mode.get(0));
    assertEquals(1, drawn.get(0));
    logits.write(new float[] {1e4f, 0});
    program.run();
    assertEquals(0, mode.get(0));
    assertEquals(0, drawn.get(0));
    assertTrue(Float.isFinite(logs.toArray()[1]));
  }
}
