package dev.parley.vq;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.nn.Initial;
import dev.parley.random.RandomStream;
import dev.parley.tensor.Graph;
import dev.parley.tensor.Indices;
import java.util.Arrays;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class RunningCodesTest {

  private final Graph graph = new Graph();

  @AfterEach
  void close() {
    graph.close();
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 10);
  }

  private Indices indices(int... values) {
    Indices indices = graph.indices(values.length);
    for (int row = 0; row < values.length; row++) {
      indices.set(row, values[row]);
    }
    return indices;
  }

  /** The formulas of the class, in 64-bit floats. */
  private static final class Reference {

    static final double EPSILON = 1e-5;

    final int dimensions;
    final double decay;
    final double[] uses;
    final double[] sums;

    Reference(float[] initial, int codes, double decay, int batch) {
      dimensions = initial.length / codes;
      this.decay = decay;
      uses = new double[codes];
      Arrays.fill(uses, (double) batch / codes);
      sums = new double[initial.length];
      Arrays.setAll(sums, i -> initial[i] * uses[i / dimensions]);
    }

    void observe(float[] latents, Indices nearest) {
      double[] n = new double[uses.length];
      double[] s = new double[sums.length];
      for (int row = 0; row < nearest.rows(); row++) {
        n[nearest.get(row)]++;
        for (int d = 0; d < dimensions; d++) {
          s[nearest.get(row) * dimensions + d] += latents[row * dimensions + d];
        }
      }
      Arrays.setAll(uses, k -> decay * uses[k] + (1 - decay) * n[k]);
      Arrays.setAll(sums, i -> decay * sums[i] + (1 - decay) * s[i]);
    }

    double mean(int code, int dimension) {
      double total = Arrays.stream(uses).sum();
      double smoothed = (uses[code] + EPSILON) / (total + uses.length * EPSILON) * total;
      return sums[code * dimensions + dimension] / smoothed;
    }
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void equalsTheFormulas(long seed) {
    RandomStream random = new RandomStream(seed);
    int codes = 1 + random.nextInt(9);
    int dimensions = 1 + random.nextInt(5);
    int batch = 1 + random.nextInt(20);
    double decay = random.nextInt(3) == 0 ? 0.99 : random.nextDouble();
    float[] vectors = Initial.normal(codes * dimensions, 1, random);
    RunningCodes running = new RunningCodes(vectors, codes, decay, batch);
    Reference reference = new Reference(vectors, codes, decay, batch);
    for (int step = 0; step < 50; step++) {
      float[] latents = Initial.normal(batch * dimensions, 1, random);
      Indices nearest = graph.indices(batch);
      for (int row = 0; row < batch; row++) {
        nearest.set(row, random.nextInt(codes));
      }
      running.observe(latents, nearest, batch);
      running.means(vectors);
      reference.observe(latents, nearest);
      for (int i = 0; i < vectors.length; i++) {
        double expected = reference.mean(i / dimensions, i % dimensions);
        assertEquals(expected, vectors[i], 1e-4 * (1 + Math.abs(expected)));
      }
    }
  }

  @Test
  void meansStartAtTheInitialCodes() {
    float[] initial = {1, 2, -3, 4, 0, 5};
    float[] vectors = new float[6];
    new RunningCodes(initial, 3, 0.9, 12).means(vectors);
    assertArrayEquals(initial, vectors, 1e-5f);
  }

  @Test
  void initialCodesAreCopied() {
    float[] initial = {1, 2};
    RunningCodes running = new RunningCodes(initial, 1, 0.9, 1);
    initial[0] = 100;
    float[] vectors = new float[2];
    running.means(vectors);
    assertArrayEquals(new float[] {1, 2}, vectors, 1e-5f);
  }

  /** With a decay of 0 a code is the mean of its latents in the last batch. */
  @Test
  void withoutMemoryACodeIsTheMeanOfTheBatch() {
    RunningCodes running = new RunningCodes(new float[] {9, 9, 9, 9}, 2, 0, 3);
    float[] vectors = new float[4];
    running.observe(new float[] {1, 2, 3, 4, 10, 20}, indices(1, 1, 0), 3);
    running.means(vectors);
    assertArrayEquals(new float[] {10, 20, 2, 3}, vectors, 1e-3f);
  }

  /** A code without a latent keeps its place while its use decays. */
  @Test
  void unusedCodeStays() {
    RunningCodes running = new RunningCodes(new float[] {5, -7}, 2, 0.9, 4);
    float[] vectors = new float[2];
    for (int step = 0; step < 20; step++) {
      running.observe(new float[] {1, 1, 1, 1}, indices(0, 0, 0, 0), 4);
    }
    running.means(vectors);
    assertEquals(1, vectors[0], 0.5);
    assertEquals(-7, vectors[1], 1e-2);
  }

  /** Uses after one batch of three with decay 0.5: 1.5, 1, 0.5. */
  private RunningCodes afterOneBatch(float[] vectors) {
    RunningCodes running = new RunningCodes(vectors, 3, 0.5, 3);
    running.observe(new float[] {1, 2, 3}, indices(0, 0, 1), 3);
    running.means(vectors);
    return running;
  }

  @Test
  void restartMovesExactlyTheDeadCodes() {
    float[] vectors = {10, 20, 30};
    RunningCodes running = afterOneBatch(vectors);
    float[] before = vectors.clone();
    float[] latents = {1, 2, 3};
    int moved = running.restart(0.75f, latents, 3, vectors, new RandomStream(5));
    assertEquals(1, moved);
    int row = new RandomStream(5).nextInt(3);
    assertArrayEquals(new float[] {before[0], before[1], latents[row]}, vectors);
  }

  /** The means of a moved code are its new place; those of the others are as they were. */
  @Test
  void restartMovesTheMeansToo() {
    float[] vectors = {10, 20, 30};
    RunningCodes running = afterOneBatch(vectors);
    running.restart(0.75f, new float[] {1, 2, 3}, 3, vectors, new RandomStream(5));
    float[] means = new float[3];
    running.means(means);
    assertArrayEquals(vectors, means, 1e-3f);
    float[] again = vectors.clone();
    assertEquals(0, running.restart(0.75f, new float[] {7, 8, 9}, 3, again, new RandomStream(6)));
    assertArrayEquals(vectors, again);
  }

  @Test
  void useAtTheBoundIsAlive() {
    float[] vectors = {10, 20, 30};
    RunningCodes running = afterOneBatch(vectors);
    float[] before = vectors.clone();
    RandomStream stream = new RandomStream(5);
    assertEquals(0, running.restart(0.5f, new float[] {1, 2, 3}, 3, vectors, stream));
    assertEquals(0, running.restart(0, new float[] {1, 2, 3}, 3, vectors, stream));
    assertArrayEquals(before, vectors);
    assertArrayEquals(new RandomStream(5).state(), stream.state());
  }

  @Test
  void allCodesDead() {
    float[] vectors = {10, 20, 30};
    RunningCodes running = afterOneBatch(vectors);
    float[] latents = {1, 2, 3};
    assertEquals(3, running.restart(100, latents, 3, vectors, new RandomStream(5)));
    for (float vector : vectors) {
      assertTrue(vector >= 1 && vector <= 3, "code " + vector);
    }
  }
}
