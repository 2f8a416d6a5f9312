package dev.parley.env.games;

/** How many topics are few enough to be told apart by what was said about each. */
final class Topics {

  private static final int MOST = 4096;

  private Topics() {}

  /** The count, or 0 if there are too many. */
  static int few(long count) {
    return count <= MOST ? (int) count : 0;
  }
}
