package dev.parley.agent.aim;

import dev.parley.analysis.Messages;
import dev.parley.random.RandomStream;
import java.util.Arrays;

/**
 * Messages that a listener could have heard, by the row in which one was said, and how often each
 * counts: every kind as often as it was said; or, if there are too many kinds, some that are drawn,
 * anew each time they are asked for.
 */
final class Sent {

  private final int messages;
  private final boolean drawn;
  private final RandomStream random;
  private final int[] rows;
  private final double[] weights;

  Sent(Messages said, int most, RandomStream random) {
    int[] types = said.types();
    int kinds = Messages.kinds(types);
    this.random = random;
    messages = types.length;
    drawn = kinds > most;
    rows = new int[drawn ? most : kinds];
    weights = new double[rows.length];
    if (drawn) {
      Arrays.fill(weights, 1.0 / most);
    } else {
      for (int i = types.length - 1; i >= 0; i--) {
        rows[types[i]] = i;
        weights[types[i]] += 1.0 / types.length;
      }
    }
  }

  /** How many there are. */
  int size() {
    return rows.length;
  }

  /** Where each was said. */
  int[] rows() {
    if (drawn) {
      Arrays.setAll(rows, i -> random.nextInt(messages));
    }
    return rows;
  }

  /** How much each counts; 1 together. */
  double[] weights() {
    return weights;
  }
}
