package dev.parley.analysis;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * Types by how often they occur: rank 1 is the most frequent one. Types that never occur have no
 * rank; of equally frequent ones the lower index is first. Immutable.
 */
public final class RankFrequency {

  private final int[] types;
  private final long[] counts;
  private final long total;
  private final int possible;

  private RankFrequency(int[] types, long[] counts, int possible) {
    this.types = types;
    this.counts = counts;
    this.total = Arrays.stream(counts).sum();
    this.possible = possible;
  }

  /**
   * Types by rank.
   *
   * @param counts how often each type occurs, 0 or more; its place is the type's index
   * @throws IllegalArgumentException if a count is negative
   */
  public static RankFrequency of(long[] counts) {
    for (long count : counts) {
      if (count < 0) {
        throw new IllegalArgumentException("counts: got " + count + ", allowed: 0 or more");
      }
    }
    int[] types =
        IntStream.range(0, counts.length)
            .filter(i -> counts[i] > 0)
            .boxed()
            .sorted(Comparator.comparingLong(i -> -counts[i]))
            .mapToInt(Integer::intValue)
            .toArray();
    long[] sorted = Arrays.stream(types).mapToLong(type -> counts[type]).toArray();
    return new RankFrequency(types, sorted, counts.length);
  }

  /**
   * Whole messages by rank. Their indices are those of {@link Messages#types()}; all types occur.
   */
  public static RankFrequency ofMessages(Messages messages) {
    int[] types = messages.types();
    long[] counts = new long[Messages.kinds(types)];
    for (int type : types) {
      counts[type]++;
    }
    return of(counts);
  }

  /** Symbols by rank. Their indices are the symbols; those never said count as possible. */
  public static RankFrequency ofSymbols(Messages messages) {
    return of(messages.symbolCounts());
  }

  /** How many types occur: the last rank. */
  public int size() {
    return types.length;
  }

  /** How many types were counted, with those that do not occur. */
  public int possible() {
    return possible;
  }

  /** The sum of all counts. */
  public long total() {
    return total;
  }

  /** The index of the type of a rank, from 1. */
  public int type(int rank) {
    return types[rank - 1];
  }

  /** How often the type of a rank, from 1, occurs. */
  public long count(int rank) {
    return counts[rank - 1];
  }

  /** The ranks from 1, as numbers of a chart. */
  public double[] ranks() {
    return IntStream.rangeClosed(1, size()).asDoubleStream().toArray();
  }

  /** The counts by rank, the highest first. */
  public long[] counts() {
    return counts.clone();
  }

  /** The shares of all by rank, the highest first. */
  public double[] shares() {
    return Arrays.stream(counts).mapToDouble(count -> (double) count / total).toArray();
  }

  @Override
  public String toString() {
    return size() + " of " + possible + " types, " + total + " in all";
  }
}
