package dev.parley.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.nn.Initial;
import dev.parley.random.RandomStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

final class CodesTest {

  private final Graph graph = new Graph();

  @AfterEach
  void close() {
    graph.close();
  }

  static LongStream seeds() {
    return LongStream.rangeClosed(1, 12);
  }

  private Tensor input(int rows, float... values) {
    Tensor t = graph.input(rows, values.length / rows);
    t.write(values);
    return t;
  }

  private int[] nearest(Tensor z, Tensor codebook) {
    Indices nearest = Codes.nearest(z, codebook);
    graph.forward().run();
    int[] codes = new int[nearest.rows()];
    for (int row = 0; row < codes.length; row++) {
      codes[row] = nearest.get(row);
    }
    return codes;
  }

  @Test
  void tieGoesToLowestIndex() {
    Tensor codebook = input(4, 5, 5, 1, 0, -1, 0, 1, 0);
    assertEquals(1, nearest(input(1, 0, 0), codebook)[0]);
    assertEquals(1, nearest(input(1, 1, 0), codebook)[0]);
  }

  @Test
  void allCodesEqual() {
    assertEquals(0, nearest(input(1, 3, -2), input(3, 1, 1, 1, 1, 1, 1))[0]);
  }

  @Test
  void oneCode() {
    assertEquals(0, nearest(input(2, 1e6f, -1e6f), input(1, 0))[1]);
  }

  /** A code at the place of a latent is its nearest, even among longer and shorter vectors. */
  @Test
  void codeAtTheLatentItself() {
    float[] rows = {0, 0, 1, 1, 2, 2, 100, 100, -3, 4};
    Tensor codebook = input(5, rows);
    int[] codes = nearest(input(5, rows), codebook);
    for (int i = 0; i < 5; i++) {
      assertEquals(i, codes[i]);
    }
  }

  /** Where two codes are equally near but for rounding, either is right. */
  @ParameterizedTest
  @MethodSource("seeds")
  void equalsBruteForce(long seed) {
    RandomStream random = new RandomStream(seed);
    int rows = 1 + random.nextInt(60);
    int codes = 1 + random.nextInt(40);
    int dimensions = 1 + random.nextInt(20);
    float[] z = Initial.normal(rows * dimensions, 1, random);
    float[] book = Initial.normal(codes * dimensions, 1, random);
    int[] nearest = nearest(input(rows, z), input(codes, book));
    int exact = 0;
    for (int row = 0; row < rows; row++) {
      int best = 0;
      for (int code = 1; code < codes; code++) {
        if (distance(z, row, book, code, dimensions) < distance(z, row, book, best, dimensions)) {
          best = code;
        }
      }
      double least = distance(z, row, book, best, dimensions);
      assertEquals(least, distance(z, row, book, nearest[row], dimensions), 1e-4);
      exact += best == nearest[row] ? 1 : 0;
    }
    assertTrue(exact >= rows - 1, exact + " of " + rows);
  }

  private static double distance(float[] z, int row, float[] book, int code, int dimensions) {
    double sum = 0;
    for (int d = 0; d < dimensions; d++) {
      double difference = (double) z[row * dimensions + d] - book[code * dimensions + d];
      sum += difference * difference;
    }
    return sum;
  }

  @Test
  void codebookThatMoves() {
    try (Parameters parameters = new Parameters()) {
      Tensor codebook = parameters.add(2, 1, new float[] {0, 10});
      Tensor z = input(1, 4);
      Indices nearest = Codes.nearest(z, codebook);
      Program program = graph.forward();
      program.run();
      assertEquals(0, nearest.get(0));
      codebook.write(new float[] {0, 5});
      program.run();
      assertEquals(1, nearest.get(0));
      z.write(new float[] {-1});
      program.run();
      assertEquals(0, nearest.get(0));
    }
  }

  /** The codes of a quantiser that learns by gradient: looked up and moved in one program. */
  @Test
  void gradientReachesTheChosenCodes() {
    try (Parameters parameters = new Parameters()) {
      Tensor codebook = parameters.add(3, 1, new float[] {0, 10, 20});
      Tensor z = input(3, 1, 2, 18);
      Tensor quantised = Lookup.rows(codebook, Codes.nearest(z, codebook));
      Tensor difference = Elementwise.subtract(quantised, z);
      Tensor loss = Reduce.sum(Elementwise.multiply(difference, difference));
      graph.backward(loss).run();
      assertEquals(1 + 4 + 4, loss.item(), 1e-5);
      float[] gradient = codebook.gradientToArray();
      assertEquals(2 * (0 - 1) + 2 * (0 - 2), gradient[0], 1e-5);
      assertEquals(0, gradient[1]);
      assertEquals(2 * (20 - 18), gradient[2], 1e-5);
    }
  }
}
