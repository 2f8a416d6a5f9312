package dev.parley.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.random.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class ZipfTest {

  /** scipy 1.17.1: zipfian.rvs(1.3, 40, size=600, random_state=default_rng(11)), by rank. */
  private static final long[] SAMPLE = {
    219, 88, 48, 40, 20, 20, 16, 14, 9, 16, 9, 3, 6, 3, 8, 5, 6, 8, 6, 6, 5, 2, 5, 4, 4, 1, 1, 2, 4,
    3, 2, 2, 3, 4, 2, 2, 2, 0, 1, 1
  };

  /** scipy 1.17.1: brentq on the mean of ln r; the distance from zipfian.cdf. */
  @Test
  void likelihoodOfASample() {
    check(Zipf.ofRanked(SAMPLE), 1.3231276349071501, 0.036292530952686426, 0.014859717280000573);
    check(Zipf.of(SAMPLE, 40), 1.3329914428902006, 0.03641459530042009, 0.009831425188719045);
    check(Zipf.ofObserved(SAMPLE), 1.3274592414700215, 0.036554892207499926, 0.007743544808241021);
    assertEquals(39, Zipf.ofObserved(SAMPLE).support());
  }

  private static void check(Zipf zipf, double exponent, double error, double distance) {
    assertEquals(exponent, zipf.exponent(), 1e-10);
    assertEquals(error, zipf.standardError(), 1e-10);
    assertEquals(distance, zipf.distance(), 1e-10);
  }

  /** For V = 2: s = log₂(n₁ / n₂), standard error 1 / (ln 2 √(n₁ n₂ / n)), and no distance. */
  @Test
  void twoTypes() {
    Zipf zipf = Zipf.of(new long[] {20, 60}, 2);
    assertEquals(Math.log(3) / Math.log(2), zipf.exponent(), 1e-12);
    assertEquals(1 / (Math.log(2) * Math.sqrt(20 * 60 / 80.0)), zipf.standardError(), 1e-12);
    assertEquals(0, zipf.distance(), 1e-12);
    assertEquals(0.75, zipf.share(1), 1e-12);
    assertEquals(-Math.log(3) / Math.log(2), Zipf.ofRanked(new long[] {20, 60}).exponent(), 1e-12);
  }

  /** A sample of s = 1 over 1000 types, in 20 seeds: of 2 standard errors, 0.954 are expected. */
  @Test
  void givenRanksRecoverTheExponent() {
    int within = 0;
    for (int seed = 0; seed < 20; seed++) {
      long[] counts = new RankDraws(1, 1000, true).draw(30_000, new RandomStream(seed));
      Zipf zipf = Zipf.ofRanked(counts);
      within += Math.abs(zipf.exponent() - 1) <= 2 * zipf.standardError() ? 1 : 0;
    }
    assertTrue(within >= 17, "within two standard errors: " + within + " of 20");
  }

  /** Equally frequent types have the exponent 0: ranks of the same sample invent one. */
  @Test
  void ranksOfTheSameSampleAreBiased() {
    long[] counts = new RankDraws(0, 1000, true).draw(2000, new RandomStream(4));
    Zipf same = Zipf.of(counts, 1000);
    Zipf split = Zipf.split(counts, 1000, new RandomStream(5));
    assertTrue(same.exponent() > 0.35, "same " + same);
    assertTrue(Math.abs(split.exponent()) < 3 * split.standardError(), "split " + split);
    assertTrue(split.n() > 900 && split.n() < 1100 && split.total() == 2000);
  }

  /** What was sampled from the law fits; a law with two plateaus does not. */
  @Test
  void goodness() {
    long[] counts = new RankDraws(1, 300, true).draw(5000, new RandomStream(4));
    for (Zipf zipf :
        new Zipf[] {
          Zipf.ofRanked(counts), Zipf.of(counts, 300), Zipf.split(counts, 300, new RandomStream(2))
        }) {
      double p = zipf.p(200, new RandomStream(6));
      assertTrue(p > 0.01, zipf + " has p " + p);
      assertEquals(p, zipf.p(200, new RandomStream(6)));
    }
    long[] plateaus = new long[100];
    Arrays.fill(plateaus, 0, 10, 200);
    Arrays.fill(plateaus, 10, 100, 5);
    assertTrue(Zipf.ofObserved(plateaus).p(200, new RandomStream(6)) < 0.01);
  }

  /** p is uniform where the law is true: about a tenth below 0.1. */
  @Test
  void goodnessHasItsLevel() {
    int low = 0;
    for (int seed = 0; seed < 60; seed++) {
      long[] counts = new RankDraws(1.1, 50, true).draw(400, new RandomStream(seed));
      low += Zipf.of(counts, 50).p(99, new RandomStream(seed)) <= 0.1 ? 1 : 0;
    }
    assertTrue(low >= 1 && low <= 13, "p of 0.1 or less: " + low + " of 60");
  }

  @Test
  void degenerate() {
    Zipf nothing = Zipf.of(new long[] {0, 0}, 5);
    assertEquals(Double.NaN, nothing.exponent());
    assertEquals(Double.NaN, nothing.distance());
    assertEquals(Double.NaN, nothing.p(10, new RandomStream(1)));
    assertEquals(Double.NaN, Zipf.ofObserved(new long[] {9}).exponent());
    assertEquals(Double.NaN, Zipf.splitObserved(new long[0], new RandomStream(1)).exponent());
    Zipf one = Zipf.of(new long[] {0, 9}, 5);
    assertEquals(Double.POSITIVE_INFINITY, one.exponent());
    assertEquals(Double.NaN, one.standardError());
    assertEquals(0, one.distance());
    assertEquals(0, Zipf.of(new long[] {7, 7, 7}, 3).exponent(), 1e-9);
  }

  /**
   * More possible types than an array can have. mpmath 1.4.1, for V without end: zeta and findroot.
   */
  @Test
  void largeSupport() {
    Zipf zipf = Zipf.of(SAMPLE, 1L << 50);
    assertEquals(1.622708438482, zipf.exponent(), 1e-7);
    assertTrue(zipf.p(20, new RandomStream(1)) < 0.1);
  }

  @Test
  void badInput() {
    RandomStream random = new RandomStream(1);
    assertEquals(
        "support: got 1, allowed: 1 or more, and the 2 types used",
        assertThrows(IllegalArgumentException.class, () -> Zipf.of(new long[] {1, 2}, 1))
            .getMessage());
    assertThrows(IllegalArgumentException.class, () -> Zipf.ofObserved(new long[] {-1}));
    assertThrows(IllegalArgumentException.class, () -> Zipf.ofRanked(new long[] {-1}));
    assertThrows(IllegalArgumentException.class, () -> Zipf.of(SAMPLE, 40).p(0, random));
  }

  @Test
  void equallyFrequentTypesHaveNoExponent() {
    for (int types : new int[] {2, 3, 6, 10, 32}) {
      long[] counts = new long[types];
      Arrays.fill(counts, 4);
      assertEquals("0.0", Double.toString(Zipf.ofObserved(counts).exponent()));
    }
  }
}
