package dev.parley.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class NoncentralTTest {

  /** scipy 1.17.1: brentq(lambda d: nct.cdf(t, df, d) - p, low, high, xtol=1e-14). */
  @ParameterizedTest
  @CsvSource({
    "0, 4, 0.975, -1.9599639845400536",
    "0, 2, 0.5, 0",
    "1, 2, 0.5, 0.8774748095979478",
    "0.5, 2, 0.025, 2.45854037252588",
    "3, 4, 0.975, 0.12114156184993592",
    "3, 4, 0.025, 5.72389835310591",
    "-2.5, 9, 0.025, -0.18294396304493366",
    "10, 2, 0.025, 19.37151956681551",
    "10, 2, 0.975, 1.270592112954935",
    "5, 98, 0.9, 3.6269373501076307",
    "30, 4, 0.975, 10.3198593921373",
    "30, 4, 0.025, 50.15353780337205",
    "299, 5, 0.025, 479.0162153517824"
  })
  void roots(double t, int df, double p, double expected) {
    assertEquals(expected, NoncentralT.noncentrality(t, df, p), 1e-8 * Math.max(1, expected));
  }

  /** As above, where t is so large that the normal part is left out. */
  @ParameterizedTest
  @CsvSource({"301, 5, 0.025, 482.2202142690077", "-301, 5, 0.975, -482.2202142690077"})
  void farOut(double t, int df, double p, double expected) {
    assertEquals(expected, NoncentralT.noncentrality(t, df, p), 1e-4 * Math.abs(expected));
  }
}
