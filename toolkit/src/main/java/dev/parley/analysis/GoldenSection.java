package dev.parley.analysis;

import java.util.function.DoubleUnaryOperator;

/** The maximum of a function with one peak, by golden sections (Kiefer, 1953). */
final class GoldenSection {

  private static final double SHARE = (Math.sqrt(5) - 1) / 2;

  private GoldenSection() {}

  /** Where the function is highest between two ends, to within {@code width}. */
  static double peak(DoubleUnaryOperator function, double from, double to, double width) {
    double low = from;
    double high = to;
    double left = high - SHARE * (high - low);
    double right = low + SHARE * (high - low);
    double atLeft = function.applyAsDouble(left);
    double atRight = function.applyAsDouble(right);
    while (high - low > width) {
      if (atLeft >= atRight) {
        high = right;
        right = left;
        atRight = atLeft;
        left = high - SHARE * (high - low);
        atLeft = function.applyAsDouble(left);
      } else {
        low = left;
        left = right;
        atLeft = atRight;
        right = low + SHARE * (high - low);
        atRight = function.applyAsDouble(right);
      }
    }
    return (low + high) / 2;
  }
}
