package dev.parley.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.analysis.Audit.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Interventions made by hand, each with the verdict it must have. */
final class AuditTest {

  private static final int EPISODES = 200;
  private static final List<String> TWO_MESSAGES = alternating("0 1", "1 0");
  private static final List<String> ONE_MESSAGE = Collections.nCopies(EPISODES, "3 3");

  @Test
  void used() {
    Audit audit =
        Audit.of(new Interventions(true, all(10), half(10, 4), half(7, 5), TWO_MESSAGES), true);
    assertEquals(Verdict.USED, audit.verdict());
    assertTrue(audit.needed());
    assertEquals(10, audit.intact());
    assertEquals(7, audit.permuted());
    assertEquals(6, audit.silenced());
    assertEquals(3, audit.permutedCost().mean(), 1e-12);
    assertEquals(4, audit.silencedCost().mean(), 1e-12);
    assertEquals(1, audit.bits(), 1e-12);
    assertEquals(EPISODES, audit.episodes());
  }

  /** Mean 3, standard deviation 3.0075, over √200: scipy 1.17.1, norm.interval, 0.95. */
  @Test
  void lineOfUsed() {
    Audit audit =
        Audit.of(new Interventions(true, all(10), half(10, 4), half(7, 5), TWO_MESSAGES), true);
    assertEquals("used: shuffling messages costs 3.00 [2.58, 3.42] of 10.00", audit.line());
  }

  @Test
  void usedThoughNotNeeded() {
    Audit audit =
        Audit.of(new Interventions(true, all(9), half(9, 8), all(9), TWO_MESSAGES), false);
    assertEquals(Verdict.USED, audit.verdict());
    assertTrue(audit.line().startsWith("used, not needed: shuffling messages costs 0.50 ["));
  }

  @Test
  void ignored() {
    double[] rewards = half(9, 4);
    Audit audit = Audit.of(new Interventions(true, rewards, rewards, rewards, TWO_MESSAGES), true);
    assertEquals(Verdict.IGNORED, audit.verdict());
    assertEquals("ignored: shuffling messages costs 0.00 [0.00, 0.00] of 6.50", audit.line());
  }

  /** Permuting costs 0.01 in the mean, and the interval holds 0. */
  @Test
  void costWithinChanceIsIgnored() {
    double[] permuted = all(9);
    permuted[0] = 7;
    Audit audit = Audit.of(new Interventions(true, all(9), permuted, all(9), TWO_MESSAGES), false);
    assertEquals(Verdict.IGNORED, audit.verdict());
    assertTrue(audit.permutedCost().mean() > 0 && audit.permutedCost().low() < 0);
    assertEquals(
        "ignored, not needed: shuffling messages costs 0.01 [-0.01, 0.03] of 9.00", audit.line());
  }

  /** A cost that is negative by less than half of a hundredth is shown as 0.00. */
  @Test
  void negativeZeroIsShownAsZero() {
    double[] permuted = all(9);
    permuted[0] = 9.8;
    Audit audit = Audit.of(new Interventions(true, all(9), permuted, all(9), TWO_MESSAGES), true);
    assertTrue(audit.permutedCost().mean() < 0 && audit.permutedCost().mean() > -0.005);
    assertEquals("ignored: shuffling messages costs 0.00 [-0.01, 0.00] of 9.00", audit.line());
  }

  /** Ten below zero keeps its sign. */
  @Test
  void negativeRewards() {
    double[] rewards = half(-10, -9.996);
    Audit audit = Audit.of(new Interventions(true, rewards, rewards, rewards, TWO_MESSAGES), true);
    assertEquals("ignored: shuffling messages costs 0.00 [0.00, 0.00] of -10.00", audit.line());
  }

  @Test
  void constant() {
    Audit audit = Audit.of(new Interventions(true, all(9), all(9), all(9), ONE_MESSAGE), false);
    assertEquals(Verdict.CONSTANT, audit.verdict());
    assertEquals("constant, not needed: 0.00 bit a message", audit.line());
  }

  /** One other message in 200 is 0.045 bit, two are 0.081 bit (scipy 1.17.1, entropy). */
  @Test
  void oneOtherMessageIn200IsStillConstant() {
    List<String> messages = new ArrayList<>(ONE_MESSAGE);
    messages.set(5, "3 4");
    Audit once = Audit.of(new Interventions(true, all(9), all(9), all(9), messages), true);
    assertEquals(Verdict.CONSTANT, once.verdict());
    assertEquals("constant: 0.05 bit a message", once.line());
    messages.set(6, "3 4");
    Audit twice = Audit.of(new Interventions(true, all(9), all(9), all(9), messages), true);
    assertEquals(Verdict.IGNORED, twice.verdict());
  }

  /** With the channel closed nothing else is asked. */
  @Test
  void silent() {
    Audit varied =
        Audit.of(new Interventions(false, all(9), half(9, 1), all(9), TWO_MESSAGES), true);
    assertEquals(Verdict.SILENT, varied.verdict());
    assertEquals("silent: the channel is closed", varied.line());
    Audit constant = Audit.of(new Interventions(false, all(9), all(9), all(9), ONE_MESSAGE), false);
    assertEquals("silent, not needed: the channel is closed", constant.line());
    assertFalse(constant.needed());
  }

  /** A Turkish i has a dot where an English one has none, and a German 3.00 is 3,00. */
  @ParameterizedTest
  @ValueSource(strings = {"tr-TR", "de-DE"})
  void lineIsTheSameEverywhere(String language) {
    Audit audit = Audit.of(new Interventions(true, all(3), all(3), all(7), TWO_MESSAGES), true);
    Locale usual = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(language));
      assertEquals("ignored: shuffling messages costs 0.00 [0.00, 0.00] of 3.00", audit.line());
    } finally {
      Locale.setDefault(usual);
    }
  }

  @Test
  void interventionsAreCopied() {
    double[] intact = all(9);
    Interventions played = new Interventions(true, intact, all(8), all(8), TWO_MESSAGES);
    intact[0] = 1000;
    assertEquals(9, Audit.of(played, true).intact());
  }

  private static double[] all(double value) {
    double[] rewards = new double[EPISODES];
    Arrays.fill(rewards, value);
    return rewards;
  }

  private static double[] half(double even, double odd) {
    double[] rewards = new double[EPISODES];
    Arrays.setAll(rewards, i -> i % 2 == 0 ? even : odd);
    return rewards;
  }

  private static List<String> alternating(String even, String odd) {
    List<String> messages = new ArrayList<>();
    for (int i = 0; i < EPISODES; i++) {
      messages.add(i % 2 == 0 ? even : odd);
    }
    return messages;
  }
}
