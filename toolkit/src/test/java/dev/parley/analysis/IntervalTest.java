package dev.parley.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.random.RandomStream;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Goldens are from scipy 1.17.1; the call is named where they are. */
final class IntervalTest {

  private static final double DIGITS = 1e-9;
  private static final double NAN = Double.NaN;

  /** t.interval(level, n - 1, loc=mean(x), scale=sem(x)). */
  @Test
  void mean() {
    double[] five = {1.5, 2.25, -0.75, 4.0, 3.125};
    assertClose(2.025, -0.22524838083318643, 4.275248380833187, Interval.ofMean(five, 0.95));
    assertClose(2.025, 0.2971845390945602, 3.7528154609054383, Interval.ofMean(five, 0.9));
    assertClose(
        1.5, -4.853102368087347, 7.853102368087347, Interval.ofMean(new double[] {1, 2}, 0.95));
  }

  /** x = sin(i), i from 0 to 199; as above. */
  @Test
  void meanOfMany() {
    double[] x = new double[200];
    for (int i = 0; i < x.length; i++) {
      x[i] = Math.sin(i);
    }
    assertClose(
        0.004529984904141211, -0.12567204742967042, 0.13473201723795286, Interval.ofMean(x, 0.99));
  }

  @Test
  void meanOfTooFew() {
    assertEquals(new Interval(3, NAN, NAN), Interval.ofMean(new double[] {3}, 0.95));
    assertEquals(new Interval(NAN, NAN, NAN), Interval.ofMean(new double[0], 0.95));
  }

  @Test
  void meanOfTheSame() {
    assertEquals(new Interval(3, 3, 3), Interval.ofMean(new double[] {3, 3, 3}, 0.95));
  }

  @Test
  void nanIsNotLeftOut() {
    assertEquals(new Interval(NAN, NAN, NAN), Interval.ofMean(new double[] {3, NAN, 4}, 0.95));
  }

  /** binomtest(hits, n).proportion_ci(level, method="wilson"). */
  @Test
  void share() {
    assertClose(0.7, 0.39677814746114526, 0.892208732593699, Interval.ofShare(7, 10, 0.95));
    assertClose(1 / 3.0, 0.07826572633372841, 0.7464661317187758, Interval.ofShare(1, 3, 0.9));
    assertClose(0.48, 0.4395711016911704, 0.5206925449049659, Interval.ofShare(480, 1000, 0.99));
  }

  /** As above: none and all have an end exactly there. */
  @Test
  void shareOfNoneAndAll() {
    Interval none = Interval.ofShare(0, 10, 0.95);
    assertClose(0, 0, 0.27753279986288926, none);
    assertEquals(0, none.low());
    Interval all = Interval.ofShare(10, 10, 0.95);
    assertClose(1, 0.7224672001371109, 1, all);
    assertEquals(1, all.high());
  }

  @Test
  void shareOfNothing() {
    assertEquals(new Interval(NAN, NAN, NAN), Interval.ofShare(0, 0, 0.95));
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 95, -0.5, Double.NaN})
  void levelIsAShare(double level) {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Interval.ofMean(new double[0], level));
    assertEquals(
        "level: got " + level + ", allowed: above 0 and below 1, such as 0.95", e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> Interval.ofShare(1, 2, level));
  }

  @Test
  void hitsAreSome() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Interval.ofShare(4, 3, 0.95));
    assertEquals("hits: got 4 of 3, allowed: 0 to n", e.getMessage());
    assertThrows(IllegalArgumentException.class, () -> Interval.ofShare(-1, 3, 0.95));
    assertThrows(IllegalArgumentException.class, () -> Interval.ofShare(0, -1, 0.95));
  }

  /** Of 4000 samples of four normal values; the standard error of the count is 0.5 % of them. */
  @Test
  void meanIsCoveredAsOftenAsStated() {
    RandomStream random = new RandomStream(11);
    int covered = 0;
    for (int i = 0; i < 4000; i++) {
      double[] x = DoubleStream.generate(() -> 5 + 2 * random.nextGaussian()).limit(4).toArray();
      Interval interval = Interval.ofMean(x, 0.9);
      covered += interval.low() <= 5 && 5 <= interval.high() ? 1 : 0;
    }
    assertEquals(0.9, covered / 4000.0, 0.015);
  }

  /** For every share that ten trials can have: within the interval, and the mirror of its rest. */
  @Test
  void shareAndItsRestMirrorEachOther() {
    for (int hits = 0; hits <= 10; hits++) {
      Interval share = Interval.ofShare(hits, 10, 0.95);
      assertTrue(0 <= share.low() && share.low() <= share.estimate(), share::toString);
      assertTrue(share.estimate() <= share.high() && share.high() <= 1, share::toString);
      Interval rest = Interval.ofShare(10 - hits, 10, 0.95);
      assertClose(1 - share.estimate(), 1 - share.high(), 1 - share.low(), rest);
    }
  }

  static void assertClose(double estimate, double low, double high, Interval actual) {
    assertEquals(estimate, actual.estimate(), DIGITS);
    assertEquals(low, actual.low(), DIGITS);
    assertEquals(high, actual.high(), DIGITS);
  }
}
