package dev.parley.rl;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class GaeTest {

  private static final double[] REWARDS = {1, -2, 3};
  private static final double[] VALUES = {0.5, 0.25, -1};

  private static double[] advantages(Gae gae, double next) {
    double[] into = {7, 7, 7, 7};
    gae.advantages(REWARDS, VALUES, 3, next, into);
    assertEquals(7, into[3]);
    return new double[] {into[0], into[1], into[2]};
  }

  /**
   * By hand, γ = 1/2 and λ = 1/2: δ = 1 + 0.125 - 0.5 = 0.625, -2 - 0.5 - 0.25 = -2.75, and 3 + 1 =
   * 4 where the episode has ended; A₂ = 4, A₁ = -2.75 + 1 = -1.75, A₀ = 0.625 - 0.4375 = 0.1875.
   */
  @Test
  void ended() {
    assertArrayEquals(new double[] {0.1875, -1.75, 4}, advantages(new Gae(0.5, 0.5), 0), 1e-15);
  }

  /** What could still have been earned, 2, adds 1 to the last δ, and 1/4 and 1/16 before. */
  @Test
  void cutOff() {
    assertArrayEquals(new double[] {0.25, -1.5, 5}, advantages(new Gae(0.5, 0.5), 2), 1e-15);
  }

  /** λ = 1: the discounted return less the value. */
  @Test
  void wholeReturn() {
    double[] found = advantages(new Gae(0.9, 1), 2);
    double last = 3 + 0.9 * 2;
    assertArrayEquals(
        new double[] {1 + 0.9 * (-2 + 0.9 * last) - 0.5, -2 + 0.9 * last - 0.25, last + 1},
        found,
        1e-14);
  }

  /** λ = 0: the error of one step. */
  @Test
  void oneStep() {
    assertArrayEquals(
        new double[] {1 + 0.9 * 0.25 - 0.5, -2 - 0.9 - 0.25, 3 + 1},
        advantages(new Gae(0.9, 0), 0),
        1e-15);
  }

  /** Where the values are right, λ does not matter: every δ is 0. */
  @Test
  void rightValues() {
    double[] values = {1 + 0.9 * (-2 + 0.9 * 3), -2 + 0.9 * 3, 3};
    double[] into = new double[3];
    new Gae(0.9, 0.7).advantages(REWARDS, values, 3, 0, into);
    assertArrayEquals(new double[3], into, 1e-15);
  }

  @Test
  void noMoment() {
    double[] into = {7};
    new Gae(0.9, 0.7).advantages(new double[0], new double[0], 0, 5, into);
    assertEquals(7, into[0]);
  }

  @Test
  void outOfRange() {
    assertThrows(IllegalArgumentException.class, () -> new Gae(1.1, 0.5));
    assertThrows(IllegalArgumentException.class, () -> new Gae(0.5, Double.NaN));
  }
}
