package dev.parley.analysis;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Observed values as numbers from 0 on, in the order in which they first occur. */
final class Labels {

  private final int[] codes;
  private final int[] counts;

  private Labels(int[] codes, int[] counts) {
    this.codes = codes;
    this.counts = counts;
  }

  static Labels of(int[] values) {
    Map<Integer, Integer> numbers = new HashMap<>();
    int[] codes = new int[values.length];
    for (int i = 0; i < codes.length; i++) {
      codes[i] = numbers.computeIfAbsent(values[i], v -> numbers.size());
    }
    int[] counts = new int[numbers.size()];
    for (int code : codes) {
      counts[code]++;
    }
    return new Labels(codes, counts);
  }

  /** How many different values there are. */
  int kinds() {
    return counts.length;
  }

  int code(int at) {
    return codes[at];
  }

  int[] codes() {
    return codes.clone();
  }

  /** How often each value occurs. */
  long[] counts() {
    return Arrays.stream(counts).asLongStream().toArray();
  }

  static void requireAsMany(String name, int size, String other, int otherSize) {
    if (size != otherSize) {
      throw new IllegalArgumentException(
          name + ": got " + size + " values, allowed: " + otherSize + ", as many as " + other);
    }
  }
}
