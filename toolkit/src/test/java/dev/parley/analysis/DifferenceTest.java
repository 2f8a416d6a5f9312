package dev.parley.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** All goldens here are from scipy 1.17.1: norm.interval(0.95, mean(a - b), sem(a - b)). */
final class DifferenceTest {

  private static final double DIGITS = 1e-14;

  @Test
  void fewPairs() {
    Difference difference =
        Difference.of(
            new double[] {1.5, 2.25, -0.75, 4.0, 3.125},
            new double[] {1.0, 2.5, -1.75, 3.5, 0.125});
    assertEquals(0.95, difference.mean(), DIGITS);
    assertEquals(-0.12798019149702955, difference.low(), DIGITS);
    assertEquals(2.0279801914970292, difference.high(), DIGITS);
  }

  /** a = sin(i), b = cos(i² mod 17), i from 0 to 199. */
  @Test
  void manyPairs() {
    double[] a = new double[200];
    double[] b = new double[200];
    for (int i = 0; i < 200; i++) {
      a[i] = Math.sin(i);
      b[i] = Math.cos(i * i % 17);
    }
    Difference difference = Difference.of(a, b);
    assertEquals(0.2221416166942733, difference.mean(), DIGITS);
    assertEquals(0.08363721074690678, difference.low(), DIGITS);
    assertEquals(0.3606460226416398, difference.high(), DIGITS);
  }

  /** Pairs matter: both sides vary much, their difference does not. */
  @Test
  void differencesArePaired() {
    assertEquals(
        new Difference(1, 1, 1),
        Difference.of(new double[] {1, 101, -49, 8}, new double[] {0, 100, -50, 7}));
  }

  @Test
  void noDifference() {
    double[] same = {3, 1, 4, 1, 5};
    assertEquals(new Difference(0, 0, 0), Difference.of(same, same.clone()));
  }

  /** The order of the two sides is the sign. */
  @Test
  void exchangedSidesMirrorTheInterval() {
    double[] a = {1, 2, 4};
    double[] b = {0, 5, 2};
    Difference forth = Difference.of(a, b);
    Difference back = Difference.of(b, a);
    assertEquals(-forth.mean(), back.mean(), DIGITS);
    assertEquals(-forth.high(), back.low(), DIGITS);
    assertEquals(-forth.low(), back.high(), DIGITS);
  }
}
