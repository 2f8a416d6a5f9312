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

  private static float tanh(float x) {
    float[] values = {x};
    new Exp().tanh(values, 1);
    return values[0];
  }

  /** Relative to results of every size, down to those that are no more than their argument. */
  @Test
  void relativeErrorOfTanhIsThatOfFourRoundings() {
    RandomStream random = new RandomStream(1);
    float[] x = new float[1_000_003];
    for (int i = 0; i < x.length; i++) {
      double size = Math.pow(10, 8 * random.nextDouble() - 6.5);
      x[i] = (float) (random.nextDouble() < 0.5 ? size : -size);
    }
    float[] y = x.clone();
    new Exp().tanh(y, y.length);
    double worst = 0;
    for (int i = 0; i < x.length; i++) {
      double exact = Math.tanh(x[i]);
      worst = Math.max(worst, Math.abs(y[i] - exact) / Math.abs(exact));
    }
    assertTrue(worst < 2.6e-7, "relative error " + worst);
  }

  @Test
  void endsOfTanh() {
    assertEquals(0, Math.abs(tanh(0)));
    assertEquals(1, tanh(1000));
    assertEquals(-1, tanh(-1000));
    assertEquals(1, tanh(Float.POSITIVE_INFINITY));
    assertEquals(-1, tanh(Float.NEGATIVE_INFINITY));
    assertEquals(1e-30f, tanh(1e-30f));
    assertTrue(Float.isNaN(tanh(Float.NaN)));
  }

  /** Only what is asked for changes. */
  @Test
  void tanhOfTheFirstFew() {
    float[] x = {0.5f, 0.5f, 0.5f};
    new Exp().tanh(x, 2);
    assertEquals(Math.tanh(0.5), x[0], 1e-7);
    assertEquals(x[0], x[1]);
    assertEquals(0.5f, x[2]);
  }
}
