package dev.parley.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.random.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class NoiseTest {

  private static final double EULER_MASCHERONI = 0.5772156649;

  private final Graph graph = new Graph();

  @AfterEach
  void close() {
    graph.close();
  }

  private static double[] moments(float[] values) {
    double mean = 0;
    double square = 0;
    for (float v : values) {
      mean += v / (double) values.length;
      square += (double) v * v / values.length;
    }
    return new double[] {mean, square - mean * mean};
  }

  /** Within five standard errors. */
  @Test
  void momentsOfManyDraws() {
    RandomStream stream = new RandomStream(51);
    Tensor normal = Noise.normal(graph, 200, 500, 2, stream);
    Tensor gumbel = Noise.gumbel(graph, 200, 500, stream);
    graph.forward().run();
    double[] n = moments(normal.toArray());
    assertEquals(0, n[0], 5 * 2 / Math.sqrt(1e5));
    assertEquals(4, n[1], 5 * 4 * Math.sqrt(2 / 1e5));
    double[] g = moments(gumbel.toArray());
    assertEquals(EULER_MASCHERONI, g[0], 5 * 1.3 / Math.sqrt(1e5));
    assertEquals(Math.PI * Math.PI / 6, g[1], 5 * 3.5 / Math.sqrt(1e5));
  }

  @Test
  void drawnAnewAtEachRunAndAgainFromTheSameState() {
    RandomStream stream = new RandomStream(52);
    Tensor noise = Noise.normal(graph, 3, 4, 1, stream);
    Program program = graph.forward();
    long[] state = stream.state();
    program.run();
    float[] first = noise.toArray();
    program.run();
    assertFalse(Arrays.equals(first, noise.toArray()));
    stream.restore(state);
    program.run();
    assertArrayEquals(first, noise.toArray());
  }

  /** Streams whose next uniform number is 0, and the largest there is. */
  @Test
  void gumbelNoiseOfUniformNumbersAtTheEndsIsFinite() {
    RandomStream stream = new RandomStream(0);
    Tensor noise = Noise.gumbel(graph, 1, 1, stream);
    Program program = graph.forward();
    stream.restore(new long[] {0, 1, 0, 0});
    program.run();
    assertEquals(-Math.log(54 * Math.log(2)), noise.item(), 1e-5);
    stream.restore(new long[] {-1, 0, 0, 1});
    program.run();
    assertTrue(noise.item() > 30 && noise.item() < 40, "got " + noise.item());
  }

  @Test
  void deviationZeroIsNoNoise() {
    Tensor noise = Noise.normal(graph, 2, 2, 0, new RandomStream(53));
    graph.forward().run();
    for (float v : noise.toArray()) {
      assertEquals(0, Math.abs(v));
    }
  }
}
