package dev.parley.analysis;

import static dev.parley.analysis.IntervalTest.assertClose;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.random.RandomStream;
import java.util.function.IntToDoubleFunction;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Goldens are from scipy 1.17.1. Differences: ttest_rel(a, b).confidence_interval(level), and
 * ttest_ind(a, b, equal_var=False). Effects: d * exp(gammaln(v / 2) - gammaln((v - 1) / 2)) /
 * sqrt(v / 2), and the roots δ of nct.cdf(t, v, δ) - (1 ± level) / 2 by brentq, by √n or √(n m / (n
 * + m)). Ranks: the calls are named where they are.
 */
final class ComparisonTest {

  private static final double DIGITS = 1e-9;
  private static final double NAN = Double.NaN;

  private static final double[] A = {8.5, 7.25, 9, 6.5, 8.75, 9.5};
  private static final double[] B = {7, 7.5, 7, 6.25, 8, 8.5};

  /** Two differences tie: wilcoxon(d, method=PermutationMethod(n_resamples=10**9)). */
  @Test
  void paired() {
    Comparison c = Comparison.paired(A, B, 0.95);
    assertEquals(6, c.n());
    assertClose(0.875, 0.0168015877564478, 1.7331984122435522, c.meanDifference());
    assertClose(0.8995853017304289, 0.012793288030901311, 2.0674434924313476, c.effectInterval());
    assertEquals(c.effectInterval().estimate(), c.effect());
    assertEquals(0.09375, c.p(), DIGITS);
  }

  /** wilcoxon(d, method="exact"). */
  @Test
  void pairedFewest() {
    Comparison c = Comparison.paired(new double[] {1, 2, 3.5}, new double[] {0, 2.5, 1}, 0.95);
    assertClose(1, -2.7262065676254945, 4.7262065676254945, c.meanDifference());
    assertClose(0.3761263890318376, -0.6719402464048098, 1.8951402155955268, c.effectInterval());
    assertEquals(0.5, c.p(), DIGITS);
  }

  /** wilcoxon(d, method="exact"). */
  @Test
  void pairedFifty() {
    Comparison c =
        Comparison.paired(values(50, Math::sin), values(50, i -> Math.cos(i * i % 17) / 2), 0.95);
    assertClose(0.12242920768067568, -0.10454576282565646, 0.3494041781870078, c.meanDifference());
    assertClose(0.15093401702404705, -0.1263057451595614, 0.4313520833325396, c.effectInterval());
    assertEquals(0.2866420365460076, c.p(), DIGITS);
  }

  /** wilcoxon(d, zero_method="pratt", correction=True, method="asymptotic"). */
  @Test
  void pairedMany() {
    Comparison c =
        Comparison.paired(values(200, Math::sin), values(200, i -> Math.cos(i * i % 17)), 0.95);
    assertClose(0.2221416166942733, 0.08278973478726714, 0.36149349860127944, c.meanDifference());
    assertClose(0.22144054423851323, 0.08170868757123856, 0.36230502796855063, c.effectInterval());
    assertEquals(0.0030206990905029276, c.p(), DIGITS);
    Comparison ties = Comparison.paired(values(60, i -> i % 7), values(60, i -> i * i % 5), 0.95);
    assertEquals(0.017645035009168145, ties.p(), DIGITS);
  }

  /** wilcoxon(d, zero_method="pratt", method=PermutationMethod(n_resamples=10**9)). */
  @Test
  void pairedWithZerosAndTies() {
    assertEquals(0.1015625, signed(0, 0, 1, 1, -1, 2, 0, -3, 4, 4, 2, 2), DIGITS);
    assertEquals(1, signed(0, 0, 0, 0, 5), DIGITS);
    assertEquals(0.0625, signed(0.1, 0.1, 0.1, 0.1, 0.1), DIGITS);
    assertEquals(0.2080078125, signed(values(13, i -> i * 3 % 7 - 2)), DIGITS);
  }

  /** mannwhitneyu(a, b, method="exact"). */
  @Test
  void independent() {
    Comparison c = Comparison.independent(A, new double[] {7, 7.5, 6, 6.25, 8}, 0.95);
    assertEquals(11, c.n());
    assertClose(1.3, -0.05324770778371546, 2.653247707783715, c.meanDifference());
    assertClose(1.1687183911880492, -0.07107229859198548, 2.5726451309527603, c.effectInterval());
    assertEquals(0.08225108225108226, c.p(), DIGITS);
  }

