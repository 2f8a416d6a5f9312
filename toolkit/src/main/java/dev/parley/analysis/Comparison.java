package dev.parley.analysis;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How far two settings are apart: a difference, how large it is against the spread, and whether
 * chance alone would make it.
 *
 * <p>The effect is Cohen's d with the correction of Hedges (1981), which takes away the bias of few
 * values: J(ν) = Γ(ν / 2) / (√(ν / 2) Γ((ν - 1) / 2)) for ν degrees of freedom. Its interval is the
 * exact one for normal data (Steiger and Fouladi, 1997; Cumming and Finch, 2001): the noncentral t
 * distributions that have the observed t in either tail. It is one for the true effect, so J does
 * not shrink its ends.
 *
 * <p>Where the spread is nothing but rounding the effect is 0 or infinite, without an interval.
 *
 * @param n how many pairs, or how many values both sides have together
 * @param meanDifference treatment less base
 * @param effectInterval the standardised difference; NaN throughout for a single degree of freedom,
 *     where no unbiased value exists, and where squares overflow
 * @param p two-sided, of ranks; in [0, 1]
 */
public record Comparison(int n, Interval meanDifference, Interval effectInterval, double p) {

  /** A spread below this part of the largest value is rounding. */
  private static final double ROUNDING = 1e-12;

  /**
   * Compares values that belong together, such as runs of the same seed: the mean of the
   * differences with Student's t interval; d<sub>z</sub>, their mean by their standard deviation;
   * Wilcoxon's signed-rank test (Wilcoxon, 1945), where differences of zero are ranked and then
   * left out (Pratt, 1959). Its p is exact for 50 pairs or fewer, with ties and zeros too; for more
   * it is that of the normal approximation with corrections for ties and continuity.
   *
   * @param treatment 2 values or more, all finite
   * @param base as many, in the same order
   * @param level of both intervals, in (0, 1)
   * @return p is 1 if all differences are zero
   * @throws IllegalArgumentException if an argument is not in its range
   */
  public static Comparison paired(double[] treatment, double[] base, double level) {
    double tail = Interval.tail(level);
    check("treatment", treatment);
    check("base", base);
    int n = treatment.length;
    if (base.length != n) {
      throw new IllegalArgumentException(
          "base: got " + base.length + " values, allowed: " + n + ", as many as treatment has");
    }
    double[] differences = IntStream.range(0, n).mapToDouble(i -> treatment[i] - base[i]).toArray();
    Sample sample = Sample.of(differences);
    Spread spread =
        new Spread(Math.sqrt(sample.variance()), n - 1, Math.sqrt(n), largest(treatment, base));
    return new Comparison(
        n,
        Interval.ofMean(differences, level),
        effect(sample.mean(), spread, tail),
        Ranks.signed(differences));
  }

  /**
   * Compares values that do not belong together: the difference of the means with Welch's interval
   * (Welch, 1947), which does not assume equal variances; Hedges' g, which does: the difference by
   * the pooled standard deviation; the test of Mann and Whitney (1947). Its p is exact where both
   * sides have fewer than 50 values, with ties too; elsewhere it is that of the normal
   * approximation with corrections for ties and continuity.
   *
   * @param treatment 2 values or more, all finite
   * @param base 2 values or more, all finite
   * @param level of both intervals, in (0, 1)
   * @return p is 1 if all values are the same
   * @throws IllegalArgumentException if an argument is not in its range
   */
  public static Comparison independent(double[] treatment, double[] base, double level) {
    double tail = Interval.tail(level);
    check("treatment", treatment);
    check("base", base);
    Sample a = Sample.of(treatment);
    Sample b = Sample.of(base);
    double difference = a.mean() - b.mean();
    int n = a.n() + b.n();
    int freedom = n - 2;
    double pooled = Math.sqrt((a.squares() + b.squares()) / freedom);
    double root = Math.sqrt((double) a.n() * b.n() / n);
    Spread spread = new Spread(pooled, freedom, root, largest(treatment, base));
    return new Comparison(
        n, welch(a, b, tail), effect(difference, spread, tail), Ranks.twoSamples(treatment, base));
  }

  /** The standardised difference, corrected for few values: negative where treatment is less. */
  public double effect() {
    return effectInterval.estimate();
  }

  /**
   * What a difference is measured by.
   *
   * @param deviation the standard deviation
   * @param freedom its degrees of freedom
   * @param root t is the standardised difference times this
   * @param largest the largest absolute value that was compared
   */
  private record Spread(double deviation, int freedom, double root, double largest) {}

  private static Interval effect(double difference, Spread spread, double tail) {
    if (spread.freedom() < 2 || !Double.isFinite(spread.deviation())) {
      return Interval.unbounded(Double.NaN);
    }
    double rounding = ROUNDING * spread.largest();
    if (spread.deviation() <= rounding) {
      boolean none = Math.abs(difference) <= rounding;
      return Interval.unbounded(none ? 0 : Math.copySign(Double.POSITIVE_INFINITY, difference));
    }
    double d = difference / spread.deviation();
    double t = d * spread.root();
    return new Interval(
        correction(spread.freedom()) * d,
        NoncentralT.noncentrality(t, spread.freedom(), 1 - tail) / spread.root(),
        NoncentralT.noncentrality(t, spread.freedom(), tail) / spread.root());
  }

  /**
   * J, with r(ν) = Γ(ν / 2) / Γ((ν - 1) / 2) from r(2) = 1 / √π and r(ν) r(ν + 1) = (ν - 1) / 2.
   */
  private static double correction(int freedom) {
    double ratio = 1 / Math.sqrt(Math.PI);
    for (int df = 2; df < freedom; df++) {
      ratio = (df - 1) / (2 * ratio);
    }
    return ratio / Math.sqrt(freedom / 2.0);
  }

  private static Interval welch(Sample a, Sample b, double tail) {
    double difference = a.mean() - b.mean();
    double va = a.varianceOfMean();
    double vb = b.varianceOfMean();
    if (va + vb == 0) {
      return Interval.around(difference, 0);
    }
    if (!Double.isFinite(va + vb)) {
      return Interval.unbounded(difference);
    }
    double shareA = va / (va + vb);
    double shareB = vb / (va + vb);
    double freedom = 1 / (shareA * shareA / (a.n() - 1) + shareB * shareB / (b.n() - 1));
    double t = TDistribution.of(freedom).inverseSurvivalProbability(tail);
    return Interval.around(difference, t * Math.sqrt(va + vb));
  }

  private static double largest(double[] a, double[] b) {
    return DoubleStream.concat(Arrays.stream(a), Arrays.stream(b)).map(Math::abs).max().orElse(0);
  }

  private static void check(String name, double[] values) {
    if (values.length < 2) {
      throw new IllegalArgumentException(
          name + ": got " + values.length + " values, allowed: 2 or more");
    }
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException(
            name + "[" + i + "]: got " + values[i] + ", allowed: finite values");
      }
    }
  }
}
