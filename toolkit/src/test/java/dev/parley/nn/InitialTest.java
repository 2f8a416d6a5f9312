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
}
