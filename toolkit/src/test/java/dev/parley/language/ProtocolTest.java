package dev.parley.language;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.random.Streams;
import dev.parley.report.Tables;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.Table;

/** A language made by hand: a says the label twice, b always the same. */
final class ProtocolTest {

  private static final int LABELS = 4;
  private static final int EPISODES = 400;
  private static final int BATCH = 4;

  /**
   * In the first half of the rounds a says 0 0, in the second the label twice; a does its parity.
   */
  private static MessageLog log(int kept) {
    MessageLog log = new MessageLog(List.of("a", "b"), 2, 5, BATCH, EPISODES, kept);
    for (int i = 0; i < EPISODES; i++) {
      int label = i % LABELS;
      log.begin(label);
      for (int l = 0; l < 2; l++) {
        log.said(0, l, i < EPISODES / 2 ? 0 : label);
        log.said(1, l, 3);
      }
      log.did(0, label % 2);
      log.did(1, 1);
    }
    return log;
  }

  private static OptionalInt parity(int label) {
    return OptionalInt.of(label % 2);
  }

  private static OptionalInt none(int label) {
    return OptionalInt.empty();
  }

  private static Protocol protocol(IntFunction<OptionalInt> topics) {
    return Protocol.of(log(EPISODES / 2), topics, Streams.of(7));
  }

  @Test
  void whatMessagesTell() {
    Table table = protocol(ProtocolTest::parity).information();
    assertEquals(
        List.of("label", "topic", "own action", "action of b", "message of b"),
        table.where(table.stringColumn("agent").isEqualTo("a")).stringColumn("about").asList());
    assertArrayEquals(
        new double[] {2, 1, 1, 0, 0, 0, 0, 0, 0, 0},
        table.doubleColumn("bits").asDoubleArray(),
        1e-12);
    assertArrayEquals(
        new double[] {2, 1, 1, 0, 0, 2, 1, 0, 1, 2},
        table.doubleColumn("of").asDoubleArray(),
        1e-12);
    assertEquals(1 / 201.0, table.doubleColumn("p").getDouble(0), 1e-12);
    assertEquals(1, table.doubleColumn("p").getDouble(9));
  }

  @Test
  void noTopicWhereTheGameKnowsNone() {
    Table table = protocol(ProtocolTest::none).information();
    assertEquals(8, table.rowCount());
    assertFalse(table.stringColumn("about").contains("topic"));
  }

  @Test
  void positionsTellAsMuchAsTheMessage() {
    Table table = protocol(ProtocolTest::none).positions();
    assertArrayEquals(
        new double[] {2, 2, 0, 0}, table.doubleColumn("entropy").asDoubleArray(), 1e-12);
    assertArrayEquals(new double[] {2, 2, 0, 0}, table.doubleColumn("bits").asDoubleArray(), 1e-12);
  }

  /** 100 rounds in 20 windows; a's language begins in the eleventh. */
  @Test
  void windowsTellWhenALanguageBegins() {
    Table table = protocol(ProtocolTest::none).windows();
    assertEquals(40, table.rowCount());
    assertEquals(1, table.intColumn("from_round").get(0));
    assertEquals(5, table.intColumn("to_round").get(0));
    assertEquals(100, table.intColumn("to_round").get(19));
    for (int k = 0; k < 20; k++) {
      assertEquals(k < 10 ? 0 : 2, table.doubleColumn("bits").getDouble(k), 1e-12, "window " + k);
      assertEquals(k < 10 ? 1 : 4, table.intColumn("kinds").get(k));
    }
  }

  /** Labels differ or not, and so do messages: the correlation of the two is 1 (closed form). */
  @Test
  void structureOfACode() {
    Table table = protocol(ProtocolTest::none).structure();
    assertEquals(1, table.doubleColumn("topographic_similarity").getDouble(0), 1e-9);
    assertEquals(1, table.doubleColumn("posdis").getDouble(0), 1e-9);
    assertEquals(1, table.doubleColumn("context_independence").getDouble(0), 1e-9);
    assertTrue(table.doubleColumn("topographic_similarity").isMissing().toArray().length == 1);
  }

