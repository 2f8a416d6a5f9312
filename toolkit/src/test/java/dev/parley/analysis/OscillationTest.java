package dev.parley.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.IntToDoubleFunction;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class OscillationTest {

  private static final double LEAST = 0.1;

  /** Critical values at 0.05 of Fisher's test, from Wei, "Time Series Analysis", table 13.1. */
  @Test
  void fishersTable() {
    assertEquals(0.05, Oscillation.fisher(0.68377, 5), 1e-5);
    assertEquals(0.05, Oscillation.fisher(0.44495, 10), 1e-5);
    assertEquals(0.05, Oscillation.fisher(0.27040, 20), 1e-5);
    assertEquals(0.05, Oscillation.fisher(0.13135, 50), 1e-5);
    assertEquals(1, Oscillation.fisher(0.01, 250));
  }

  /** Numbers of scipy 1.17.1: stats.f.sf, and signal.periodogram with scaling "spectrum". */
  @Test
  void energyAsScipy() {
    Oscillation found =
        Oscillation.of(curve(400, t -> 3 * Math.sin(2 * Math.PI * t / 40) + t * 7919 % 101 / 10.0));
    assertEquals(200, found.values());
    assertEquals(1.681410481311909, found.slow(), 1e-10);
    assertEquals(0.00044347391976273196, found.slowP(), 1e-12);
    assertEquals(2.1887967122372327, found.regular(), 1e-10);
    assertEquals(2.4691358024691357, found.period(), 1e-12);
  }

  @Test
  void noiseDoesNotSwing() {
    RandomGenerator random = new SplittableRandom(5);
    int found = 0;
    for (int i = 0; i < 500; i++) {
      found += Oscillation.of(curve(1000, t -> random.nextGaussian())).found(1e-9) ? 1 : 0;
    }
    assertTrue(found <= 2, found + " of 500");
  }

  /** Rewards of single episodes are as far from normal as rewards get. */
  @Test
  void rareFailuresDoNotSwing() {
    RandomGenerator random = new SplittableRandom(6);
    int found = 0;
    for (int i = 0; i < 200; i++) {
      double[] rare = curve(1000, t -> random.nextDouble() < 0.02 ? 0 : 10);
      found += Oscillation.of(rare).found(LEAST) ? 1 : 0;
    }
    assertTrue(found <= 1, found + " of 200");
  }

  @Test
  void slowSwings() {
    RandomGenerator random = new SplittableRandom(7);
    Oscillation found =
        Oscillation.of(
            curve(1000, t -> Math.signum(Math.sin(t / 20.0)) + random.nextGaussian() / 2));
    assertTrue(found.swingsSlowly(LEAST));
    assertTrue(found.found(LEAST));
    assertEquals(1, found.slow(), 0.15);
    assertFalse(found.found(1.5));
  }

  @Test
  void fastSwings() {
    RandomGenerator random = new SplittableRandom(8);
    for (double period : new double[] {2.1, 3, 7, 13.5}) {
      Oscillation found =
          Oscillation.of(
              curve(1000, t -> Math.sin(2 * Math.PI * t / period) + random.nextGaussian()));
      assertTrue(found.swingsRegularly(LEAST));
      assertTrue(found.found(LEAST));
      assertEquals(period, found.period(), 0.02 * period);
      assertEquals(Math.sqrt(0.5), found.regular(), 0.3);
    }
  }

  @Test
  void whatRisesIsNotCalledSwinging() {
    RandomGenerator random = new SplittableRandom(9);
    Oscillation found =
        Oscillation.of(
            curve(1000, t -> t / 170.0 + 1.5 * Math.sin(t / 10.0) + random.nextGaussian() / 2));
    assertTrue(found.swingsSlowly(LEAST));
    assertFalse(found.found(LEAST));
  }

  @Test
  void stepIsNoSwing() {
    RandomGenerator random = new SplittableRandom(10);
    Oscillation down =
        Oscillation.of(curve(1000, t -> (t < 520 ? 9 : 4) + random.nextGaussian() / 5));
    assertFalse(down.found(LEAST));
    Oscillation up =
        Oscillation.of(curve(1000, t -> (t < 750 ? 4 : 9) + random.nextGaussian() / 5));
    assertFalse(up.found(LEAST));
  }

  @Test
  void firstHalfIsNotLookedAt() {
    RandomGenerator random = new SplittableRandom(11);
    assertFalse(
        Oscillation.of(
                curve(1000, t -> t < 500 ? 9 * Math.sin(t / 10.0) : 9 + random.nextGaussian() / 10))
            .found(LEAST));
  }

  @Test
  void constantCurveAndShortOnes() {
    Oscillation constant = Oscillation.of(curve(Oscillation.SHORTEST, t -> 9));
    assertEquals(0, constant.slow());
    assertEquals(1, constant.slowP());
    assertEquals(1, constant.regularP());
    assertFalse(constant.found(1e-9));
    assertFalse(Oscillation.of(curve(3001, t -> 0.1)).found(1e-9));
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Oscillation.of(new double[39]));
    assertEquals("curve: got 39 values, allowed: 40 or more", e.getMessage());
  }

  private static double[] curve(int length, IntToDoubleFunction of) {
    double[] values = new double[length];
    Arrays.setAll(values, of);
    return values;
  }
}
