package dev.parley.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.parley.random.RandomStream;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Goldens are from scikit-learn 1.9.1: PCA().fit(rows). */
final class PcaTest {

  private static final double DIGITS = 1e-12;

  private static final double[][] ROWS = {
    {0, 1, 2, 3}, {3, 5, 10, 7}, {1, 4, 2, 6}, {5, 9, 0, 0},
    {4, 9, 4, 0}, {9, 4, 3, 6}, {9, 5, 8, 7}, {4, 1, 8, 3}
  };

  @Test
  void components() {
    Pca pca = Pca.of(ROWS, 4);
    double[][] components = {
      {0.24210410084965547, -0.3597923090347877, 0.7144045209495252, 0.5491459543309728},
      {0.7970015007058308, 0.5983374897495882, 0.06749897406998107, -0.04716719975062661},
      {-0.4155944077028955, 0.44463171530362927, 0.6795897216307945, -0.4095628599934454},
      {-0.3653156176657565, 0.5611099539891712, -0.15240695259783327, 0.7269609616916157}
    };
    for (int i = 0; i < 4; i++) {
      assertArrayEquals(components[i], pca.components()[i], DIGITS);
    }
    assertArrayEquals(
        new double[] {19.262112828772217, 12.9221053572049, 6.225648463224604, 3.197276207941161},
        pca.variances(),
        DIGITS);
    assertArrayEquals(
        new double[] {
          0.46295206798765826, 0.31057420601007474, 0.14962931928780157, 0.07684440671446564
        },
        pca.shares(),
        DIGITS);
    assertArrayEquals(
        new double[] {
          -2.1344421041602653, -5.860664759332039, -1.2235035579758322, -0.8327992112940108
        },
        pca.project(ROWS)[0],
        DIGITS);
  }

  @Test
  void firstComponentsAreTheSame() {
    Pca two = Pca.of(ROWS, 2);
    assertEquals(2, two.components().length);
    assertArrayEquals(Pca.of(ROWS, 4).components()[1], two.components()[1]);
    assertArrayEquals(Pca.of(ROWS, 9).variances(), Pca.of(ROWS, 4).variances());
  }

  /** Components are orthonormal, and the projection keeps all distances. */
  @Test
  void moreDimensionsThanRows() {
    RandomStream random = new RandomStream(1);
    double[][] rows = new double[20][60];
    for (double[] row : rows) {
      Arrays.setAll(row, j -> random.nextGaussian());
    }
    Pca pca = Pca.of(rows, 60);
    double[][] components = pca.components();
    for (int i = 0; i < 60; i++) {
      for (int j = 0; j < 60; j++) {
        double product = 0;
        for (int k = 0; k < 60; k++) {
          product += components[i][k] * components[j][k];
        }
        assertEquals(i == j ? 1 : 0, product, DIGITS);
      }
    }
    assertEquals(1, Arrays.stream(pca.shares()).sum(), DIGITS);
    assertEquals(0, pca.variances()[19], DIGITS);
    double[][] places = pca.project(rows);
    assertEquals(distance(rows[3], rows[7]), distance(places[3], places[7]), 1e-10);
  }

  private static double distance(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum;
  }

  /** Padded with what does not vary, vectors have the same components: 8 of 5,000 dimensions. */
  @Test
  void farMoreDimensionsThanRows() {
    double[][] wide = Arrays.stream(ROWS).map(r -> Arrays.copyOf(r, 5000)).toArray(double[][]::new);
    Pca few = Pca.of(wide, 6);
    Pca all = Pca.of(ROWS, 4);
    for (int i = 0; i < 4; i++) {
      assertArrayEquals(Arrays.copyOf(all.components()[i], 5000), few.components()[i], 1e-9);
    }
    assertArrayEquals(Arrays.copyOf(all.variances(), 6), few.variances(), 1e-9);
    assertArrayEquals(Arrays.copyOf(all.shares(), 6), few.shares(), 1e-9);
    assertEquals(1, few.components()[5][5], 1e-9);
  }

  /**
   * The covariance alone would take minutes: messages of 70 symbols of 64 have 4,480 dimensions.
   */
  @Test
  void longMessagesAreQuick() {
    RandomStream random = new RandomStream(3);
    double[][] rows = new double[80][4480];
    for (double[] row : rows) {
      Arrays.setAll(row, j -> random.nextInt(64) == 0 ? 1 : 0);
    }
    Pca pca = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> Pca.of(rows, 2));
    double sum = 0;
    for (double[] place : pca.project(rows)) {
      sum += place[0] * place[0];
    }
    assertEquals(pca.variances()[0], sum / 79, 1e-9);
  }

  @Test
  void nothingVaries() {
    Pca pca = Pca.of(new double[][] {{1, 2}, {1, 2}, {1, 2}}, 2);
    assertArrayEquals(new double[2], pca.variances());
    assertArrayEquals(new double[2], pca.shares());
    assertArrayEquals(new double[] {1, 0}, pca.components()[0]);
    assertArrayEquals(new double[2], pca.project(new double[][] {{1, 2}})[0]);
    assertArrayEquals(new double[] {3, 4}, Pca.of(new double[][] {{3, 4}}, 1).mean());
  }

  @Test
  void noRows() {
    Pca pca = Pca.of(new double[0][], 2);
    assertEquals(0, pca.components().length);
    assertEquals(0, pca.project(new double[0][]).length);
  }

  @Test
  void wrongArguments() {
    assertEquals(
        "row 1: got 1 numbers, allowed: 2",
        assertThrows(IllegalArgumentException.class, () -> Pca.of(new double[][] {{1, 2}, {1}}, 1))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> Pca.of(new double[][] {{Double.NaN}}, 1));
    assertThrows(IllegalArgumentException.class, () -> Pca.of(ROWS, 0));
    assertThrows(
        IllegalArgumentException.class, () -> Pca.of(ROWS, 1).project(new double[][] {{1}}));
  }

  @Test
  void textSaysWhatTheComponentsShow() {
    double[][] line = {{0, 0}, {3, 4}};
    assertEquals("2 of 2 components: 100.0, 0.0 % of the variance", Pca.of(line, 2).toString());
    assertEquals("0 of 0 components: no rows", Pca.of(new double[0][], 2).toString());
  }
}
