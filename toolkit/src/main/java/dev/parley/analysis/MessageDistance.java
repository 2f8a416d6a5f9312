package dev.parley.analysis;

import java.util.Arrays;
import java.util.stream.IntStream;

/** How far apart two messages are. */
public enum MessageDistance {

  /** The least number of symbols to insert, delete or replace (Levenshtein, 1966). */
  LEVENSHTEIN,

  /**
   * Levenshtein's by the mean of both lengths, from 0 to 2: what the core of EGG (Kharitonov et
   * al., 2019) measures. 0 for two empty messages.
   */
  LEVENSHTEIN_BY_MEAN,

  /** Levenshtein's by the longer length, from 0 to 1. 0 for two empty messages. */
  LEVENSHTEIN_BY_LONGER,

  /**
   * The number of positions at which two messages differ; where only one of them has ended they do,
   * where both have they do not.
   */
  HAMMING;

  /**
   * The distance of two messages without their ends.
   *
   * @return 0 for equal messages, above 0 for others
   */
  public double between(int[] a, int[] b) {
    return this == HAMMING ? hamming(a, b) : scaled(Levenshtein.distance(a, b), a.length, b.length);
  }

  private static int hamming(int[] a, int[] b) {
    int shorter = Math.min(a.length, b.length);
    int different = Math.max(a.length, b.length) - shorter;
    for (int i = 0; i < shorter; i++) {
      different += a[i] == b[i] ? 0 : 1;
    }
    return different;
  }

  /** This many edits between messages of these lengths, as this distance. */
  double scaled(int edits, int a, int b) {
    if (edits == 0) {
      return 0;
    }
    return switch (this) {
      case LEVENSHTEIN_BY_MEAN -> 2.0 * edits / (a + b);
      case LEVENSHTEIN_BY_LONGER -> (double) edits / Math.max(a, b);
      default -> edits;
    };
  }

  /** Whether {@link #rows} can be had. */
  boolean hasRows(Messages messages) {
    return this == HAMMING || LevenshteinRows.fits(messages);
  }

  DistanceRows rows(Messages messages) {
    if (this != HAMMING) {
      return new LevenshteinRows(messages, this);
    }
    int[][] padded = new int[messages.size()][];
    Arrays.setAll(
        padded,
        i -> IntStream.range(0, messages.longest()).map(at -> messages.symbol(i, at)).toArray());
    return new HammingRows(padded);
  }
}
