package dev.parley.analysis;

import java.util.Arrays;
import java.util.stream.IntStream;

/** The class of a Levenshtein distance that is scaled by the lengths of both messages. */
final class ScaledClasses {

  private static final int MOST_ENTRIES = 1 << 22;

  private final int side;
  private final int[] byLengthsAndEdits;
  private final int classes;

  ScaledClasses(Messages messages, MessageDistance distance) {
    this.side = messages.longest() + 1;
    boolean[] occurs = new boolean[side];
    IntStream.range(0, messages.size()).forEach(i -> occurs[messages.length(i)] = true);
    int[] lengths = IntStream.range(0, side).filter(length -> occurs[length]).toArray();
    double[] values =
        Arrays.stream(lengths)
            .mapToObj(a -> Arrays.stream(lengths).mapToObj(b -> values(distance, a, b)))
            .flatMap(rows -> rows)
            .flatMapToDouble(Arrays::stream)
            .sorted()
            .distinct()
            .toArray();
    this.classes = values.length;
    this.byLengthsAndEdits = new int[side * side * side];
    for (int a : lengths) {
      for (int b : lengths) {
        double[] ofPair = values(distance, a, b);
        for (int edits = 0; edits < ofPair.length; edits++) {
          byLengthsAndEdits[(a * side + b) * side + edits] =
              Arrays.binarySearch(values, ofPair[edits]);
        }
      }
    }
  }

  /**
   * Every distance that two messages of these lengths can have; fewer edits than possible give 0.
   */
  private static double[] values(MessageDistance distance, int a, int b) {
    int least = Math.abs(a - b);
    return IntStream.rangeClosed(0, Math.max(a, b))
        .mapToDouble(edits -> edits < least ? 0 : distance.scaled(edits, a, b))
        .toArray();
  }

  static boolean fit(Messages messages) {
    long side = messages.longest() + 1L;
    return side * side * side <= MOST_ENTRIES;
  }

  int classes() {
    return classes;
  }

  int of(int a, int b, int edits) {
    return byLengthsAndEdits[(a * side + b) * side + edits];
  }
}
