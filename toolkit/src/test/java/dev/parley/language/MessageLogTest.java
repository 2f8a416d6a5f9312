package dev.parley.language;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.state.StateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class MessageLogTest {

  @TempDir Path folder;

  /** Two agents, messages of two symbols; episode e has label e, says e and e + 1, does e mod 2. */
  private static MessageLog filled(long capacity, int episodes) {
    MessageLog log = new MessageLog(List.of("a", "b"), 2, 100, 1, capacity, capacity);
    for (int e = 0; e < episodes; e++) {
      add(log, e);
    }
    return log;
  }

  private static void add(MessageLog log, int e) {
    log.begin(e);
    for (int agent = 0; agent < 2; agent++) {
      log.said(agent, 0, e + 10 * agent);
      log.said(agent, 1, e + 10 * agent + 1);
      log.did(agent, (e + agent) % 2);
    }
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

  /** A log of another capacity, filled from a file of this one, and then by so many episodes. */
  private MessageLog restored(MessageLog log, long capacity, int from, int more)
      throws IOException {
    Path file = Files.write(folder.resolve("x"), StateFile.bytes("{}", s -> log.keep(s, 100, 2)));
    MessageLog other = new MessageLog(List.of("a", "b"), 2, 100, 1, capacity, capacity);
    try (StateFile state = StateFile.open(file)) {
      state.restore(s -> other.keep(s, 100, 2));
    }
    for (int e = from; e < from + more; e++) {
      add(other, e);
    }
    return other;
  }

  @Test
  void restoredIntoLessTheSameAndMoreRoom() throws IOException {
    assertHolds(restored(filled(5, 23), 3, 23, 0), 20, 3);
    assertHolds(restored(filled(5, 23), 5, 23, 0), 18, 5);
    assertHolds(restored(filled(5, 23), 9, 23, 0), 18, 5);
    assertHolds(restored(filled(5, 23), 3, 23, 2), 22, 3);
    assertHolds(restored(filled(5, 23), 5, 23, 2), 20, 5);
    assertHolds(restored(filled(5, 23), 9, 23, 2), 18, 7);
    assertHolds(restored(filled(5, 23), 9, 23, 40), 54, 9);
    assertHolds(restored(filled(5, 2), 9, 2, 1), 0, 3);
    assertHolds(restored(filled(5, 0), 9, 0, 0), 0, 0);
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
    MessageLog endless = new MessageLog(List.of("a"), 1, 2, 1, Long.MAX_VALUE, Long.MAX_VALUE);
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
    MessageLog log = new MessageLog(List.of("a"), 2, 4, 1, 10, 10);
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

  /** Episodes 9 to 11, for measures. */
  @Test
  void columnsOfWhatIsKept() {
    MessageLog log = filled(8, 12);
    log.keepLatest(3);
    assertEquals(List.of("19 20", "20 21", "21 22"), log.messages(1).texts());
    assertEquals(100, log.messages(1).vocabulary());
    assertArrayEquals(new int[] {9, 10, 11}, log.labels());
    assertArrayEquals(new int[] {1, 0, 1}, log.actions(0));
    assertEquals(12, log.chronicle().size());
    assertArrayEquals(new int[] {3, 4}, log.chronicle().message(3, 0));
  }

  @Test
  void names() {
    MessageLog log = filled(8, 1);
    assertEquals(2, log.agents());
    assertEquals("b", log.name(1));
    assertEquals(100, log.vocabulary());
  }
}
