package dev.parley.nn;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.random.ChiSquare;
import dev.parley.random.RandomStream;
import org.junit.jupiter.api.Test;

final class InitialTest {

  @Test
  void uniformFillsItsRangeEvenly() {
    double bound = 0.25;
    long[] counts = new long[50];
    for (float value : Initial.uniform(20_000, bound, new RandomStream(2))) {
      assertTrue(Math.abs(value) <= bound, "value " + value);
      counts[(int) Math.min(49, (value / bound + 1) / 2 * 50)]++;
    }
    ChiSquare.checkUniform(counts);
  }

  /** Bounds are five standard errors. */
  @Test
  void normalHasItsDeviation() {
    int n = 20_000;
    double sum = 0;
    double squares = 0;
    for (float value : Initial.normal(n, 3, new RandomStream(2))) {
      sum += value;
      squares += (double) value * value;
    }
    assertEquals(0, sum / n, 5 * 3 / Math.sqrt(n));
    assertEquals(9, squares / n, 5 * 9 * Math.sqrt(2.0 / n));
  }

  @Test
  void oneNumberAValueInOrder() {
    RandomStream stream = new RandomStream(8);
    float[] first = Initial.uniform(3, 1, stream);
    float[] second = Initial.normal(2, 1, stream);
    RandomStream other = new RandomStream(8);
    for (float value : first) {
      assertEquals((float) (2 * other.nextDouble() - 1), value);
    }
    for (float value : second) {
      assertEquals((float) other.nextGaussian(), value);
    }
  }

  @Test
  void nothing() {
    RandomStream stream = new RandomStream(8);
    assertEquals(0, Initial.uniform(0, 1, stream).length);
    assertEquals(0, Initial.normal(0, 1, stream).length);
    assertArrayEquals(new RandomStream(8).state(), stream.state());
  }

  /** Wide, square and tall; what is short of the other side is at right angles. */
  @Test
  void orthogonal() {
    int[][] shapes = {{3, 8}, {8, 3}, {64, 64}, {1, 5}, {5, 1}};
    for (int[] shape : shapes) {
      int rows = shape[0];
      int columns = shape[1];
      float[] m = Initial.orthogonal(rows, columns, 1.5, new RandomStream(4));
      boolean wide = rows <= columns;
      int count = Math.min(rows, columns);
      int length = Math.max(rows, columns);
      for (int a = 0; a < count; a++) {
        for (int b = 0; b <= a; b++) {
          double dot = 0;
          for (int i = 0; i < length; i++) {
            dot +=
                wide
                    ? m[a * columns + i] * m[b * columns + i]
                    : m[i * columns + a] * m[i * columns + b];
          }
          assertEquals(a == b ? 2.25 : 0, dot, 1e-5, rows + " by " + columns);
        }
      }
    }
  }

  /** Every entry has mean 0 and variance gain² / longer side; bounds are five standard errors. */
  @Test
  void orthogonalIsEvenlyDistributed() {
    RandomStream stream = new RandomStream(6);
    int draws = 4000;
    double[] sums = new double[6];
    double[] squares = new double[6];
    for (int draw = 0; draw < draws; draw++) {
      float[] m = Initial.orthogonal(2, 3, 1, stream);
      for (int i = 0; i < 6; i++) {
        sums[i] += m[i] / draws;
        squares[i] += m[i] * m[i] / (double) draws;
      }
    }
    for (int i = 0; i < 6; i++) {
      assertEquals(0, sums[i], 5 * Math.sqrt(1 / 3.0 / draws), "at " + i);
      assertEquals(1 / 3.0, squares[i], 5 * Math.sqrt(4 / 45.0 / draws), "at " + i);
    }
  }
}
