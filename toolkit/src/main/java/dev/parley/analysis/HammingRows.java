package dev.parley.analysis;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Hamming distances between rows of numbers. A row is packed into as few words as it fits in, each
 * column with as many bits as its values need and one to spare; two words differ in as many columns
 * as spare bits are set once the columns' largest values are added to their exclusive or.
 */
final class HammingRows implements DistanceRows {

  private final long[][] words;
  private final long largest;
  private final long spare;
  private final int classes;

  /**
   * Packs rows.
   *
   * @param rows as many numbers each
   */
  HammingRows(int[][] rows) {
    int columns = rows.length == 0 ? 0 : rows[0].length;
    Labels[] labels = new Labels[columns];
    Arrays.setAll(labels, c -> Labels.of(Arrays.stream(rows).mapToInt(row -> row[c]).toArray()));
    int kinds = Arrays.stream(labels).mapToInt(Labels::kinds).max().orElse(1);
    int bits = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(kinds - 1));
    int lane = bits + 1;
    int lanes = Long.SIZE / lane;
    this.words = new long[(columns + lanes - 1) / lanes][rows.length];
    for (int c = 0; c < columns; c++) {
      long[] word = words[c / lanes];
      int shift = c % lanes * lane;
      for (int i = 0; i < rows.length; i++) {
        word[i] |= (long) labels[c].code(i) << shift;
      }
    }
    this.spare =
        IntStream.range(0, lanes)
            .mapToLong(k -> 1L << (k * lane + bits))
            .reduce(0, (a, b) -> a | b);
    this.largest =
        IntStream.range(0, lanes)
            .mapToLong(k -> ((1L << bits) - 1) << (k * lane))
            .reduce(0, (a, b) -> a | b);
    this.classes = columns + 1;
  }

  @Override
  public int classes() {
    return classes;
  }

  @Override
  public void row(int item, int[] into) {
    Arrays.fill(into, 0);
    for (long[] word : words) {
      long own = word[item];
      for (int j = 0; j < into.length; j++) {
        into[j] += Long.bitCount(((word[j] ^ own) + largest) & spare);
      }
    }
  }
}
