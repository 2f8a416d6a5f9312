package dev.parley.analysis;

import java.util.random.RandomGenerator;

/** Numbers in uniformly random order (Fisher and Yates; Durstenfeld, 1964). */
final class Shuffle {

  private Shuffle() {}

  /** The numbers 0 to {@code count - 1}. */
  static int[] order(int count, RandomGenerator random) {
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      int j = random.nextInt(i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  /** The same values in another order. */
  static int[] of(int[] values, RandomGenerator random) {
    int[] order = order(values.length, random);
    int[] shuffled = new int[values.length];
    for (int i = 0; i < shuffled.length; i++) {
      shuffled[i] = values[order[i]];
    }
    return shuffled;
  }
}
