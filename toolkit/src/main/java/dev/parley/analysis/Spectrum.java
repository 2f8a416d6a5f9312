package dev.parley.analysis;

import java.util.Arrays;

/**
 * How many types occur how often: the frequencies that occur, upwards, and how many types have
 * each. A tail is what has one of them or more.
 */
final class Spectrum {

  private final long[] values;
  private final long[] types;
  private final double[] logs;
  private final long[] typesFrom;
  private final double[] logsFrom;

  /**
   * A spectrum.
   *
   * @param values 1 or more each, upwards
   * @param types how many types have each of them, 1 or more
   */
  Spectrum(long[] values, long[] types) {
    int n = values.length;
    this.values = values;
    this.types = types;
    logs = Arrays.stream(values).mapToDouble(Math::log).toArray();
    typesFrom = new long[n + 1];
    logsFrom = new double[n + 1];
    for (int i = n - 1; i >= 0; i--) {
      typesFrom[i] = typesFrom[i + 1] + types[i];
      logsFrom[i] = logsFrom[i + 1] + types[i] * logs[i];
    }
  }

  /** The spectrum of counts; those that are 0 are left out. */
  static Spectrum of(long[] counts) {
    long[] sorted = Arrays.stream(counts).filter(count -> count > 0).sorted().toArray();
    long[] values = Arrays.stream(sorted).distinct().toArray();
    long[] types = new long[values.length];
    int at = 0;
    for (long count : sorted) {
      at += count == values[at] ? 0 : 1;
      types[at]++;
    }
    return new Spectrum(values, types);
  }

  int size() {
    return values.length;
  }

  long value(int at) {
    return values[at];
  }

  /** How many types have the frequency of this place. */
  long types(int at) {
    return types[at];
  }

  /** How many types the tail from this place on has. */
  long tail(int from) {
    return typesFrom[from];
  }

  /** The mean of ln(x / x<sub>min</sub>) in the tail from this place on. */
  double meanLog(int from) {
    return logsFrom[from] / typesFrom[from] - logs[from];
  }

  /** The frequencies of the tail from this place on. */
  long[] tailValues(int from) {
    return Arrays.copyOfRange(values, from, values.length);
  }

  /** How many types have each frequency of the tail from this place on. */
  long[] tailTypes(int from) {
    return Arrays.copyOfRange(types, from, types.length);
  }

  /** The exponent of the tail from this place on, which has two frequencies or more. */
  double exponent(int from, double near) {
    return Zeta.fit(meanLog(from), (double) values[from], near);
  }

  /**
   * The largest distance between the distribution functions of the tail and of the power law, over
   * all integers. It is at a frequency that occurs or just before one.
   *
   * @param limit where it is clear that the distance is this or more, any such number is returned
   */
  double distance(int from, double exponent, double limit) {
    double n = typesFrom[from];
    double whole = Zeta.scaled(exponent, (double) values[from]);
    double largest = 0;
    for (int i = from; i < values.length && largest < limit; i++) {
      double more = typesFrom[i + 1] / n;
      largest = Math.max(largest, Math.abs(more - above(values[i] + 1, exponent, from, whole)));
      if (i + 1 < values.length && values[i + 1] > values[i] + 1) {
        largest = Math.max(largest, Math.abs(more - above(values[i + 1], exponent, from, whole)));
      }
    }
    return largest;
  }

  private double above(long x, double exponent, int from, double whole) {
    return Math.exp(-exponent * (Math.log((double) x) - logs[from]))
        * Zeta.scaled(exponent, (double) x)
        / whole;
  }

  /** The tail whose power law is the nearest; the lowest one of equals. Needs two frequencies. */
  Tail nearest() {
    Tail best = new Tail(0, Double.NaN, Double.POSITIVE_INFINITY);
    double near = Zeta.guess(meanLog(0), (double) values[0]);
    for (int i = 0; i + 1 < values.length; i++) {
      near = exponent(i, near);
      double distance = distance(i, near, best.distance());
      if (distance < best.distance()) {
        best = new Tail(i, near, distance);
      }
    }
    return best;
  }

  /**
   * Whether some tail is nearer to its power law than {@code limit}.
   *
   * @param hint the frequency to begin with
   * @param near where to start looking for exponents
   */
  boolean nearer(double limit, long hint, double near) {
    int found = Arrays.binarySearch(values, hint);
    int begin = Math.min(found >= 0 ? found : -found - 1, values.length - 1);
    double exponent = near;
    for (int i = begin; i + 1 < values.length; i++) {
      exponent = exponent(i, exponent);
      if (distance(i, exponent, limit) < limit) {
        return true;
      }
    }
    exponent = near;
    for (int i = Math.min(begin, values.length - 1) - 1; i >= 0; i--) {
      exponent = exponent(i, exponent);
      if (distance(i, exponent, limit) < limit) {
        return true;
      }
    }
    return false;
  }

  /**
   * A tail and its power law.
   *
   * @param from the place of its lowest frequency
   */
  record Tail(int from, double exponent, double distance) {}
}
