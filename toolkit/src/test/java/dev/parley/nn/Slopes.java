package dev.parley.nn;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;

/** Gradients of a second implementation in 64-bit floats, by central differences. */
public final class Slopes {

  /** The difference of all places together, as a share of the gradient's norm. */
  private static final double CLOSE = 1e-6;

  private static final double STEP = 1e-3;

  private Slopes() {}

  /**
   * Differences over one step and over two, combined so that the error is of the fourth order: some
   * 1e-12, as that of rounding.
   */
  public static double[] of(ToDoubleFunction<double[]> loss, double[] at) {
    double[] values = at.clone();
    double[] slopes = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      double near = difference(loss, values, i, STEP);
      double far = difference(loss, values, i, 2 * STEP);
      slopes[i] = (4 * near - far) / 3;
    }
    return slopes;
  }

  private static double difference(
      ToDoubleFunction<double[]> loss, double[] values, int i, double step) {
    double at = values[i];
    values[i] = at + step;
    double above = loss.applyAsDouble(values);
    values[i] = at - step;
    double below = loss.applyAsDouble(values);
    values[i] = at;
    return (above - below) / (2 * step);
  }

  /** Most places have a slope, and those of the engine are the same, to a millionth. */
  public static void check(double[] expected, float[] actual) {
    assertEquals(expected.length, actual.length);
    double difference = 0;
    double norm = 0;
    int moved = 0;
    for (int i = 0; i < expected.length; i++) {
      difference += Math.pow(expected[i] - actual[i], 2);
      norm += expected[i] * expected[i];
      moved += Math.abs(expected[i]) > 1e-6 ? 1 : 0;
    }
    double share = Math.sqrt(difference / norm);
    int most = moved;
    assertTrue(2 * most > expected.length, () -> most + " of " + expected.length + " have a slope");
    assertTrue(share < CLOSE, () -> "relative error " + share);
  }

  /** The same numbers as 64-bit floats. */
  public static double[] doubles(float[] values) {
    double[] all = new double[values.length];
    Arrays.setAll(all, i -> values[i]);
    return all;
  }
}
