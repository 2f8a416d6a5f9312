package dev.parley.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.random.RandomStream;
import java.util.Arrays;
import java.util.OptionalDouble;
import org.junit.jupiter.api.Test;

/** Goldens are from scipy 1.17.1 and numpy 2.4.6; the call is named where they are. */
final class RobustTest {

  private static final double DIGITS = 1e-12;
  private static final double NAN = Double.NaN;

  /** trim_mean(x, 0.25), which is what rliable calls. */
  @Test
  void interquartileMean() {
    assertEquals(
        3.857142857142857,
        Robust.interquartileMean(new double[] {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5}),
        DIGITS);
    assertEquals(
        4.333333333333333, Robust.interquartileMean(new double[] {-5, 2, 3, 1e9, 8}), DIGITS);
    double[] sines = new double[40];
    Arrays.setAll(sines, Math::sin);
    assertEquals(0.04067332808639518, Robust.interquartileMean(sines), DIGITS);
  }

  /** As above: below four values nothing is cut. */
  @Test
  void interquartileMeanOfFew() {
    assertEquals(7, Robust.interquartileMean(new double[] {7}));
    assertEquals(1.5, Robust.interquartileMean(new double[] {1, 2}));
    assertEquals(2.3333333333333335, Robust.interquartileMean(new double[] {1, 2, 4}), DIGITS);
    assertEquals(3, Robust.interquartileMean(new double[] {1, 2, 4, 100}));
  }

  @Test
  void interquartileMeanOfNothing() {
    assertEquals(NAN, Robust.interquartileMean(new double[0]));
  }

  /** NaN sorts above all numbers; cut off, a failed run would count as the best. */
  @Test
  void nanIsNotCutOff() {
    assertEquals(NAN, Robust.interquartileMean(new double[] {1, 2, 3, NAN}));
    double[][] strata = {{1, 2, 3}, {NAN, 5}};
    assertEquals(
        new Interval(NAN, NAN, NAN),
        Robust.interquartileMean(strata, 0.9, 10, new RandomStream(1)));
  }

  @Test
  void argumentsAreNotSorted() {
    double[] x = {3, 1, 2};
    double[][] strata = {x};
    Robust.interquartileMean(x);
    Robust.median(x, 0);
    Robust.interquartileMean(strata, 0.9, 10, new RandomStream(1));
    assertArrayEquals(new double[] {3, 1, 2}, x);
  }

  @Test
  void estimateIsThatOfAllValues() {
    double[][] strata = {{3, 1, 4, 1}, {}, {5, 9, 2}, {6, 5, 3, 5}};
    Interval interval = Robust.interquartileMean(strata, 0.9, 50, new RandomStream(1));
    assertEquals(3.857142857142857, interval.estimate(), DIGITS);
    assertTrue(interval.low() < 3.8 && interval.high() > 3.9, interval::toString);
  }

  /** Strata of one value each can only be drawn as they are, which tells nothing of chance. */
  @Test
  void oneValueHasNoEnds() {
    double[][] strata = {{1}, {2}, {4}, {100}};
    assertEquals(
        new Interval(3, NAN, NAN), Robust.interquartileMean(strata, 0.9, 20, new RandomStream(1)));
    double[][] one = {{7}};
    assertEquals(
        new Interval(7, NAN, NAN), Robust.interquartileMean(one, 0.9, 20, new RandomStream(1)));
  }

  @Test
  void everyStratumIsDrawnFromItself() {
    double[][] apart = {{0, 0, 0, 0}, {10, 10, 10, 10}};
    assertEquals(
        new Interval(5, 5, 5), Robust.interquartileMean(apart, 0.9, 20, new RandomStream(1)));
  }

  @Test
  void sameSeedSameInterval() {
    double[][] strata = {{3, 1, 4, 1, 5}, {9, 2, 6, 5, 3}};
    assertEquals(
        Robust.interquartileMean(strata, 0.9, 100, new RandomStream(4)),
        Robust.interquartileMean(strata, 0.9, 100, new RandomStream(4)));
  }

  @Test
  void bootstrapOfNothing() {
    assertEquals(
        new Interval(NAN, NAN, NAN),
        Robust.interquartileMean(new double[][] {{}, {}}, 0.9, 10, new RandomStream(1)));
  }

  /**
   * Two values in one stratum give four means of two, the lowest and the highest with a chance of
   * 1/4 each: that is where quantiles beyond 1/4 lie.
   */
  @Test
  void endsArePercentiles() {
    double[][] strata = {{0, 8}};
    RandomStream random = new RandomStream(3);
    assertEquals(new Interval(4, 0, 8), Robust.interquartileMean(strata, 0.8, 1000, random));
    assertEquals(new Interval(4, 4, 4), Robust.interquartileMean(strata, 0.3, 1000, random));
  }

  /**
   * Three tasks of 20 runs, normal around 0, 1 and 2 with deviations 1, 0.5 and 1: the middle is 1
   * by symmetry. Of 600 such studies; the standard error of the count is 1.3 % of them. The
   * percentile bootstrap of few values is known to cover a little less than stated.
   */
  @Test
  void bootstrapCoversAboutAsOftenAsStated() {
    RandomStream random = new RandomStream(21);
    double[][] strata = new double[3][20];
    int covered = 0;
    for (int study = 0; study < 600; study++) {
      for (int i = 0; i < 20; i++) {
        strata[0][i] = random.nextGaussian();
        strata[1][i] = 1 + 0.5 * random.nextGaussian();
        strata[2][i] = 2 + random.nextGaussian();
      }
      Interval interval = Robust.interquartileMean(strata, 0.9, 200, random);
      covered += interval.low() <= 1 && 1 <= interval.high() ? 1 : 0;
    }
    assertEquals(0.9, covered / 600.0, 0.04);
  }

  @Test
  void resamplesAreSome() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Robust.interquartileMean(new double[0][], 0.9, 0, new RandomStream(1)));
    assertEquals("resamples: got 0, allowed: 1 or more", e.getMessage());
  }

  /** numpy: median(values + [inf] * censored), where that is finite. */
  @Test
  void medianOfWhatIsKnown() {
    assertEquals(OptionalDouble.of(3), Robust.median(new double[] {2, 3, 1}, 2));
    assertEquals(OptionalDouble.of(2.5), Robust.median(new double[] {4, 1}, 0));
    assertEquals(OptionalDouble.of(2.5), Robust.median(new double[] {2, 3, 1}, 1));
    assertEquals(OptionalDouble.of(7), Robust.median(new double[] {7}, 0));
  }

  @Test
  void medianAmongTheCensored() {
    assertEquals(OptionalDouble.empty(), Robust.median(new double[] {2, 1}, 3));
    assertEquals(OptionalDouble.empty(), Robust.median(new double[] {7}, 1));
    assertEquals(OptionalDouble.empty(), Robust.median(new double[] {1, 2, 3}, 3));
    assertEquals(OptionalDouble.empty(), Robust.median(new double[0], 1));
    assertEquals(OptionalDouble.empty(), Robust.median(new double[] {1}, Integer.MAX_VALUE));
  }

  @Test
  void medianOfNothing() {
    assertEquals(OptionalDouble.empty(), Robust.median(new double[0], 0));
  }

  @Test
  void medianOfNan() {
    assertEquals(OptionalDouble.of(NAN), Robust.median(new double[] {1, NAN, 2}, 0));
  }

  @Test
  void censoredAreSome() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Robust.median(new double[] {1, 2}, -1));
    assertEquals("censored: got -1, allowed: 0 or more", e.getMessage());
  }
}
