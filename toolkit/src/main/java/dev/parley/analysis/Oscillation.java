package dev.parley.analysis;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.FDistribution;

/**
 * Whether a curve swings in its second half more than the noise of its values explains, without
 * getting on. Noise, such as the mix of labels in a batch and exploration, is independent from
 * value to value; what is not is a swing. Two measures of its energy, both above a straight trend:
 *
 * <ul>
 *   <li><em>Slow swings</em>, of any shape. The half is cut into up to 50 windows. Without swings
 *       the mean square between their means, and that within them, are alike: the ratio has
 *       Fisher's F distribution (one-way analysis of variance; Fisher, 1925). The standard
 *       deviation of the swings is √((between - within) / length). The curve is to go from one side
 *       of its trend to the other, and so of its mean, two times or more, each time by two standard
 *       errors of a window's mean: a step alone is no swing.
 *   <li><em>Regular swings</em>, of any period from two values to a tenth of the half: the largest
 *       line of the periodogram as a share of its sum, with the exact probability of Fisher's test
 *       (1929, "Tests of significance in harmonic analysis"). It counts as a line if it is five
 *       times as high as the mean of the lines 3 to 8 away. The last 4096 values are looked at.
 * </ul>
 *
 * <p>Swings that are as fast and irregular as noise cannot be told from it.
 *
 * @param values how many the second half has
 * @param slow standard deviation of the slow swings, in units of the curve
 * @param turns how often the curve goes from one side of its trend and mean to the other
 * @param slowP the probability of such slow swings in noise
 * @param regular standard deviation of the strongest regular swing, in units of the curve; up to a
 *     third too low where its period does not divide the curve
 * @param period of the strongest regular swing, in values
 * @param regularP the probability of such a regular swing in noise; 1 if it is no line
 * @param trend of the second half
 */
public record Oscillation(
    int values,
    double slow,
    int turns,
    double slowP,
    double regular,
    double period,
    double regularP,
    MannKendall trend) {

  /** The shortest curve that can be judged. */
  public static final int SHORTEST = 40;

  /** Of curves without swings, about one in 5,000 has more energy. */
  private static final double LEVEL = 1e-4;

  /** As in the rule for trends. */
  private static final double RISING = 0.01;

  private static final int WINDOWS = 50;
  private static final int TURNS = 2;
  private static final int CYCLES = 10;
  private static final int MOST = 4096;

  /** A line of the periodogram is so much higher than what is around it: no edge of a step. */
  private static final double LINE = 5;

  private static final int NEAR = 3;
  private static final int FAR = 8;

  /**
   * Looks at the second half of a curve.
   *
   * @param curve one finite value a round, {@value #SHORTEST} or more
   * @throws IllegalArgumentException if there are fewer
   */
  public static Oscillation of(double[] curve) {
    if (curve.length < SHORTEST) {
      throw new IllegalArgumentException(
          "curve: got " + curve.length + " values, allowed: " + SHORTEST + " or more");
    }
    double[] half = Arrays.copyOfRange(curve, curve.length / 2, curve.length);
    int length = Math.max(2, (half.length + WINDOWS - 1) / WINDOWS);
    double[] means = Windows.means(half, length);
    double[] swings = Windows.detrended(means);
    int n = swings.length;
    double between = length * Arrays.stream(swings).map(s -> s * s).sum() / (n - 2);
    double within = Windows.varianceWithin(half, length);
    double p =
        within == 0
            ? between == 0 ? 1 : 0
            : FDistribution.of(n - 2.0, n * (length - 1.0)).survivalProbability(between / within);
    double slow = Math.sqrt(Math.max(0, between - within) / length);
    double mean = Sample.of(means).mean();
    double far = 2 * Math.sqrt(within / length);
    double[] fromMean = Arrays.stream(means).map(m -> m - mean).toArray();
    int turns = Math.min(turns(swings, far), turns(fromMean, far));
    double[] late = Arrays.copyOfRange(half, Math.max(0, half.length - MOST), half.length);
    double[] power = power(Windows.detrended(late));
    int peak = peak(power);
    double total = Arrays.stream(power).sum();
    return new Oscillation(
        half.length,
        slow,
        turns,
        p,
        Math.sqrt(power[peak]),
        (double) late.length / (CYCLES + peak),
        total > 0 && isLine(power, peak) ? fisher(power[peak] / total, power.length) : 1,
        MannKendall.ofCurve(half));
  }

  /**
   * Whether it oscillates: slow or regular swings of the standard deviation {@code least} or more,
   * with a probability below 0.0001 in noise, and no rise in the second half (p &lt; 0.01).
   *
   * @param least in units of the curve, above 0: swings that are smaller do not matter
   */
  public boolean found(double least) {
    return !trend.rises(RISING) && (swingsSlowly(least) || swingsRegularly(least));
  }

  /** Whether slow swings are beyond noise and as large as that. */
  public boolean swingsSlowly(double least) {
    return slowP < LEVEL && slow >= least && turns >= TURNS;
  }

  /** Whether a regular swing is beyond noise and as large as that. */
  public boolean swingsRegularly(double least) {
    return regularP < LEVEL && regular >= least;
  }

  private static int turns(double[] swings, double far) {
    int turns = 0;
    double side = 0;
    for (double swing : swings) {
      if (Math.abs(swing) > far) {
        turns += side * swing < 0 ? 1 : 0;
        side = Math.signum(swing);
      }
    }
    return turns;
  }

  /**
   * The variance of the part of each frequency of ten cycles or more, below half a cycle a value;
   * element i has i + 10 cycles. Never empty.
   */
  private static double[] power(double[] values) {
    int n = values.length;
    double[] cosine = new double[n];
    double[] sine = new double[n];
    for (int i = 0; i < n; i++) {
      cosine[i] = Math.cos(2 * Math.PI * i / n);
      sine[i] = Math.sin(2 * Math.PI * i / n);
    }
    double[] power = new double[Math.max(1, (n - 1) / 2 - CYCLES + 1)];
    for (int k = 0; k < power.length; k++) {
      double real = 0;
      double imaginary = 0;
      int angle = 0;
      for (double value : values) {
        real += value * cosine[angle];
        imaginary += value * sine[angle];
        angle += k + CYCLES;
        angle -= angle >= n ? n : 0;
      }
      power[k] = 2 * (real * real + imaginary * imaginary) / ((double) n * n);
    }
    return power;
  }

  private static boolean isLine(double[] power, int peak) {
    double around = 0;
    int lines = 0;
    for (int k = 0; k < power.length; k++) {
      int distance = Math.abs(k - peak);
      if (distance >= NEAR && distance <= FAR) {
        around += power[k];
        lines++;
      }
    }
    return lines > 0 && power[peak] * lines >= LINE * around;
  }

  private static int peak(double[] power) {
    int peak = 0;
    for (int k = 1; k < power.length; k++) {
      peak = power[k] > power[peak] ? k : peak;
    }
    return peak;
  }

  /**
   * Fisher's Σ (-1)^(j - 1) C(m, j) (1 - j g)^(m - 1), over j from 1 to 1 / g; 1 where the first
   * term says that it is above 0.99.
   */
  static double fisher(double share, int m) {
    if (m * Math.pow(1 - share, m - 1.0) > 5) {
      return 1;
    }
    double sum = 0;
    double choose = 1;
    for (int j = 1; j <= m && j * share < 1; j++) {
      choose *= (m - j + 1.0) / j;
      double term = choose * Math.pow(1 - j * share, m - 1.0);
      sum += j % 2 == 1 ? term : -term;
    }
    return Math.min(1, Math.max(0, sum));
  }
}
