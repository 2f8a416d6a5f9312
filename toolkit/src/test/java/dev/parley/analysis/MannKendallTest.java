package dev.parley.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

final class MannKendallTest {

  private static final double[] TIED = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5, 8, 9, 7, 9};

  /** An autocorrelated series with a weak trend. */
  private static final double[] CORRELATED = {
    2.04, -1.31, -0.34, -0.74, -0.85, -0.67, -2.36, -1.58, -1.74, 2.36, 1.74, 0.79, 0.3, -0.37,
    -1.15, -0.95, 0.05, -0.06, 1.08, 0.61, 0.56, 2.06, 1.97, 0.87, 0.55, 1.08, 2.8, 1.64, 0.98,
    1.83, 0.46, 0.25, 1.3, 1.64, 1.36, 1.78, -1.46, 0.45, -0.37, -1.57
  };

  /** Numbers of pymannkendall 1.4.3, original_test. */
  @Test
  void tiesAsPymannkendall() {
    MannKendall test = MannKendall.of(TIED);
    assertEquals(55, test.s());
    assertEquals(399, test.variance(), 1e-12);
    assertEquals(2.703381341337498, test.z(), 1e-12);
    assertEquals(0.00686379498544909, test.p(), 1e-12);
    assertEquals(0.4444444444444444, test.slope(), 1e-15);
    MannKendall down = MannKendall.of(new double[] {5, 5, 4, 4, 3, 3, 2, 2, 1, 1});
    assertEquals(-40, down.s());
    assertEquals(-3.56019662378358, down.z(), 1e-12);
    assertEquals(0.00037057721471467353, down.p(), 1e-12);
    assertEquals(-0.5, down.slope());
  }

  /** Numbers of pymannkendall 1.4.3, original_test and hamed_rao_modification_test(lag=3). */
  @Test
  void correlatedAsPymannkendall() {
    MannKendall plain = MannKendall.of(CORRELATED);
    assertEquals(149, plain.s());
    assertEquals(7363.666666666667, plain.variance(), 1e-9);
    assertEquals(0.08458076943860338, plain.p(), 1e-12);
    MannKendall corrected = MannKendall.autocorrelated(CORRELATED);
    assertEquals(13002.553295028143, corrected.variance(), 1e-8);
    assertEquals(1.297918414500221, corrected.z(), 1e-12);
    assertEquals(0.1943153715806536, corrected.p(), 1e-12);
    assertEquals(0.04487272727272728, corrected.slope(), 1e-15);
  }

  /** Numbers of scipy 1.17.1, stats.kendalltau(range(n), x, method="exact"). */
  @Test
  void fewValuesAreCountedOut() {
    assertEquals(
        5.511463844797178e-07,
        MannKendall.of(new double[] {1, 2, 3, 4, 5, 6, 7, 8, 9, 10}).p(),
        1e-18);
    assertEquals(1 / 3.0, MannKendall.of(new double[] {1, 3, 2, 4}).p(), 1e-15);
    assertEquals(
        0.03115079365079365, MannKendall.of(new double[] {3, 1, 4, 2, 6, 5, 8, 7}).p(), 1e-15);
    assertEquals(1, MannKendall.of(new double[] {2, 1}).p());
  }

  @Test
  void whatHasNoTrend() {
    for (double[] values : new double[][] {{}, {3}, {2, 2, 2, 2, 2}}) {
      for (MannKendall test :
          new MannKendall[] {
            MannKendall.of(values), MannKendall.autocorrelated(values), MannKendall.ofCurve(values)
          }) {
        assertEquals(1, test.p());
        assertEquals(0, test.z());
        assertFalse(test.rises(0.01));
      }
    }
    assertEquals(Double.NaN, MannKendall.of(new double[] {3}).slope());
    assertEquals(0, MannKendall.of(new double[] {2, 2, 2}).slope());
  }

  @Test
  void slopeOfACurveIsAValuesStep() {
    double[] line = new double[500];
    Arrays.setAll(line, i -> 0.25 * i + (i % 2));
    MannKendall test = MannKendall.ofCurve(line);
    assertEquals(20, test.n());
    assertEquals(0.25, test.slope(), 1e-3);
    assertTrue(test.rises(0.01));
    Arrays.setAll(line, i -> -line[i]);
    assertFalse(MannKendall.ofCurve(line).rises(0.01));
  }

  /** Of curves that only wander, about one in a hundred is said to rise; the plain test errs. */
  @Test
  void falseAlarmsOnAutocorrelatedNoise() {
    assertTrue(alarms(0, 11) <= 0.015);
    assertTrue(alarms(0.9, 12) <= 0.025);
    assertTrue(alarms(0.95, 13) <= 0.06);
    RandomGenerator random = new SplittableRandom(14);
    int plain = 0;
    for (int i = 0; i < 200; i++) {
      plain += MannKendall.of(noise(0.9, random)).rises(0.01) ? 1 : 0;
    }
    assertTrue(plain > 40, plain + " of 200");
  }

  private static double alarms(double correlation, long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    int found = 0;
    for (int i = 0; i < 1000; i++) {
      found += MannKendall.ofCurve(noise(correlation, random)).rises(0.01) ? 1 : 0;
    }
    return found / 1000.0;
  }

  private static double[] noise(double correlation, RandomGenerator random) {
    double[] values = new double[500];
    double last = 0;
    for (int i = -200; i < values.length; i++) {
      last = correlation * last + random.nextGaussian();
      if (i >= 0) {
        values[i] = last;
      }
    }
    return values;
  }
}
