package dev.parley.analysis;

/**
 * A function of an exponent s at one point, with its first two derivatives there.
 *
 * @param value f(s)
 * @param first f'(s)
 * @param second f''(s)
 */
record Jet(double value, double first, double second) {

  static final Jet ZERO = new Jet(0, 0, 0);
  static final Jet ONE = new Jet(1, 0, 0);

  /** base<sup>-s</sup> as a function of s. */
  static Jet power(double logBase, double s) {
    double value = Math.exp(-s * logBase);
    return new Jet(value, -logBase * value, logBase * logBase * value);
  }

  Jet plus(Jet other) {
    return new Jet(value + other.value, first + other.first, second + other.second);
  }

  Jet minus(Jet other) {
    return new Jet(value - other.value, first - other.first, second - other.second);
  }

  Jet times(Jet other) {
    return new Jet(
        value * other.value,
        first * other.value + value * other.first,
        second * other.value + 2 * first * other.first + value * other.second);
  }

  Jet times(double factor) {
    return new Jet(factor * value, factor * first, factor * second);
  }

  /** Where this is Σ r<sup>-s</sup>: the mean of ln r with the weights r<sup>-s</sup>. */
  double meanLog() {
    return -first / value;
  }

  /** Where this is Σ r<sup>-s</sup>: the variance of ln r with the weights r<sup>-s</sup>. */
  double varianceLog() {
    double mean = meanLog();
    return second / value - mean * mean;
  }
}
