package dev.parley.analysis;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.ranking.NaturalRanking;

/**
 * Whether a series rises or falls: the trend test of Mann (1945, "Nonparametric tests against
 * trend") and Kendall (1975), and the slope of Sen (1968).
 *
 * <p>S = Σ<sub>i&lt;j</sub> sgn(x<sub>j</sub> - x<sub>i</sub>); without a trend its variance is (n
 * (n - 1) (2 n + 5) - Σ t (t - 1) (2 t + 5)) / 18 over groups of t equal values; z = (S - sgn S) /
 * √variance, with the correction for continuity; p is two-sided.
 *
 * <p>The curves of training are autocorrelated, for which the plain test finds trends where there
 * are none: {@link #ofCurve} is made for them.
 *
 * @param n how many values were compared
 * @param s the score S, from -n (n - 1) / 2 to n (n - 1) / 2
 * @param variance of S without a trend
 * @param z the standard score; 0 where the variance is 0
 * @param p the two-sided probability of such an S without a trend; 1 for fewer than two values and
 *     where all are alike
 * @param slope the median of (x<sub>j</sub> - x<sub>i</sub>) / (j - i), a value's step; NaN for
 *     fewer than two values
 */
public record MannKendall(int n, double s, double variance, double z, double p, double slope) {

  /** Windows to which a curve is reduced. */
  public static final int WINDOWS = 20;

  /** Lags at which ranks may be correlated. */
  private static final int LAGS = 3;

  /** Up to here, and without ties, p is counted out. */
  private static final int EXACT = 10;

  private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

  /** Beyond this many standard errors, a correlation counts. */
  private static final double NOTABLE = NORMAL.inverseSurvivalProbability(0.025);

  /**
   * The test for values that are independent but for the trend. For up to ten values without ties p
   * is exact, from the number of permutations with each number of inversions.
   *
   * @param values finite
   */
  public static MannKendall of(double[] values) {
    MannKendall normal = of(values, 1);
    int n = values.length;
    boolean ties = Arrays.stream(values).distinct().count() < n;
    if (n < 2 || n > EXACT || ties) {
      return normal;
    }
    return new MannKendall(
        n, normal.s, normal.variance, normal.z, exact(n, (int) Math.abs(normal.s)), normal.slope);
  }

  /**
   * The test for values that are correlated in time: the variance is multiplied by the factor of
   * Hamed and Rao (1998), 1 + 2 / (n (n - 1) (n - 2)) Σ (n - k) (n - k - 1) (n - k - 2)
   * ρ<sub>k</sub>, where ρ<sub>k</sub> is the correlation at lag k of the ranks of the series
   * without Sen's slope. Only lags 1 to 3 count, and only correlations beyond ±1.96 / √n. Unlike in
   * the paper the factor is 1 at least: a negative correlation makes no trend surer.
   *
   * @param values finite
   */
  public static MannKendall autocorrelated(double[] values) {
    return of(values, Math.max(1, factor(values)));
  }

  /**
   * The test for a curve of many rounds: {@link #autocorrelated} of the means of windows of equal
   * length, 20 or a few more, as many of its first values left out as do not fit. Fewer values than
   * 40 are compared one by one. At p &lt; 0.01 it finds a rise in 1 of 100 curves of 500 values
   * without one whose correlation from value to value is 0.9, and in 1 of 30 if it is 0.95
   * (simulated); beyond that a curve is too short to tell.
   *
   * @param curve finite
   * @return with the slope of one value of the curve to the next
   */
  public static MannKendall ofCurve(double[] curve) {
    int length = Math.max(1, curve.length / WINDOWS);
    MannKendall test = autocorrelated(Windows.means(curve, length));
    return new MannKendall(test.n, test.s, test.variance, test.z, test.p, test.slope / length);
  }

  /** Whether it rises: p is below {@code level} and S above 0. */
  public boolean rises(double level) {
    return s > 0 && p < level;
  }

  private static MannKendall of(double[] values, double factor) {
    int n = values.length;
    double score = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        score += Math.signum(values[j] - values[i]);
      }
    }
    double variance = factor * variance(values);
    double z = variance == 0 ? 0 : (score - Math.signum(score)) / Math.sqrt(variance);
    double p = Math.min(1, 2 * NORMAL.survivalProbability(Math.abs(z)));
    return new MannKendall(n, score, variance, z, p, slope(values));
  }

  private static double variance(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double sum = term(sorted.length);
    for (int i = 0; i < sorted.length; ) {
      int from = i;
      while (i < sorted.length && sorted[i] == sorted[from]) {
        i++;
      }
      sum -= term(i - from);
    }
    return sum / 18;
  }

  private static double term(double t) {
    return t * (t - 1) * (2 * t + 5);
  }

  /** Sen's slope. */
  private static double slope(double[] values) {
    int n = values.length;
    double[] slopes = new double[n * (n - 1) / 2];
    int at = 0;
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        slopes[at++] = (values[j] - values[i]) / (j - i);
      }
    }
    return Robust.median(slopes, 0).orElse(Double.NaN);
  }

  private static double factor(double[] values) {
    int n = values.length;
    if (n < LAGS + 1) {
      return 1;
    }
    double slope = slope(values);
    double[] level = new double[n];
    for (int i = 0; i < n; i++) {
      level[i] = values[i] - slope * (i + 1);
    }
    double[] ranks = new NaturalRanking().apply(level);
    double mean = (n + 1) / 2.0;
    double squares = 0;
    for (double rank : ranks) {
      squares += (rank - mean) * (rank - mean);
    }
    double sum = 0;
    for (int k = 1; k <= LAGS && squares > 0; k++) {
      double products = 0;
      for (int i = k; i < n; i++) {
        products += (ranks[i] - mean) * (ranks[i - k] - mean);
      }
      double correlation = products / squares;
      if (Math.abs(correlation) > NOTABLE / Math.sqrt(n)) {
        sum += (n - k) * (n - k - 1.0) * (n - k - 2.0) * correlation;
      }
    }
    return 1 + 2 * sum / (n * (n - 1.0) * (n - 2.0));
  }

  /** How probably |S| is {@code score} or more, from the permutations of n by inversions. */
  private static double exact(int n, int score) {
    double[] ways = {1};
    for (int k = 2; k <= n; k++) {
      double[] next = new double[ways.length + k - 1];
      for (int i = 0; i < ways.length; i++) {
        for (int j = 0; j < k; j++) {
          next[i + j] += ways[i];
        }
      }
      ways = next;
    }
    int most = n * (n - 1) / 2;
    double extreme = 0;
    for (int inversions = 0; inversions <= most; inversions++) {
      extreme += Math.abs(most - 2 * inversions) >= score ? ways[inversions] : 0;
    }
    return extreme / Arrays.stream(ways).sum();
  }
}
