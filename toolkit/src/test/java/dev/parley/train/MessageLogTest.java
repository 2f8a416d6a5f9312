package dev.parley.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

final class MessageLogTest {

  /** Two agents, messages of two symbols; episode e has label e, says e and e + 1, does e mod 2. */
  private static MessageLog filled(long capacity, int episodes) {
    MessageLog log = new MessageLog(List.of("a", "b"), 2, 100, capacity);
    for (int e = 0; e < episodes; e++) {
      log.begin(e);
      for (int agent = 0; agent < 2; agent++) {
        log.said(agent, 0, e + 10 * agent);
        log.said(agent, 1, e + 10 * agent + 1);
        log.did(agent, (e + agent) % 2);
      }
    }
    return log;
  }

  private static void assertHolds(MessageLog log, int first, int count) {
    assertEquals(count, log.size());
    for (int i = 0; i < count; i++) {
      int e = first + i;
      assertEquals(e, log.label(i));
      assertArrayEquals(new int[] {e, e + 1}, log.message(i, 0));
      assertArrayEquals(new int[] {e + 10, e + 11}, log.message(i, 1));
      assertEquals(e % 2, log.action(i, 0));
      assertEquals((e + 1) % 2, log.action(i, 1));
    }
  }

  @Test
  void oldestFirst() {
    assertHolds(filled(8, 5), 0, 5);
  }

  @Test
  void exactlyFull() {
    assertHolds(filled(5, 5), 0, 5);
  }

  @Test
  void overflowForgetsTheOldest() {
    assertHolds(filled(5, 6), 1, 5);
    assertHolds(filled(5, 23), 18, 5);
  }

  @Test
  void ringOfOne() {
    assertHolds(filled(1, 4), 3, 1);
  }

  @Test
  void capacityIsCutToWhatIsSensible() {
    assertHolds(filled(0, 4), 3, 1);
    assertHolds(filled(-7, 4), 3, 1);
    MessageLog endless = new MessageLog(List.of("a"), 1, 2, Long.MAX_VALUE);
    for (int e = 0; e < MessageLog.LIMIT + 5; e++) {
      endless.begin(e);
    }
    assertEquals(MessageLog.LIMIT, endless.size());
    assertEquals(5, endless.label(0));
    assertEquals(MessageLog.LIMIT + 4, endless.label(MessageLog.LIMIT - 1));
  }

  @Test
  void keepLatest() {
    MessageLog log = filled(8, 12);
    log.keepLatest(3);
    assertHolds(log, 9, 3);
  }

  @Test
  void keepLatestOfMoreThanThereAre() {
    MessageLog log = filled(8, 5);
    log.keepLatest(7);
    assertHolds(log, 0, 5);
    log.keepLatest(Long.MAX_VALUE);
    assertHolds(log, 0, 5);
  }

  @Test
  void keepLatestKeepsOne() {
    MessageLog log = filled(8, 5);
    log.keepLatest(0);
    assertHolds(log, 4, 1);
  }

  @Test
  void empty() {
    MessageLog log = new MessageLog(List.of("a"), 2, 4, 10);
    log.keepLatest(3);
    assertEquals(0, log.size());
    assertEquals(0, log.symbolsUsed(0));
  }

  /** Episodes 9 to 11 say 9 to 12, and b ten more. */
  @Test
  void symbolsUsedAreThoseOfWhatIsKept() {
    MessageLog log = filled(8, 12);
    assertEquals(9, log.symbolsUsed(0));
    log.keepLatest(3);
    assertEquals(4, log.symbolsUsed(0));
    assertEquals(4, log.symbolsUsed(1));
  }

  @Test
  void messagesAreCopies() {
    MessageLog log = filled(8, 1);
    log.message(0, 0)[0] = 99;
    assertArrayEquals(new int[] {0, 1}, log.message(0, 0));
  }

  @Test
  void nobodySpeaks() {
    MessageLog none = MessageLog.none();
    assertEquals(0, none.agents());
    assertEquals(0, none.size());
    assertEquals(0, none.vocabulary());
  }

  @Test
  void names() {
    MessageLog log = filled(8, 1);
    assertEquals(2, log.agents());
    assertEquals("b", log.name(1));
    assertEquals(100, log.vocabulary());
  }
}
