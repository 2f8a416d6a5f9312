package dev.parley.env.games;

import dev.parley.random.RandomStream;
import dev.parley.random.Streams;
import java.util.Arrays;

/**
 * All meanings of so many attributes of so many values, in two parts. A meaning is a number: its
 * attributes are the digits, the first the highest.
 */
final class Meanings {

  private final int attributes;
  private final int values;

  Meanings(int attributes, int values) {
    this.attributes = attributes;
    this.values = values;
  }

  int count() {
    int count = 1;
    for (int i = 0; i < attributes; i++) {
      count *= values;
    }
    return count;
  }

  int value(int meaning, int attribute) {
    int rest = meaning;
    for (int i = attributes - 1; i > attribute; i--) {
      rest /= values;
    }
    return rest % values;
  }

  /**
   * One of the two parts, ascending. Meanings are held out in random order; one without which the
   * rest would lack a value of an attribute stays.
   *
   * @param share of all meanings to be held out, rounded; fewer are if the rest needs them
   */
  int[] part(double share, long seed, boolean heldOut) {
    int wanted = (int) Math.round(share * count());
    boolean[] out = new boolean[count()];
    int[][] left = new int[attributes][values];
    for (int[] row : left) {
      Arrays.fill(row, count() / values);
    }
    RandomStream stream = Streams.of(seed).stream("held-out");
    int taken = 0;
    int[] order = wanted == 0 ? new int[0] : stream.permutation(count());
    for (int i = 0; i < order.length && taken < wanted; i++) {
      if (spare(order[i], left)) {
        out[order[i]] = true;
        taken++;
      }
    }
    int[] part = new int[heldOut ? taken : count() - taken];
    int next = 0;
    for (int meaning = 0; meaning < out.length; meaning++) {
      if (out[meaning] == heldOut) {
        part[next++] = meaning;
      }
    }
    return part;
  }

  /** Takes a meaning out, if each of its values stays in another. */
  private boolean spare(int meaning, int[][] left) {
    for (int a = 0; a < attributes; a++) {
      if (left[a][value(meaning, a)] == 1) {
        return false;
      }
    }
    for (int a = 0; a < attributes; a++) {
      left[a][value(meaning, a)]--;
    }
    return true;
  }
}