  /** mannwhitneyu(a, b, method="exact"). */
  @Test
  void independentFewest() {
    Comparison c = Comparison.independent(new double[] {1, 2}, new double[] {3, 5}, 0.95);
    assertClose(-2.5, -9.418522830071064, 4.418522830071064, c.meanDifference());
    assertClose(-1.2615662610100804, -4.964323178791996, 0.6707863386862347, c.effectInterval());
    assertEquals(1 / 3.0, c.p(), DIGITS);
  }

  /** Up to 49 values exact, from 50 on mannwhitneyu(a, b, method="asymptotic"). */
  @Test
  void independentMany() {
    Comparison exact =
        Comparison.independent(
            values(49, Math::sin), values(30, i -> Math.cos(i * 1.3) / 2 - 0.3), 0.95);
    assertClose(
        0.30611961510473557, 0.06463479664291938, 0.5476044335665518, exact.meanDifference());
    assertClose(
        0.5028721930049431, 0.044873479090593964, 0.9676039699228989, exact.effectInterval());
    assertEquals(0.10522751445965513, exact.p(), DIGITS);
    Comparison ties =
        Comparison.independent(values(60, i -> i % 7), values(50, i -> i * i % 5), 0.95);
    assertClose(0.4781000161916775, 0.09962501601652067, 0.8611138052660833, ties.effectInterval());
    assertEquals(0.018378292544446517, ties.p(), DIGITS);
  }

  /** mannwhitneyu(a, b, method=PermutationMethod(n_resamples=10**9)). */
  @Test
  void independentWithTies() {
    double[] b = {7, 7.5, 6, 6.5, 8.5};
    assertEquals(
        0.12554112554112554, twoSamples(new double[] {8.5, 7.5, 9, 6.5, 8.5, 9.5}, b), DIGITS);
    assertEquals(0.02857142857142857, twoSamples(new double[] {1, 1, 1, 1}, new double[4]), DIGITS);
    assertEquals(1, twoSamples(new double[] {1, 1}, new double[] {1, 2}), DIGITS);
    assertEquals(
        0.3177293294940354,
        twoSamples(values(9, i -> i * 3 % 7), values(8, i -> i * 5 % 6 - 1)),
        DIGITS);
  }

  @Test
  void noDifference() {
    Comparison same = Comparison.paired(A, A.clone(), 0.95);
    assertEquals(new Comparison(6, new Interval(0, 0, 0), effect(0), 1), same);
    double[] four = {4, 4, 4};
    Comparison constant = Comparison.independent(four, four, 0.95);
    assertEquals(new Comparison(6, new Interval(0, 0, 0), effect(0), 1), constant);
  }

  /** No spread at all: the effect has no size, and ranks can only say that the signs are alike. */
  @Test
  void sameDifferenceEverywhere() {
    double[] treatment = {3.5, 1.5, 2.5, 7.5, 8.5};
    Comparison paired = Comparison.paired(treatment, new double[] {4, 2, 3, 8, 9}, 0.95);
    assertEquals(
        new Comparison(5, new Interval(-0.5, -0.5, -0.5), effect(Double.NEGATIVE_INFINITY), 0.0625),
        paired);
    Comparison apart = Comparison.independent(new double[] {2, 2, 2}, new double[] {1, 1, 1}, 0.95);
    assertEquals(
        new Comparison(6, new Interval(1, 1, 1), effect(Double.POSITIVE_INFINITY), 0.1), apart);
  }

  /** 0.3 - 0.2, 0.2 - 0.1 and 0.4 - 0.3 differ in their last digits. */
  @Test
  void spreadOfRoundingAloneIsNone() {
    double[] treatment = {0.3, 0.2, 0.4};
    double[] base = {0.2, 0.1, 0.3};
    Comparison c = Comparison.paired(treatment, base, 0.95);
    assertEquals(Double.POSITIVE_INFINITY, c.effect());
    double[] third = {0.1 + 0.2, 0.1 + 0.7, 0.3 - 0.1};
    assertEquals(0, Comparison.paired(third, new double[] {0.3, 0.8, 0.2}, 0.95).effect());
  }

  /** J is 0 for one degree of freedom. */
  @Test
  void twoPairsHaveNoEffect() {
    Comparison c = Comparison.paired(new double[] {1, 3}, new double[] {0, 1}, 0.95);
    assertClose(1.5, -4.853102368087347, 7.853102368087347, c.meanDifference());
    assertEquals(effect(NAN), c.effectInterval());
    assertEquals(0.5, c.p());
  }

  @Test
  void squaresThatOverflowLeaveNoInterval() {
    double[] large = {3e200, 3e200, 0};
    Comparison c = Comparison.independent(large, new double[3], 0.95);
    assertEquals(new Interval(2e200, NAN, NAN), c.meanDifference());
    assertEquals(effect(NAN), c.effectInterval());
    assertEquals(0.4, c.p(), DIGITS);
  }

