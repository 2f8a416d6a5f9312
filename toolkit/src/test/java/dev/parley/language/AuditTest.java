package dev.parley.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.analysis.Condition;
import dev.parley.analysis.Interventions;
import dev.parley.analysis.Messages;
import dev.parley.env.Anchors;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tech.tablesaw.api.Table;

/** Interventions made by hand, each with the verdict it must have. */
final class AuditTest {

  private static final int EPISODES = 200;
  private static final int[][] TWO_MESSAGES = alternating(new int[] {0, 1}, new int[] {1, 0});
  private static final int[][] ONE_MESSAGE = alternating(new int[] {3, 3}, new int[] {3, 3});

  @Test
  void used() {
    Audit audit = audit(true, all(10), half(10, 4), half(7, 5), TWO_MESSAGES, true);
    assertEquals(Verdict.USED, audit.verdict());
    assertTrue(audit.needed());
    assertEquals(10, audit.reward(Condition.INTACT));
    assertEquals(7, audit.reward(Condition.PERMUTED));
    assertEquals(6, audit.reward(Condition.SILENCED));
    assertEquals(3, audit.cost(Condition.PERMUTED).estimate(), 1e-12);
    assertEquals(4, audit.cost(Condition.SILENCED).estimate(), 1e-12);
    assertEquals(1, audit.bits(), 1e-12);
    assertEquals(EPISODES, audit.episodes());
  }

  /** Mean 3, standard deviation 3.0075, over √200: scipy 1.17.1, t.interval, 0.95. */
  @Test
  void lineOfUsed() {
    Audit audit = audit(true, all(10), half(10, 4), half(7, 5), TWO_MESSAGES, true);
    assertEquals("used: shuffling messages costs 3.00 [2.58, 3.42] of 10.00", audit.line());
  }

  @Test
  void usedThoughNotNeeded() {
    Audit audit = audit(true, all(9), half(9, 8), all(9), TWO_MESSAGES, false);
    assertEquals(Verdict.USED, audit.verdict());
    assertTrue(audit.line().startsWith("used, not needed: shuffling messages costs 0.50 ["));
  }

  @Test
  void ignored() {
    double[] rewards = half(9, 4);
    Audit audit = audit(true, rewards, rewards, rewards, TWO_MESSAGES, true);
    assertEquals(Verdict.IGNORED, audit.verdict());
    assertEquals("ignored: shuffling messages costs 0.00 [0.00, 0.00] of 6.50", audit.line());
  }

  /** Permuting costs 0.01 in the mean, and the interval holds 0. */
  @Test
  void costWithinChanceIsIgnored() {
    double[] permuted = all(9);
    permuted[0] = 7;
    Audit audit = audit(true, all(9), permuted, all(9), TWO_MESSAGES, false);
    assertEquals(Verdict.IGNORED, audit.verdict());
    assertTrue(
        audit.cost(Condition.PERMUTED).estimate() > 0 && audit.cost(Condition.PERMUTED).low() < 0);
    assertEquals(
        "ignored, not needed: shuffling messages costs 0.01 [-0.01, 0.03] of 9.00", audit.line());
  }

  /** A cost that is negative by less than half of a hundredth is shown as 0.00. */
  @Test
  void negativeZeroIsShownAsZero() {
    double[] permuted = all(9);
    permuted[0] = 9.8;
    Audit audit = audit(true, all(9), permuted, all(9), TWO_MESSAGES, true);
    assertTrue(
        audit.cost(Condition.PERMUTED).estimate() < 0
            && audit.cost(Condition.PERMUTED).estimate() > -0.005);
    assertEquals("ignored: shuffling messages costs 0.00 [-0.01, 0.00] of 9.00", audit.line());
  }

  /** Ten below zero keeps its sign. */
  @Test
  void negativeRewards() {
    double[] rewards = half(-10, -9.996);
    Audit audit = audit(true, rewards, rewards, rewards, TWO_MESSAGES, true);
    assertEquals("ignored: shuffling messages costs 0.00 [0.00, 0.00] of -10.00", audit.line());
  }

  @Test
  void constant() {
    Audit audit = audit(true, all(9), all(9), all(9), ONE_MESSAGE, false);
    assertEquals(Verdict.CONSTANT, audit.verdict());
    assertEquals("constant, not needed: 0.00 bit a message", audit.line());
  }