  /** Four of 25 messages, equally often: Gini of all (25 - 4) / 25. */
  @Test
  void distributionOfACode() {
    Table table = protocol(ProtocolTest::none).distribution();
    assertEquals(25, table.doubleColumn("possible").getDouble(0));
    assertEquals(4, table.doubleColumn("perplexity").getDouble(0), 1e-9);
    assertEquals(0, table.doubleColumn("gini_of_used").getDouble(0), 1e-9);
    assertEquals(0.84, table.doubleColumn("gini_of_all").getDouble(0), 1e-9);
    assertEquals("too few", table.stringColumn("power_law").get(0));
  }

  @Test
  void probesAndClusters() {
    Table probes = protocol(ProtocolTest::none).probes();
    assertEquals(1, probes.doubleColumn("accuracy").getDouble(0), 1e-9);
    assertEquals(0.25, probes.doubleColumn("most_frequent").getDouble(0), 1e-9);
    assertEquals(0.25, probes.doubleColumn("accuracy").getDouble(2), 0.05);
    Table clusters = protocol(ProtocolTest::none).clusters();
    assertEquals(1, clusters.doubleColumn("nmi_with_label").getDouble(0), 1e-9);
    assertEquals(0, clusters.doubleColumn("nmi_with_label").getDouble(2), 1e-9);
  }

  @Test
  void sameNumbersInAnyOrder() {
    Protocol first = protocol(ProtocolTest::parity);
    first.windows();
    first.structure();
    assertEquals(
        Tables.csv(protocol(ProtocolTest::parity).information()), Tables.csv(first.information()));
    assertEquals(protocol(ProtocolTest::parity).toString(), first.toString());
    assertArrayEquals(protocol(ProtocolTest::parity).evolution().png(), first.evolution().png());
  }

  @Test
  void theCardTellsTheMostImportant() {
    String text = protocol(ProtocolTest::none).toString();
    assertTrue(text.startsWith("Protocol of the last 200 episodes"), text);
    assertTrue(text.contains("4 kinds of messages, 2.00 bit each"), text);
    assertTrue(text.contains("bit of 2.00 of the label more than by chance"), text);
    assertTrue(text.contains("b builds  topographic similarity none, posdis none"), text);
    assertFalse(text.contains("NaN"), text);
  }

  @Test
  void nothingWasSaid() {
    Protocol none = Protocol.of(MessageLog.none(), ProtocolTest::none, Streams.of(1));
    assertEquals("Protocol: nothing was said", none.toString());
    for (Table table :
        List.of(
            none.information(),
            none.positions(),
            none.windows(),
            none.structure(),
            none.distribution(),
            none.probes(),
            none.clusters())) {
      assertEquals(0, table.rowCount());
    }
    assertTrue(none.evolution().png().length > 0);
    assertTrue(none.frequencies().png().length > 0);
  }

  /** One episode: nothing is undefined. */
  @Test
  void oneEpisode() {
    MessageLog log = new MessageLog(List.of("a"), 1, 2, 1, 1, 1);
    log.begin(0);
    log.said(0, 0, 1);
    log.did(0, 0);
    Protocol one = Protocol.of(log, ProtocolTest::parity, Streams.of(1));
    assertEquals(3, one.information().rowCount());
    assertEquals(1, one.windows().rowCount());
    assertEquals(1, one.structure().rowCount());
    assertEquals(2, one.distribution().rowCount());
    assertEquals(2, one.probes().rowCount());
    assertEquals(2, one.clusters().rowCount());
    assertTrue(one.evolution().png().length > 0);
    assertTrue(one.frequencies().png().length > 0);
    assertFalse(one.toString().contains("NaN"), one::toString);
  }
}
