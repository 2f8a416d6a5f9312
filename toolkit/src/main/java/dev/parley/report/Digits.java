package dev.parley.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Arrays;

/** How many digits of a number are written, in every language the same. */
final class Digits {

  private static final int SIGNIFICANT = 3;
  private static final int MOST_DECIMALS = 6;
  private static final double FEWEST = 1e-4;
  private static final double MOST = 1e7;

  private Digits() {}

  /** A number with three significant digits, or all those before its point if these are more. */
  static String text(double value) {
    if (!Double.isFinite(value) || value == 0) {
      return value == 0 ? "0" : Double.toString(value);
    }
    double size = Math.abs(value);
    if (size < FEWEST || size >= MOST) {
      return scientific(value);
    }
    int whole = (int) Math.floor(Math.log10(size)) + 1;
    BigDecimal rounded =
        BigDecimal.valueOf(value).round(new MathContext(Math.max(SIGNIFICANT, whole)));
    return plain(rounded.stripTrailingZeros());
  }

  /** A number with so many decimals. */
  static String text(double value, int decimals) {
    if (!Double.isFinite(value)) {
      return Double.toString(value);
    }
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
    return rounded.toPlainString();
  }

  /** Three significant digits and a power of ten, as in 1.25e-7. */
  static String scientific(double value) {
    BigDecimal rounded =
        BigDecimal.valueOf(value).round(new MathContext(SIGNIFICANT)).stripTrailingZeros();
    int exponent = rounded.precision() - rounded.scale() - 1;
    return plain(rounded.scaleByPowerOfTen(-exponent)) + "e" + exponent;
  }

  private static String plain(BigDecimal value) {
    return value.setScale(Math.max(0, value.scale())).toPlainString();
  }

  /** A number with so many decimals, or with digits of its own if {@code decimals} is negative. */
  static String shown(double value, int decimals) {
    return decimals < 0 ? text(value) : text(value, decimals);
  }

  /**
   * The decimals that numbers side by side share: three significant digits of the largest, fewer if
   * none of the numbers has that many. -1 if they are so large or small that each is better off
   * with digits of its own.
   */
  static int decimals(double... values) {
    double largest = Arrays.stream(values).filter(Double::isFinite).map(Math::abs).max().orElse(0);
    if (largest == 0) {
      return 0;
    }
    int needed =
        Arrays.stream(values).filter(Double::isFinite).mapToInt(Digits::needed).max().orElse(0);
    int whole = (int) Math.floor(Math.log10(largest)) + 1;
    int decimals = Math.min(needed, Math.max(0, SIGNIFICANT - whole));
    return largest >= MOST || decimals > MOST_DECIMALS ? -1 : decimals;
  }

  /** Whether one of the numbers is not 0, but is shown as 0 with so many decimals. */
  static boolean vanishes(int decimals, double... values) {
    double least = 0.5 * Math.pow(10, -decimals);
    return Arrays.stream(values).anyMatch(v -> v != 0 && Math.abs(v) <= least);
  }

  private static int needed(double value) {
    return Math.max(0, BigDecimal.valueOf(value).stripTrailingZeros().scale());
  }
}
