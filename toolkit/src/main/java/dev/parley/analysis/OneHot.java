package dev.parley.analysis;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Messages as vectors: one dimension for each pair of a position and a symbol that was said there,
 * 1 where a message has that symbol at that position and 0 elsewhere. Pairs that never occur have
 * no dimension: they would change no distance between two messages.
 *
 * <p>The squared distance of two messages of one length is twice the number of positions at which
 * they differ; a position that only one of them reaches counts one.
 */
public final class OneHot {

  private OneHot() {}

  /**
   * One row a message, {@code [messages, pairs]}; dimensions in the order of position, then symbol.
   * Rows have no dimension at all if nothing was said.
   */
  public static double[][] of(Messages messages) {
    List<int[]> pairs = pairs(messages);
    double[][] rows = new double[messages.size()][pairs.size()];
    for (int column = 0; column < pairs.size(); column++) {
      int position = pairs.get(column)[0];
      int symbol = pairs.get(column)[1];
      for (int i = 0; i < rows.length; i++) {
        rows[i][column] = messages.symbol(i, position) == symbol ? 1 : 0;
      }
    }
    return rows;
  }

  private static List<int[]> pairs(Messages messages) {
    List<int[]> pairs = new ArrayList<>();
    for (int position = 0; position < messages.longest(); position++) {
      int at = position;
      Arrays.stream(messages.at(position))
          .filter(symbol -> symbol != Messages.ABSENT)
          .distinct()
          .sorted()
          .forEach(symbol -> pairs.add(new int[] {at, symbol}));
    }
    return pairs;
  }
}
