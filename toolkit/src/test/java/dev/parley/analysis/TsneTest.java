package dev.parley.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.random.RandomStream;
import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class TsneTest {

  private static final int CLASSES = 10;

  /** Normal clouds of deviation 1 around centres of deviation {@code apart}, in 64 dimensions. */
  private static double[][] clouds(int n, double apart) {
    RandomStream random = new RandomStream(11);
    double[][] centres = new double[CLASSES][64];
    for (double[] centre : centres) {
      Arrays.setAll(centre, j -> apart * random.nextGaussian());
    }
    double[][] rows = new double[n][64];
    for (int i = 0; i < n; i++) {
      double[] centre = centres[i % CLASSES];
      Arrays.setAll(rows[i], j -> centre[j] + random.nextGaussian());
    }
    return rows;
  }

  /** The share of points whose class most of their 15 nearest neighbours have. */
  private static double accuracy(double[] x, double[] y) {
    int right = 0;
    for (int i = 0; i < x.length; i++) {
      int point = i;
      int[] votes = new int[CLASSES];
      IntStream.range(0, x.length)
          .filter(j -> j != point)
          .boxed()
          .sorted(Comparator.comparingDouble(j -> Math.hypot(x[j] - x[point], y[j] - y[point])))
          .limit(15)
          .forEach(j -> votes[j % CLASSES]++);
      int own = votes[i % CLASSES];
      right += Arrays.stream(votes).allMatch(v -> v <= own) ? 1 : 0;
    }
    return (double) right / x.length;
  }

  @Test
  void cloudsSeparate() {
    double[][] rows = clouds(300, 0.7);
    Tsne map = Tsne.of(rows, new RandomStream(1));
    assertTrue(accuracy(map.x(), map.y()) > 0.95);
    double[][] flat = Pca.of(rows, 2).project(rows);
    double[] x = Arrays.stream(flat).mapToDouble(p -> p[0]).toArray();
    double[] y = Arrays.stream(flat).mapToDouble(p -> p[1]).toArray();
    assertTrue(accuracy(x, y) < accuracy(map.x(), map.y()));
    assertEquals(0, Arrays.stream(map.x()).sum(), 1e-9);
  }

  /** Of the same start, after more steps less is left to gain. */
  @Test
  void divergenceFalls() {
    double[][] rows = clouds(120, 0.7);
    double before = Double.POSITIVE_INFINITY;
    for (int iterations : new int[] {1, 300, 450, 900}) {
      double after = Tsne.of(rows, 20, iterations, new RandomStream(1)).divergence();
      assertTrue(after < before, () -> "after " + iterations);
      before = after;
    }
    assertTrue(before > 0);
  }

  @Test
  void sameSeed() {
    double[][] rows = clouds(60, 1);
    Tsne map = Tsne.of(rows, new RandomStream(1));
    Tsne again = Tsne.of(rows, new RandomStream(1));
    assertArrayEquals(map.x(), again.x());
    assertArrayEquals(map.y(), again.y());
    assertEquals(map.divergence(), again.divergence());
    assertNotEquals(map.x()[0], Tsne.of(rows, new RandomStream(2)).x()[0]);
  }

  /** Each point of a regular simplex sees all others alike: p = 1 / n (n - 1). */
  @Test
  void neighboursOfASimplex() {
    double[][] rows = new double[6][6];
    for (int i = 0; i < 6; i++) {
      rows[i][i] = 1;
    }
    for (double p : Neighbours.of(rows, 2)) {
      assertEquals(1 / 30.0, p, 1e-15);
    }
  }

  /** The entropy of p(. | i) is the logarithm of the perplexity, here seen at a point far off. */
  @Test
  void perplexity() {
    double[][] rows = clouds(50, 1);
    double[] joint = Neighbours.of(rows, 7);
    assertEquals(0.5, Arrays.stream(joint).sum(), 1e-12);
    double[] one = Neighbours.of(new double[][] {{0}, {1}, {3}}, 1);
    // At perplexity 1 each has its nearest alone: 1 has 0, 0 has 1, 3 has 1.
    assertArrayEquals(new double[] {1 / 3.0, 0, 1 / 6.0}, one, 1e-4);
  }

  /** Equal rows come apart a little, others further. */
  @Test
  void equalRows() {
    double[][] rows = new double[60][];
    Arrays.setAll(rows, i -> new double[] {i % 2, 1 - i % 2});
    Tsne map = Tsne.of(rows, 5, 500, new RandomStream(1));
    assertEquals(60, Arrays.stream(map.x()).distinct().count());
    assertTrue(Arrays.stream(map.x()).allMatch(Double::isFinite));
    double[][] same = new double[40][3];
    assertTrue(Arrays.stream(Tsne.of(same, new RandomStream(1)).y()).allMatch(Double::isFinite));
  }

  @Test
  void fewRows() {
    assertEquals(0, Tsne.of(new double[0][], new RandomStream(1)).x().length);
    Tsne one = Tsne.of(new double[][] {{5, 5}}, new RandomStream(1));
    assertArrayEquals(new double[] {0}, one.x());
    assertArrayEquals(new double[] {0}, one.y());
    assertEquals(0, one.divergence());
    for (int n = 2; n < 6; n++) {
      Tsne map = Tsne.of(clouds(n, 1), new RandomStream(1));
      assertTrue(Arrays.stream(map.x()).allMatch(Double::isFinite));
      assertTrue(Double.isFinite(map.divergence()));
    }
    assertEquals(2, Tsne.of(new double[2][0], new RandomStream(1)).x().length);
  }

  @Test
  void wrongArguments() {
    RandomStream random = new RandomStream(1);
    double[][] rows = clouds(5, 1);
    assertThrows(IllegalArgumentException.class, () -> Tsne.of(rows, 0.5, 10, random));
    assertThrows(IllegalArgumentException.class, () -> Tsne.of(rows, 5, 0, random));
    assertEquals(
        "rows: got 3001, allowed: at most 3000; draw some of them",
        assertThrows(IllegalArgumentException.class, () -> Tsne.of(new double[3001][1], random))
            .getMessage());
  }

  @Test
  void textSaysHowManyPoints() {
    assertEquals(
        "map of 1 points, divergence 0.000 nats",
        Tsne.of(new double[][] {{1, 2}}, new RandomStream(1)).toString());
  }
}