  /** So near to 1 that no digits are left beside it. */
  @Test
  void levelNextToOne() {
    Interval effect = Comparison.paired(A, B, Math.nextDown(1.0)).effectInterval();
    assertTrue(effect.high() > 4, effect::toString);
  }

  @Test
  void exchangedSidesMirrorEverything() {
    Comparison forth = Comparison.paired(A, B, 0.9);
    Comparison back = Comparison.paired(B, A, 0.9);
    assertMirrored(forth, back);
    double[] five = {7, 7.5, 6, 6.25, 8};
    assertMirrored(Comparison.independent(A, five, 0.9), Comparison.independent(five, A, 0.9));
  }

  /** Differences of 0.5 and a spread of 1; 400 studies; the standard error is 1.5 % of them. */
  @Test
  void effectIsCoveredAsOftenAsStated() {
    RandomStream random = new RandomStream(31);
    int paired = 0;
    int independent = 0;
    double sum = 0;
    for (int study = 0; study < 400; study++) {
      double[] x = DoubleStream.generate(() -> 0.5 + random.nextGaussian()).limit(5).toArray();
      double[] y = DoubleStream.generate(random::nextGaussian).limit(7).toArray();
      paired += holds(Comparison.paired(x, new double[5], 0.9).effectInterval(), 0.5);
      Interval g = Comparison.independent(x, y, 0.9).effectInterval();
      independent += holds(g, 0.5);
      sum += g.estimate();
    }
    assertEquals(0.9, paired / 400.0, 0.045);
    assertEquals(0.9, independent / 400.0, 0.045);
    assertEquals(0.5, sum / 400, 0.1);
  }

  /** A test at 0.05 is wrong in no more than that, with ties too: five values of 0, 1 or 2. */
  @Test
  void testsWithTiesAreNotWrongMoreOftenThanStated() {
    RandomStream random = new RandomStream(32);
    int signed = 0;
    int two = 0;
    for (int study = 0; study < 2000; study++) {
      double[] x = DoubleStream.generate(() -> random.nextInt(3)).limit(7).toArray();
      double[] y = DoubleStream.generate(() -> random.nextInt(3)).limit(7).toArray();
      signed += Comparison.paired(x, y, 0.9).p() <= 0.05 ? 1 : 0;
      two += Comparison.independent(x, y, 0.9).p() <= 0.05 ? 1 : 0;
    }
    assertTrue(signed <= 110 && two <= 110, signed + " and " + two + " of 2000");
    assertTrue(signed >= 10 && two >= 10, signed + " and " + two + " of 2000");
  }

  @Test
  void badInput() {
    double[] two = {1, 2};
    double[] three = {1, 2, 3};
    assertRefused(
        "base: got 3 values, allowed: 2, as many as treatment has",
        () -> Comparison.paired(two, three, 0.95));
    assertRefused(
        "treatment: got 1 values, allowed: 2 or more",
        () -> Comparison.paired(new double[1], two, 0.95));
    assertRefused(
        "base: got 0 values, allowed: 2 or more",
        () -> Comparison.independent(two, new double[0], 0.95));
    assertRefused(
        "base[1]: got NaN, allowed: finite values",
        () -> Comparison.independent(two, new double[] {1, NAN, 3}, 0.95));
    assertRefused(
        "level: got 95.0, allowed: above 0 and below 1, such as 0.95",
        () -> Comparison.paired(two, two, 95));
  }

  private static Interval effect(double estimate) {
    return new Interval(estimate, NAN, NAN);
  }

  private static int holds(Interval interval, double value) {
    return interval.low() <= value && value <= interval.high() ? 1 : 0;
  }

  private static double signed(double... differences) {
    return Comparison.paired(differences, new double[differences.length], 0.95).p();
  }

  private static double twoSamples(double[] a, double[] b) {
    return Comparison.independent(a, b, 0.95).p();
  }

  private static double[] values(int n, IntToDoubleFunction value) {
    return IntStream.range(0, n).mapToDouble(value).toArray();
  }

  private static void assertMirrored(Comparison forth, Comparison back) {
    Interval mean = forth.meanDifference();
    assertClose(-mean.estimate(), -mean.high(), -mean.low(), back.meanDifference());
    Interval effect = forth.effectInterval();
    assertClose(-effect.estimate(), -effect.high(), -effect.low(), back.effectInterval());
    assertEquals(forth.p(), back.p(), DIGITS);
  }

  private static void assertRefused(String message, Runnable call) {
    IllegalArgumentException e = assertThrows(IllegalArgumentException.class, call::run);
    assertEquals(message, e.getMessage());
  }
}
