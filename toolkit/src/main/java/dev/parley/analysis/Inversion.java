package dev.parley.analysis;

import java.util.function.LongToDoubleFunction;
import java.util.random.RandomGenerator;

/**
 * Draws integers by inversion: the first ones from a table with a guide into it (Chen and Asau,
 * 1974), those beyond by bisection.
 */
final class Inversion {

  /** The size of a table. */
  static final int MOST = 4096;

  private final LongToDoubleFunction survival;
  private final long first;
  private final long last;
  private final double[] table;
  private final int[] guide;

  /**
   * A distribution on the integers from {@code first} to {@code last}.
   *
   * @param survival the probability of x or more, 1 at {@code first}
   */
  Inversion(LongToDoubleFunction survival, long first, long last) {
    this.survival = survival;
    this.first = first;
    this.last = last;
    int size = (int) Math.min(MOST, last - first + 1);
    table = new double[size];
    for (int i = 0; i < size; i++) {
      table[i] = survival.applyAsDouble(first + i);
    }
    guide = new int[size];
    int at = size - 1;
    for (int b = 0; b < size; b++) {
      while (at > 0 && table[at] < (b + 1.0) / size) {
        at--;
      }
      guide[b] = at;
    }
  }

  /** A number. */
  long draw(RandomGenerator random) {
    double u = 1 - random.nextDouble();
    int at = guide[Math.min((int) (u * guide.length), guide.length - 1)];
    while (at + 1 < table.length && table[at + 1] >= u) {
      at++;
    }
    return at + 1 < table.length ? first + at : beyond(u);
  }

  /** The largest x whose survival is u or more, from the end of the table up. */
  private long beyond(double u) {
    long low = first + table.length - 1;
    long step = table.length;
    while (low + step <= last && survival.applyAsDouble(low + step) >= u) {
      low += step;
      step *= 2;
    }
    long high = Math.min(low + step, last + 1);
    while (high - low > 1) {
      long middle = low + (high - low) / 2;
      if (survival.applyAsDouble(middle) >= u) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
