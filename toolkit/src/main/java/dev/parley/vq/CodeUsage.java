package dev.parley.vq;

import java.util.Arrays;

/** How often each code was used. */
public final class CodeUsage {

  private final long[] counts;

  /** No use yet of any of {@code codes} codes. */
  public CodeUsage(int codes) {
    this.counts = new long[codes];
  }

  /** One more use. */
  public void add(int code) {
    counts[code]++;
  }

  /** Forgets all uses. */
  public void clear() {
    Arrays.fill(counts, 0);
  }

  /** The uses of every code, in a new array. */
  public long[] counts() {
    return counts.clone();
  }

  /** How many codes were used at least once. */
  public int used() {
    int used = 0;
    for (long count : counts) {
      used += count > 0 ? 1 : 0;
    }
    return used;
  }

  /**
   * exp of the entropy of the use, in [1, codes]: the number of codes that would be used evenly; 0
   * without a use.
   */
  public double perplexity() {
    double total = 0;
    for (long count : counts) {
      total += count;
    }
    double entropy = 0;
    for (long count : counts) {
      if (count > 0) {
        double p = count / total;
        entropy -= p * Math.log(p);
      }
    }
    return total == 0 ? 0 : Math.exp(entropy);
  }
}
