package dev.parley.analysis;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Entropy of observed frequencies, in bits. */
public final class Entropy {

  private Entropy() {}

  /**
   * The plug-in entropy -Σ p log₂ p of what occurs; 0 for nothing. It is too low for few
   * observations.
   */
  public static double bits(Collection<?> observed) {
    Map<Object, Long> counts = new HashMap<>();
    observed.forEach(o -> counts.merge(o, 1L, Long::sum));
    return bits(counts.values().stream().mapToLong(Long::longValue).toArray());
  }

  /**
   * The plug-in entropy -Σ p log₂ p of counts; 0 if nothing was counted. It is too low for few
   * observations. Two to its power is the perplexity.
   *
   * @param counts 0 or more each; what was never seen adds nothing
   * @throws IllegalArgumentException if a count is negative
   */
  public static double bits(long[] counts) {
    double n = 0;
    for (long count : counts) {
      if (count < 0) {
        throw new IllegalArgumentException("counts: got " + count + ", allowed: 0 or more");
      }
      n += count;
    }
    double sum = 0;
    for (long count : counts) {
      if (count > 0) {
        sum -= count / n * Math.log(count / n);
      }
    }
    return sum / Math.log(2);
  }
}
