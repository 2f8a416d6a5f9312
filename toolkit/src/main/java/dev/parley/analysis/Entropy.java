package dev.parley.analysis;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Entropy of observed frequencies, in bits, and what is made of it. */
public final class Entropy {

  private static final double LOG_2 = Math.log(2);

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

  /** The plug-in entropy of observations, one a value; 0 for nothing. */
  public static double bits(int[] observed) {
    return bits(Labels.of(observed).counts());
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
    return sum / LOG_2;
  }

  /**
   * The plug-in entropy with the first-order correction of its bias (Miller, 1955): (K - 1) / (2 n
   * ln 2) bits more, for K values that were seen among n. It can be more than log₂ K, and stays too
   * low where many values were never seen.
   *
   * @return 0 if nothing was counted, or one value only
   * @throws IllegalArgumentException if a count is negative
   */
  public static double correctedBits(long[] counts) {
    double plugIn = bits(counts);
    double n = Arrays.stream(counts).asDoubleStream().sum();
    long seen = Arrays.stream(counts).filter(count -> count > 0).count();
    return seen == 0 ? 0 : plugIn + (seen - 1) / (2 * n * LOG_2);
  }

  /** {@link #correctedBits(long[])} of observations, one a value. */
  public static double correctedBits(int[] observed) {
    return correctedBits(Labels.of(observed).counts());
  }

  /**
   * Two to the power of the plug-in entropy: how many equally frequent values would have as much.
   *
   * @return from 1 to the number of values; 1 if nothing was counted
   * @throws IllegalArgumentException if a count is negative
   */
  public static double perplexity(long[] counts) {
    return Math.pow(2, bits(counts));
  }

  /** {@link #perplexity(long[])} of observations, one a value. */
  public static double perplexity(int[] observed) {
    return perplexity(Labels.of(observed).counts());
  }

  /**
   * The plug-in conditional entropy H(X | Y) = H(X, Y) - H(Y), in bits: what is left to be known of
   * {@code x} by who knows {@code given}. It is too low for few observations of each pair.
   *
   * @return from 0 to H(X); 0 for nothing
   * @throws IllegalArgumentException if there are not as many of both
   */
  public static double conditionalBits(int[] x, int[] given) {
    return Math.max(0, bits(x) - MutualInformation.plugIn(x, given));
  }

  /**
   * The Jensen-Shannon divergence (Lin, 1991) of two frequencies, in bits: H((p + q) / 2) - (H(p) +
   * H(q)) / 2. Its square root is a metric, which is what scipy calls {@code jensenshannon}.
   *
   * @param p counts of each value, 0 or more
   * @param q counts of the same values
   * @return from 0 for the same frequencies to 1 for nothing in common; 0 if both counted nothing,
   *     1 if one of them did
   * @throws IllegalArgumentException if there are not as many of both, or a count is negative
   */
  public static double jensenShannon(long[] p, long[] q) {
    Labels.requireAsMany("q", q.length, "p", p.length);
    double halves = (bits(p) + bits(q)) / 2;
    double ofP = Arrays.stream(p).asDoubleStream().sum();
    double ofQ = Arrays.stream(q).asDoubleStream().sum();
    if (ofP == 0 || ofQ == 0) {
      return ofP == ofQ ? 0 : 1;
    }
    double sum = 0;
    for (int i = 0; i < p.length; i++) {
      double mean = (p[i] / ofP + q[i] / ofQ) / 2;
      sum -= mean > 0 ? mean * Math.log(mean) : 0;
    }
    return Math.min(1, Math.max(0, sum / LOG_2 - halves));
  }
}
