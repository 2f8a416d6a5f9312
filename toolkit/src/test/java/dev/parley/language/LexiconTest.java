package dev.parley.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.error.SettingException;
import dev.parley.language.Lexicon.Entry;
import dev.parley.report.Tables;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

final class LexiconTest {

  private static final List<List<String>> ACTIONS =
      List.of(List.of("C", "D"), List.of("stay", "go"));

  /** Batches of two. Agent a says what is given, b always 0 0. */
  private static Lexicon lexicon(int[][] said, int[] labels, int[] actions) {
    MessageLog log = new MessageLog(List.of("a", "b"), 2, 20, 2, labels.length, 3);
    for (int e = 0; e < labels.length; e++) {
      log.begin(labels[e]);
      log.said(0, 0, said[e][0]);
      log.said(0, 1, said[e][1]);
      log.did(0, actions[e]);
      log.did(1, 1 - actions[e]);
    }
    return Lexicon.of(log, ACTIONS);
  }

  private static final int[] X = {1, 2};
  private static final int[] Y = {10, 0};
  private static final int[] Z = {2, 2};

  private static Lexicon ten() {
    return lexicon(
        new int[][] {X, Y, X, Y, X, Z, Y, X, X, X},
        new int[] {4, 1, 4, 2, 6, 9, 2, 4, 5, 6},
        new int[] {0, 1, 0, 1, 1, 1, 0, 0, 0, 0});
  }

  /** Labels of 1 2: 4, 4, 6, 4, 5, 6; entropies computed in Python, -Σ p log2 p. */
  @Test
  void entries() {
    Lexicon lexicon = ten();
    assertEquals(4, lexicon.size());
    assertEquals(List.of("a", "b"), lexicon.agents());
    List<Entry> a = lexicon.entries("a");
    assertEquals(List.of("1 2", "10 0", "2 2"), a.stream().map(Entry::message).toList());
    Entry first = a.get(0);
    assertEquals(6, first.count());
    assertEquals(0.6, first.share());
    assertEquals(4, first.label());
    assertEquals(0.5, first.labelShare());
    assertEquals(1.4591479170272448, first.labelEntropy(), 1e-12);
    assertEquals("C", first.action());
    assertEquals(5 / 6.0, first.actionShare());
    assertEquals(0.6500224216483541, first.actionEntropy(), 1e-12);
    assertEquals(1, first.firstRound());
    assertEquals(5, first.lastRound());
    assertEquals("", first.humanLabel());
    assertEquals(new Entry("a", "2 2", 1, 0.1, 9, 1, 0, "D", 1, 0, 3, 3, ""), a.get(2));
    Entry b = lexicon.entry("b", "0 0").orElseThrow();
    assertEquals(10, b.count());
    assertEquals("go", b.action());
    assertEquals(0.6, b.actionShare());
  }

  /** Text order puts 10 before 2, and go before stay. */
  @Test
  void ties() {
    int[][] said = {{2, 0}, {10, 0}, {10, 0}, {2, 0}};
    Lexicon lexicon = lexicon(said, new int[] {7, 3, 5, 3}, new int[] {1, 0, 1, 0});
    List<Entry> a = lexicon.entries("a");
    assertEquals(List.of("10 0", "2 0"), a.stream().map(Entry::message).toList());
    assertEquals(3, a.get(0).label());
    assertEquals(3, a.get(1).label());
    assertEquals("C", a.get(0).action());
    assertEquals("go", lexicon.entries("b").get(0).action());
  }

  @Test
  void messageInEitherForm() {
    Lexicon lexicon = ten();
    Optional<Entry> entry = lexicon.entry("a", "1 2");
    assertTrue(entry.isPresent());
    assertEquals(entry, lexicon.entry("a", "[1, 2]"));
    assertEquals(entry, lexicon.entry("a", " 1  2 "));
    assertEquals(Optional.empty(), lexicon.entry("b", "1 2"));
    assertEquals(Optional.empty(), lexicon.entry("c", "1 2"));
    assertEquals(Optional.empty(), lexicon.entry("a", ""));
  }

  @Test
  void sinceARound() {
    Lexicon late = ten().labelled("a", "1 2", "yes").since(4);
    assertEquals(List.of("1 2", "10 0"), late.entries("a").stream().map(Entry::message).toList());
    Entry entry = late.entry("a", "1 2").orElseThrow();
    assertEquals(3, entry.count());
    assertEquals(0.75, entry.share());
    assertEquals(4, entry.firstRound());
    assertEquals("yes", entry.humanLabel());
    assertEquals(0, ten().since(6).size());
    assertEquals(ten(), ten().since(1));
  }

  @Test
  void lastPart() {
    assertEquals(ten().since(4), ten().last(0.4));
    assertEquals(ten().since(4), ten().last(0.59));
    assertEquals(ten().since(5), ten().last(0.01));
    assertEquals(ten(), ten().last(1));
    for (double part : new double[] {0, -1, 1.1, Double.NaN}) {
      assertThrows(SettingException.class, () -> ten().last(part));
    }
  }

