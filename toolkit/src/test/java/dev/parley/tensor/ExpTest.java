package dev.parley.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.random.RandomStream;
import org.junit.jupiter.api.Test;

final class ExpTest {

  private static float exp(float x) {
    float[] values = {x};
    new Exp().all(values, 0, 1);
    return values[0];
  }

  /**
   * One unit in the last place is up to 1.2e-7 of a float; half of that is the rounding alone. As
   * many values as no whole number of vectors or stretches.
   */
  @Test
  void relativeErrorIsThatOfTwoRoundings() {
    RandomStream random = new RandomStream(1);
    float[] x = new float[1_000_003];
    for (int i = 0; i < x.length; i++) {
      x[i] = (float) (157 * random.nextDouble() - 70);
    }
    float[] y = x.clone();
    new Exp().all(y, 0, y.length);
    double worst = 0;
    for (int i = 0; i < x.length; i++) {
      double exact = Math.exp(x[i]);
      worst = Math.max(worst, Math.abs(y[i] - exact) / exact);
    }
    assertTrue(worst < 1.8e-7, "relative error " + worst);
  }

  @Test
  void ends() {
    assertEquals(1, exp(0));
    assertEquals(1, exp(-0f));
    assertEquals(0, exp(-1000));
    assertEquals(0, exp(-87.3f));
    assertEquals(0, exp(Float.NEGATIVE_INFINITY));
    assertEquals(exp(87.3f), exp(Float.POSITIVE_INFINITY));
    assertTrue(Float.isNaN(exp(Float.NaN)));
  }

  @Test
  void aloneAndAmongManyAreTheSameBits() {
    float[] x = new float[10_001];
    for (int i = 0; i < x.length; i++) {
      x[i] = (i - 5000) / 50f;
    }
    float[] all = x.clone();
    new Exp().all(all, 0, all.length);
    for (int i = 0; i < x.length; i++) {
      assertEquals(exp(x[i]), all[i]);
    }
  }
}
