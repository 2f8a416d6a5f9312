package dev.parley.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.random.RandomStream;
import org.junit.jupiter.api.Test;

final class ExpTest {

  /** One unit in the last place is up to 1.2e-7 of a float; half of that is the rounding alone. */
  @Test
  void relativeErrorIsThatOfTwoRoundings() {
    RandomStream random = new RandomStream(1);
    double worst = 0;
    for (int i = 0; i < 1_000_000; i++) {
      float x = (float) (157 * random.nextDouble() - 70);
      double exact = Math.exp(x);
      worst = Math.max(worst, Math.abs(Exp.of(x) - exact) / exact);
    }
    assertTrue(worst < 1.8e-7, "relative error " + worst);
  }

  @Test
  void ends() {
    assertEquals(1, Exp.of(0));
    assertEquals(1, Exp.of(-0f));
    assertEquals(0, Exp.of(-1000));
    assertEquals(0, Exp.of(-87.3f));
    assertEquals(0, Exp.of(Float.NEGATIVE_INFINITY));
    assertEquals(Exp.of(87.3f), Exp.of(Float.POSITIVE_INFINITY));
    assertTrue(Float.isNaN(Exp.of(Float.NaN)));
  }

  @Test
  void manyAtOnceAreTheSameBits() {
    float[] x = new float[10_001];
    float[] expected = new float[x.length];
    for (int i = 0; i < x.length; i++) {
      x[i] = (i - 5000) / 50f;
      expected[i] = Exp.of(x[i]);
    }
    Exp.all(x, new int[x.length]);
    assertArrayEquals(expected, x);
  }
}
