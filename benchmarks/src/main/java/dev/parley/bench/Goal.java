package dev.parley.bench;

/**
 * What a row has to reach.
 *
 * @param kind what is compared with the bound
 * @param bound the least or the most
 */
record Goal(Kind kind, double bound) {

  /** What is compared with the bound of a goal. */
  enum Kind {
    /** How many times as fast as the peer, at least the bound. */
    RATIO,
    /** Our number, at least the bound. */
    AT_LEAST,
    /** Our number, at most the bound. */
    AT_MOST,
    /** Nothing: the number is for information. */
    NONE
  }

  static final Goal NONE = new Goal(Kind.NONE, 0);

  static Goal ratio(double least) {
    return new Goal(Kind.RATIO, least);
  }

  static Goal atLeast(double least) {
    return new Goal(Kind.AT_LEAST, least);
  }

  static Goal atMost(double most) {
    return new Goal(Kind.AT_MOST, most);
  }

  boolean metBy(double measure) {
    return switch (kind) {
      case RATIO, AT_LEAST -> measure >= bound;
      case AT_MOST -> measure <= bound;
      case NONE -> true;
    };
  }

  /** Such as {@code 20}, {@code at most 5}; empty if there is none. */
  String text() {
    return switch (kind) {
      case RATIO -> Side.digits(bound);
      case AT_LEAST -> "at least " + Side.digits(bound);
      case AT_MOST -> "at most " + Side.digits(bound);
      case NONE -> "";
    };
  }
}
