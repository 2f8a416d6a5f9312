package dev.parley.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

final class ConvergenceTest {

  /** From the third element on: numpy 2.4.6, convolve(x, ones(3) / 3, "valid"). */
  @Test
  void movingAverage() {
    double[] averages = Convergence.movingAverage(new double[] {1, 4, 2, 8, 5, 7, 3.5}, 3);
    assertArrayEquals(
        new double[] {1, 2.5, 2.33333333, 4.66666667, 5, 6.66666667, 5.16666667}, averages, 1e-8);
  }

  @Test
  void windowOfOneIsTheCurveItself() {
    double[] values = {3, -1, 2};
    assertArrayEquals(values, Convergence.movingAverage(values, 1));
  }

  @Test
  void averageOfNothing() {
    assertEquals(0, Convergence.movingAverage(new double[0], 20).length);
  }

  @Test
  void firstRoundThatStays() {
    assertEquals(OptionalInt.of(4), Convergence.round(new double[] {0, 0, 0, 1, 1, 1}, 1, 1));
  }

  /** Windows of two that end in rounds 2 to 6 have the means 0, 0.5, 1, 1, 1. */
  @Test
  void windowsEndInTheirRound() {
    double[] values = {0, 0, 1, 1, 1, 1};
    assertEquals(OptionalInt.of(3), Convergence.round(values, 2, 0.5));
    assertEquals(OptionalInt.of(4), Convergence.round(values, 2, 0.75));
  }

  @Test
  void dipLaterCounts() {
    assertEquals(OptionalInt.of(7), Convergence.round(new double[] {1, 1, 1, 1, 1, 0, 1, 1}, 1, 1));
  }

  @Test
  void dipAtTheEndIsNoConvergence() {
    assertEquals(OptionalInt.empty(), Convergence.round(new double[] {1, 1, 1, 1, 0}, 1, 1));
  }

  /** A dip that the window evens out is none. */
  @Test
  void dipWithinTheWindow() {
    assertEquals(OptionalInt.of(4), Convergence.round(new double[] {1, 1, 1, 1, 0, 1}, 4, 0.75));
  }

  @Test
  void onlyFullWindowsCount() {
    double[] good = new double[25];
    Arrays.fill(good, 9);
    assertEquals(OptionalInt.of(20), Convergence.round(good, 20, 8));
    assertEquals(OptionalInt.of(25), Convergence.round(good, 25, 8));
  }

  @Test
  void shorterThanTheWindow() {
    double[] good = new double[19];
    Arrays.fill(good, 9);
    assertEquals(OptionalInt.empty(), Convergence.round(good, 20, 8));
    assertEquals(OptionalInt.empty(), Convergence.round(new double[0], 20, 8));
  }

  @Test
  void never() {
    assertEquals(OptionalInt.empty(), Convergence.round(new double[] {1, 2, 3, 4}, 2, 5));
  }

  @Test
  void exactlyAtTheLevel() {
    double[] curve = {0, 8.5, 8.5, 8.5, 8.5};
    assertEquals(OptionalInt.of(3), Convergence.round(curve, 2, 8.5));
    assertEquals(OptionalInt.empty(), Convergence.round(curve, 2, 8.500001));
  }

  /** Sums of 7.55 are not multiples of it in binary; their mean is 7.55 all the same. */
  @Test
  void equalValuesHaveThatValueAsTheirMean() {
    for (double value : new double[] {0.1, 7.55, 8.1, -2.3, 1 / 3.0, 1e12 / 7}) {
      double[] curve = new double[60];
      Arrays.fill(curve, value);
      assertEquals(OptionalInt.of(20), Convergence.round(curve, 20, value), "level " + value);
    }
  }

  @Test
  void plateauIsTheLastTenth() {
    double[] values = new double[50];
    Arrays.fill(values, 45, 50, 3);
    values[49] = 8;
    assertEquals(4, Convergence.plateau(values));
  }

  @Test
  void plateauOfFewValuesIsTheLast() {
    assertEquals(7, Convergence.plateau(new double[] {7}));
    assertEquals(7, Convergence.plateau(new double[] {1, 2, 7}));
    assertEquals(7, Convergence.plateau(new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 7}));
    double[] nineteen = new double[19];
    nineteen[18] = 7;
    assertEquals(7, Convergence.plateau(nineteen));
  }

  @Test
  void plateauOfNothing() {
    assertEquals(Double.NaN, Convergence.plateau(new double[0]));
  }
}