  /** One other message in 200 is 0.045 bit, two are 0.081 bit (scipy 1.17.1, entropy). */
  @Test
  void oneOtherMessageIn200IsStillConstant() {
    int[][] messages = ONE_MESSAGE.clone();
    messages[5] = new int[] {3, 4};
    Audit once = audit(true, all(9), all(9), all(9), messages, true);
    assertEquals(Verdict.CONSTANT, once.verdict());
    assertEquals("constant: 0.05 bit a message", once.line());
    messages[6] = new int[] {3, 4};
    Audit twice = audit(true, all(9), all(9), all(9), messages, true);
    assertEquals(Verdict.IGNORED, twice.verdict());
  }

  /** With the channel closed nothing else is asked. */
  @Test
  void silent() {
    Audit varied = audit(false, all(9), half(9, 1), all(9), TWO_MESSAGES, true);
    assertEquals(Verdict.SILENT, varied.verdict());
    assertEquals("silent: the channel is closed", varied.line());
    Audit constant = audit(false, all(9), all(9), all(9), ONE_MESSAGE, false);
    assertEquals("silent, not needed: the channel is closed", constant.line());
    assertFalse(constant.needed());
  }

  /** A Turkish i has a dot where an English one has none, and a German 3.00 is 3,00. */
  @ParameterizedTest
  @ValueSource(strings = {"tr-TR", "de-DE"})
  void lineIsTheSameEverywhere(String language) {
    Audit audit = audit(true, all(3), all(3), all(7), TWO_MESSAGES, true);
    Locale usual = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag(language));
      assertEquals("ignored: shuffling messages costs 0.00 [0.00, 0.00] of 3.00", audit.line());
    } finally {
      Locale.setDefault(usual);
    }
  }

  @Test
  void everyConditionHasARowAndAScore() {
    Audit audit = audit(true, all(10), half(10, 4), half(7, 5), TWO_MESSAGES, true);
    Table table = audit.table();
    assertEquals(
        List.of("as said", "from another episode", "nothing"),
        table.stringColumn("listener_reads").asList());
    assertEquals(List.of(1.0, 0.5, 1 / 3.0), table.doubleColumn("score").asList());
    assertEquals(0, table.doubleColumn("cost").getDouble(0));
    assertEquals(2, audit.kinds());
    assertEquals(0.6, audit.influence().estimate(), 1e-12);
    assertEquals(0.5, audit.listening().estimate(), 1e-12);
  }

  @Test
  void theCardTellsTheEvidence() {
    String text = audit(true, all(10), half(10, 4), half(7, 5), TWO_MESSAGES, true).toString();
    assertTrue(text.contains("7.00, score 0.50, costs 3.00 [2.58, 3.42]"), text);
    assertTrue(text.contains("2 kinds, 1.00 bit a message"), text);
    assertTrue(text.contains("cannot be reached without communication"), text);
  }

  @Test
  void noAuditSaysWhy() {
    Audit none = Audit.none("audit(false)", new Anchors(1, 2, 4, 10));
    assertFalse(none.done());
    assertEquals("none: audit(false)", none.line());
    assertEquals("There was no audit: audit(false).", none.meaning());
    assertTrue(Double.isNaN(none.reward(Condition.INTACT)));
    assertTrue(Double.isNaN(none.cost(Condition.PERMUTED).low()));
    assertEquals(0, none.table().rowCount());
  }

  /** An optimum of 10, and 4 or 10 without communication. */
  private static Audit audit(
      boolean open,
      double[] intact,
      double[] permuted,
      double[] silenced,
      int[][] messages,
      boolean needed) {
    return Audit.of(
        played(open, intact, permuted, silenced, messages),
        needed ? new Anchors(1, 2, 4, 10) : new Anchors(1, 2, 10, 10));
  }

  private static Interventions played(
      boolean open, double[] intact, double[] permuted, double[] silenced, int[][] messages) {
    return new Interventions(open, Messages.of(messages, 5))
        .played(Condition.INTACT, intact)
        .played(Condition.SILENCED, silenced)
        .played(Condition.PERMUTED, permuted)
        .influence(new double[] {0.5, 0.7})
        .listening(new double[] {0, 1});
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

  private static int[][] alternating(int[] even, int[] odd) {
    int[][] messages = new int[EPISODES][];
    Arrays.setAll(messages, i -> i % 2 == 0 ? even : odd);
    return messages;
  }
}
