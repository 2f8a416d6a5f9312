package dev.parley.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ZetaTest {

  /** mpmath 1.4.1: zeta(s, q); scipy 1.17.1, scipy.special.zeta, agrees to its last digits. */
  @ParameterizedTest
  @CsvSource({
    "1.0001, 3, 9999.0772576036961",
    "1.05, 1, 20.580844302036986",
    "1.5, 1, 2.6123753486854882",
    "2, 1, 1.6449340668482264",
    "2.5, 7, 0.0400817579336607",
    "3, 100, 5.0502499916674997e-5",
    "12, 2, 0.00024608655330804832",
    "60, 1, 1",
    "2.2, 1e6, 5.2579810254561423e-8"
  })
  void hurwitz(double s, double q, double expected) {
    assertEquals(expected, Zeta.hurwitz(s, q), 1e-13 * expected);
    assertEquals(Zeta.scaled(s, q), Zeta.jet(s, q).value(), 1e-13 * Zeta.scaled(s, q));
  }

  /** Where 1000^-200 is no number any more; mpmath 1.4.1: 2500 terms added up with 60 digits. */
  @Test
  void scaledDoesNotUnderflow() {
    assertEquals(5.541781027582746, Zeta.scaled(200, 1000), 1e-14);
  }

  /** mpmath 1.4.1: Σ r^-s (ln r)^k for k = 0, 1, 2 with 30 digits, term by term. */
  @ParameterizedTest
  @CsvSource({
    "1, 1000, 7.4854708605503449, 23.789179036995708, 109.88680933702116",
    "1.1, 50, 3.828752725753319, 5.8754146853402667, 15.019063408252755",
    "0, 5000, 5000, 37591.143508876767, 287575.23260275367",
    "-0.7, 10000, 3711829.1271755917, 32003967.871379388, 277227541.3425657",
    "2.5, 100000, 1.3414872361692242, 0.38734169355968293, 0.58196579035957063",
    "0.999, 32768, 11.028604749162128, 54.354416382853172, 377.57840400753396",
    "1.0000001, 1000, 7.4854684816329893, 23.789168048317615, 109.8867523973519"
  })
  void finiteSums(double s, long ranks, double zeroth, double first, double second) {
    Jet sum = FiniteZipf.sum(s, ranks);
    assertEquals(zeroth, sum.value(), 1e-13 * zeroth);
    assertEquals(-first, sum.first(), 1e-13 * first);
    assertEquals(second, sum.second(), 1e-13 * second);
  }

  /** The solution for s where the mean of the logarithms is that of s. */
  @ParameterizedTest
  @CsvSource({"1.01, 1", "1.5, 3", "2.2, 1", "9, 1", "40, 20", "3, 100000"})
  void exponentIsFoundFromItsMean(double s, double q) {
    double mean = Zeta.jet(s, q).meanLog();
    assertEquals(s, Zeta.fit(mean, q, Zeta.guess(mean, q)), 1e-8 * s);
  }

  @ParameterizedTest
  @CsvSource({"-3, 10", "0, 7", "1, 1000", "1.2, 4000", "12, 100", "0.5, 1000000000000"})
  void finiteExponentIsFoundFromItsMean(double s, long ranks) {
    assertEquals(s, FiniteZipf.fit(FiniteZipf.sum(s, ranks).meanLog(), ranks, 1), 1e-8);
  }
}