  @Test
  void humanLabels() {
    Lexicon plain = ten();
    Lexicon named = plain.labelled("a", "[1, 2]", " even ").labelled("b", "0 0", "silence");
    assertEquals("even", named.entry("a", "1 2").orElseThrow().humanLabel());
    assertEquals("silence", named.entry("b", "0 0").orElseThrow().humanLabel());
    assertEquals("", plain.entry("a", "1 2").orElseThrow().humanLabel());
    assertNotEquals(plain, named);
    assertEquals(plain, named.labelled("a", "1 2", "").labelled("b", "0 0", " "));
    assertTrue(named.toString().contains("even"));
    assertTrue(Tables.csv(named.table()).contains(",1,5,even\n"));
  }

  @Test
  void humanLabelsThatCannotBe() {
    Lexicon lexicon = ten();
    assertEquals(
        "message: got agent a, 7 7, allowed: a message of agent a\n"
            + "  hint: table() has all that was said",
        assertThrows(SettingException.class, () -> lexicon.labelled("a", "7 7", "x"))
            .problems()
            .get(0)
            .toString());
    assertEquals(
        "a message of agent a or b",
        assertThrows(SettingException.class, () -> lexicon.labelled("c", "1 2", "x"))
            .problems()
            .get(0)
            .value("allowed")
            .orElseThrow());
    assertThrows(SettingException.class, () -> lexicon.labelled("a", "1 2", "x\ny"));
    assertThrows(SettingException.class, () -> lexicon.labelled("a", "1 2", "x".repeat(201)));
    assertEquals(
        200, lexicon.labelled("a", "1 2", "x".repeat(200)).entries().get(0).humanLabel().length());
  }

  @Test
  void shortText() {
    assertEquals(
        """
        Lexicon of rounds 1 to 5: 4 entries
          agent  message  count    share  label      action     rounds  meaning
          a      1 2          6   60.0 %  4 (50 %)   C (83 %)   1 to 5  yes
          a      10 0         3   30.0 %  2 (67 %)   D (67 %)   1 to 4
          a      2 2          1   10.0 %  9 (100 %)  D (100 %)  3 to 3
          b      0 0         10  100.0 %  4 (30 %)   go (60 %)  1 to 5""",
        ten().labelled("a", "1 2", "yes").toString());
  }

  @Test
  void longLexiconIsCutShort() {
    int[][] said = new int[14][];
    for (int e = 0; e < 14; e++) {
      said[e] = new int[] {e, e};
    }
    Lexicon lexicon = lexicon(said, new int[14], new int[14]);
    assertEquals(9, lexicon.toString().lines().count());
    assertTrue(lexicon.toString().endsWith("\n  agent a said 9 others, 64.3 %"));
    assertTrue(lexicon.html().contains("agent a said 4 others, 28.6 %"));
  }

  @Test
  void htmlIsEscaped() {
    String html = ten().labelled("a", "1 2", "<script>\"&").html();
    assertTrue(html.contains("&lt;script&gt;&quot;&amp;"));
    assertFalse(html.contains("<script"));
  }

  @Test
  void nothingSaid() {
    Lexicon none = Lexicon.of(MessageLog.none(), List.of());
    assertEquals(0, none.size());
    assertEquals(List.of(), none.agents());
    assertEquals("Lexicon: nothing was said", none.toString());
    assertEquals(0, none.table().rowCount());
    assertTrue(none.evolution().png().length > 0);
    assertTrue(none.symbolChart().png().length > 0);
    assertTrue(none.html().contains("nothing was said"));
    assertEquals(none, lexicon(new int[0][], new int[0], new int[0]));
    assertEquals(none, none.since(3));
  }

  @Test
  void sampleIsSaid() {
    MessageLog log = new MessageLog(List.of("a"), 1, 2, 1, 1, 1);
    for (int e = 0; e < 300_000; e++) {
      log.begin(0);
      log.said(0, 0, e % 2);
    }
    Lexicon lexicon = Lexicon.of(log, ACTIONS);
    assertEquals(4, lexicon.stride());
    assertTrue(lexicon.toString().startsWith("Lexicon of rounds 1 to 299,997, one of 4 episodes:"));
    assertEquals(75_000, lexicon.entries().get(0).count());
  }

  @Test
  @SuppressWarnings("NullAway")
  void missingValuesAreNamed() {
    Lexicon lexicon = lexicon(new int[0][], new int[0], new int[0]);
    Map<String, Executable> calls =
        Map.of(
            "file: got null", () -> Lexicon.read(null),
            "agent: got null", () -> lexicon.entry(null, "1"),
            "message: got null", () -> lexicon.labelled("a", null, "x"),
            "humanLabel: got null", () -> lexicon.labelled("a", "1", null));
    calls.forEach(
        (message, call) ->
            assertTrue(
                assertThrows(SettingException.class, call).getMessage().startsWith(message)));
  }
}
