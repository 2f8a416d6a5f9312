package dev.parley.analysis;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * The rank exponent of types: p(r) = r<sup>-s</sup> / Σ r<sup>-s</sup> for the rank r from 1 to V
 * (Zipf, 1949), with the s of the highest likelihood, where the mean of ln r under the model is the
 * observed one. V is finite, so s is any number, 1 and less too.
 *
 * <p><b>Ranks.</b> What a rank is taken from matters more than all the rest:
 *
 * <ul>
 *   <li>{@link Ranking#SAME}: from the counts that are then fitted, the usual way. Chance makes
 *       some types look more frequent and ranks them first, so <b>s is too high</b>: equally
 *       frequent types get an exponent well above 0. The standard error knows nothing of it.
 *   <li>{@link Ranking#SPLIT}: from one random half, while the other half is counted (Piantadosi,
 *       2014, "Zipf's word frequency law in natural language"). Equally frequent types get 0. What
 *       is left are rare types out of order, which make s a little too low.
 *   <li>{@link Ranking#GIVEN}: known beforehand, from earlier rounds or a design. No bias.
 * </ul>
 *
 * <p><b>Support.</b> V is the number of types that could have occurred, such as a vocabulary, or of
 * those that did: two different models, and two exponents. {@link #support()} and {@link
 * #observedSupport()} tell which. Types without a count are in V only.
 *
 * <p>Never fitted by a line on logarithmic axes, which has neither a likelihood nor a test. Without
 * observations, or with V = 1, the exponent is NaN; with one type only it is infinite, and its
 * standard error NaN.
 *
 * @param exponent s
 * @param standardError 1 / √(n Var<sub>s</sub>(ln r)), for given ranks
 * @param distance of Kolmogorov and Smirnov: the largest one of the distribution functions over
 *     ranks
 * @param n how many observations were fitted: about half of them if split
 * @param total how many there were
 * @param support V
 * @param observedSupport whether V is the number of observed types
 * @param ranking what the ranks are from
 */
public record Zipf(
    double exponent,
    double standardError,
    double distance,
    long n,
    long total,
    long support,
    boolean observedSupport,
    Ranking ranking) {

  /** As many resamples as give {@link #p} with a standard error of 0.01 at 0.1. */
  public static final int RESAMPLES = 1000;

  private static final double START = 1;

  /** An exponent that is none. */
  private static final double ROUNDED = 1e-9;

  /** What ranks are taken from. */
  public enum Ranking {
    /** The counts that are fitted: biased upwards. */
    SAME,
    /** The other half of the observations. */
    SPLIT,
    /** Elsewhere. */
    GIVEN
  }

  /**
   * The exponent over all types that could have occurred, ranked by the same counts: biased
   * upwards.
   *
   * @param counts how often each type occurs, 0 or more, in any order
   * @param support V: at least as many as occur
   * @throws IllegalArgumentException if an argument is not in its range
   */
  public static Zipf of(long[] counts, long support) {
    return same(used(counts, support), support, false);
  }

  /**
   * The exponent over the types that occur, ranked by the same counts: biased upwards.
   *
   * @param counts how often each type occurs, 0 or more, in any order
   * @throws IllegalArgumentException if a count is negative
   */
  public static Zipf ofObserved(long[] counts) {
    long[] used = used(counts, Long.MAX_VALUE);
    return same(used, used.length, true);
  }

  /**
   * The exponent over all types that could have occurred; each observation goes into one of two
   * halves with equal probability, one ranks the types and the other is counted. Equals are ranked
   * at random.
   *
   * @param counts how often each type occurs, 0 or more, in any order
   * @param support V: at least as many as occur
   * @param random what splits and ranks equals
   * @throws IllegalArgumentException if an argument is not in its range
   */
  public static Zipf split(long[] counts, long support, RandomGenerator random) {
    return split(used(counts, support), support, false, random);
  }

  /**
   * As {@link #split(long[], long, RandomGenerator)}, over the types that occur in either half.
   *
   * @throws IllegalArgumentException if a count is negative
   */
  public static Zipf splitObserved(long[] counts, RandomGenerator random) {
    long[] used = used(counts, Long.MAX_VALUE);
    return split(used, used.length, true, random);
  }

  /**
   * The exponent for ranks that are known, without bias. V is the number of counts.
   *
   * @param counts of rank 1, 2 and so on, 0 or more
   * @throws IllegalArgumentException if a count is negative
   */
  public static Zipf ofRanked(long[] counts) {
    check(counts);
    long n = Arrays.stream(counts).sum();
    return fit(counts, counts.length).described(n, false, Ranking.GIVEN);
  }

  private static Zipf same(long[] used, long support, boolean observed) {
    long[] ranked = RankedCounts.descending(used);
    Zipf fit = fit(ranked, support);
    return fit.described(fit.n, observed, Ranking.SAME);
  }

  private static Zipf split(long[] used, long support, boolean observed, RandomGenerator random) {
    long total = Arrays.stream(used).sum();
    Zipf fit = fit(RankedCounts.split(used, random), support);
    return fit.described(total, observed, Ranking.SPLIT);
  }

  private Zipf described(long all, boolean observed, Ranking from) {
    return new Zipf(exponent, standardError, distance, n, all, support, observed, from);
  }

  private static long[] used(long[] counts, long support) {
    check(counts);
    long[] used = Arrays.stream(counts).filter(count -> count > 0).toArray();
    if (support < Math.max(1, used.length)) {
      throw new IllegalArgumentException(
          "support: got "
              + support
              + ", allowed: 1 or more, and the "
              + used.length
              + " types used");
    }
    return used;
  }

  private static void check(long[] counts) {
    for (long count : counts) {
      if (count < 0) {
        throw new IllegalArgumentException("counts: got " + count + ", allowed: 0 or more");
      }
    }
  }

  /** Types that are all as frequent have exponent 0, not what is left of it by rounding. */
  private static double withoutRounding(double exponent) {
    return Math.abs(exponent) < ROUNDED ? 0 : exponent;
  }

  /** Fits counts by rank; what describes the data is filled in by the caller. */
  private static Zipf fit(long[] counts, long support) {
    long n = Arrays.stream(counts).sum();
    RankedCounts ranked = new RankedCounts();
    double exponent = withoutRounding(ranked.exponent(counts, n, support, START));
    double error = Double.NaN;
    double distance = Double.isNaN(exponent) ? Double.NaN : 0;
    if (Double.isFinite(exponent)) {
      Jet sum = FiniteZipf.sum(exponent, support);
      error = 1 / Math.sqrt(n * sum.varianceLog());
      distance = ranked.distance(counts, n, exponent, sum.value(), Double.POSITIVE_INFINITY);
    }
    return new Zipf(exponent, error, distance, n, n, support, false, Ranking.GIVEN);
  }

  /**
   * As {@link #p(int, RandomGenerator)} with {@link #RESAMPLES} resamples.
   *
   * @return NaN if the exponent is not finite
   */
  public double p(RandomGenerator random) {
    return p(RESAMPLES, random);
  }

  /**
   * The goodness of fit: how often a sample of as many observations from the fitted law is as far
   * from its own fit, {@link #distance()}, by a parametric bootstrap. Each one is ranked, split and
   * given its support as the observed one was. Low if Zipf's law is not the truth; (1 + k) / (1 +
   * B) for k of B resamples.
   *
   * @param resamples 1 or more
   * @param random what the bootstrap draws from
   * @return NaN if the exponent is not finite
   * @throws IllegalArgumentException if there is no resample
   */
  public double p(int resamples, RandomGenerator random) {
    if (resamples < 1) {
      throw new IllegalArgumentException("resamples: got " + resamples + ", allowed: 1 or more");
    }
    if (!Double.isFinite(exponent)) {
      return Double.NaN;
    }
    RankDraws draws = new RankDraws(exponent, support, ranking == Ranking.GIVEN);
    RankedCounts ranked = new RankedCounts();
    int asFar = 0;
    for (int i = 0; i < resamples; i++) {
      asFar += asFar(draws.draw(total, random), ranked, random) ? 1 : 0;
    }
    return (1.0 + asFar) / (1.0 + resamples);
  }

  private boolean asFar(long[] drawn, RankedCounts ranked, RandomGenerator random) {
    long[] counts = drawn;
    long types = support;
    if (ranking != Ranking.GIVEN) {
      long[] used = Arrays.stream(drawn).filter(count -> count > 0).toArray();
      types = observedSupport ? used.length : support;
      counts =
          ranking == Ranking.SAME
              ? RankedCounts.descending(used)
              : RankedCounts.split(used, random);
    }
    long n = Arrays.stream(counts).sum();
    double s = ranked.exponent(counts, n, types, exponent);
    if (!Double.isFinite(s)) {
      return distance <= 0;
    }
    double whole = FiniteZipf.sum(s, types).value();
    return ranked.distance(counts, n, s, whole, distance) >= distance;
  }

  /** The expected share of a rank from 1 to V. */
  public double share(long rank) {
    return Math.exp(-exponent * Math.log((double) rank))
        / FiniteZipf.sum(exponent, support).value();
  }
}
