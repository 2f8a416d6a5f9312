package dev.parley.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.random.RandomStream;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** scikit-learn 1.9.1 finds the three groups too: KMeans(3) and HDBSCAN(min_cluster_size=5). */
final class ClustersTest {

  private static final double[][] GROUPS = Lehmer.groups();

  @Test
  void kMeansOfGroupsFarApart() {
    for (int seed = 0; seed < 10; seed++) {
      Clusters found = Clusters.kMeans(GROUPS, 3, new RandomStream(seed));
      assertArrayEquals(Lehmer.group(), found.assignment());
      assertEquals(3, found.count());
      assertEquals(1, found.nmi(Lehmer.group()), 1e-12);
    }
  }

  @Test
  void kMeansOfTheSameSeed() {
    int[] found = Clusters.kMeans(GROUPS, 7, new RandomStream(4)).assignment();
    assertArrayEquals(found, Clusters.kMeans(GROUPS, 7, new RandomStream(4)).assignment());
    assertEquals(7, Arrays.stream(found).distinct().count());
  }

  @Test
  void kMeansOfFewDifferentRows() {
    double[][] rows = {{1, 0}, {0, 1}, {1, 0}};
    assertArrayEquals(
        new int[] {0, 1, 0}, Clusters.kMeans(rows, 5, new RandomStream(1)).assignment());
    assertArrayEquals(new int[3], Clusters.kMeans(rows, 1, new RandomStream(1)).assignment());
    assertEquals(0, Clusters.kMeans(new double[0][], 3, new RandomStream(1)).count());
    assertArrayEquals(
        new int[2], Clusters.kMeans(new double[2][0], 3, new RandomStream(1)).assignment());
  }

  @Test
  void densityOfGroupsFarApart() {
    Clusters found = Clusters.hdbscan(GROUPS, 5);
    assertArrayEquals(Lehmer.group(), found.assignment());
    assertEquals(0, found.noise());
  }

  /** As HDBSCAN of scikit-learn has them, a row far from all is noise. */
  @Test
  void densityWithRowsFarFromAll() {
    double[][] rows = Arrays.copyOf(GROUPS, 92);
    rows[90] = new double[] {-20, 3, 0};
    rows[91] = new double[] {30, 30, 30};
    int[] found = Clusters.hdbscan(rows, 5).assignment();
    assertArrayEquals(Lehmer.group(), Arrays.copyOf(found, 90));
    assertEquals(Clusters.NOISE, found[90]);
    assertEquals(Clusters.NOISE, found[91]);
  }

  /** Messages are often equal: four of them, thirty times each, and two that are said once. */
  @Test
  void densityOfEqualRows() {
    int[][] symbols = new int[122][];
    Arrays.setAll(symbols, i -> new int[] {i % 4, i % 4});
    symbols[120] = new int[] {0, 3};
    symbols[121] = new int[] {2, 1};
    double[][] rows = OneHot.of(Messages.of(symbols, 4));
    Clusters found = Clusters.hdbscan(rows, 5);
    int[] types = IntStream.range(0, 120).map(i -> i % 4).toArray();
    assertEquals(1, Nmi.of(types, Arrays.copyOf(found.assignment(), 120)), 1e-12);
    assertEquals(4, found.count());
    assertArrayEquals(found.assignment(), Clusters.hdbscan(rows, 5).assignment());
  }

  @Test
  void densityOfFewRows() {
    assertArrayEquals(
        new int[] {-1, -1}, Clusters.hdbscan(new double[][] {{0}, {1}}, 3).assignment());
    assertArrayEquals(new int[4], Clusters.hdbscan(new double[4][2], 3).assignment());
    assertEquals(0, Clusters.hdbscan(new double[0][], 3).count());
    assertEquals(2, Clusters.hdbscan(new double[][] {{0}, {1}}, 3).noise());
  }

  @Test
  void wrongArguments() {
    RandomStream random = new RandomStream(1);
    assertThrows(IllegalArgumentException.class, () -> Clusters.kMeans(GROUPS, 0, random));
    assertThrows(IllegalArgumentException.class, () -> Clusters.hdbscan(GROUPS, 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> Clusters.hdbscan(new double[][] {{1}, {Double.POSITIVE_INFINITY}}, 2));
    assertThrows(
        IllegalArgumentException.class, () -> Clusters.kMeans(GROUPS, 2, random).nmi(new int[1]));
  }

  /** Two positions of two symbols: columns are those that occur, in order. */
  @Test
  void messagesAsVectors() {
    double[][] rows = OneHot.of(Messages.of(new int[][] {{3, 1}, {0}, {3, 2}}, 4));
    assertArrayEquals(new double[] {0, 1, 1, 0}, rows[0]);
    assertArrayEquals(new double[] {1, 0, 0, 0}, rows[1]);
    assertArrayEquals(new double[] {0, 1, 0, 1}, rows[2]);
    assertEquals(0, OneHot.of(Messages.of(new int[2][0], 4))[0].length);
  }

  @Test
  void textSaysHowManyGroups() {
    double[][] rows = {{1}, {2}, {3}};
    assertEquals("3 groups of 3 rows", Clusters.kMeans(rows, 3, new RandomStream(1)).toString());
    assertEquals("1 group of 3 rows", Clusters.kMeans(rows, 1, new RandomStream(1)).toString());
    assertEquals("0 groups of 3 rows, 3 in none", Clusters.hdbscan(rows, 5).toString());
  }
}
