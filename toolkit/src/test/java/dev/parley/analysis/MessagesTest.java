package dev.parley.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class MessagesTest {

  @Test
  void whatFollowsTheEndIsNotSaid() {
    Messages messages = Messages.ending(new int[][] {{3, 0, 2}, {1, 3, 2}, {0, 2, 1}}, 4, 0);
    assertEquals(List.of("3", "1 3 2", Messages.EMPTY), messages.texts());
    assertEquals(1, messages.length(0));
    assertEquals(Messages.ABSENT, messages.symbol(0, 1));
    assertEquals(0, messages.length(2));
    assertArrayEquals(new long[] {0, 1, 1, 2}, messages.symbolCounts());
  }

  @Test
  void withoutAnEndEverySymbolIsSaid() {
    Messages messages = Messages.of(new int[][] {{3, 0, 2}, {0}, {}}, 4);
    assertEquals(List.of("3 0 2", "0", Messages.EMPTY), messages.texts());
    assertEquals(3, messages.longest());
    assertArrayEquals(new int[] {2, Messages.ABSENT, Messages.ABSENT}, messages.at(2));
  }

  @Test
  void messagesThatDifferAfterTheEndAreOne() {
    Messages messages = Messages.ending(new int[][] {{1, 0, 2}, {2, 2, 2}, {1, 0, 1}}, 3, 0);
    assertArrayEquals(new int[] {0, 1, 0}, messages.types());
  }

  @Test
  void oneAndElevenIsNotElevenAndOne() {
    Messages messages = Messages.of(new int[][] {{1, 11}, {11, 1}, {1, 11}}, 12);
    assertArrayEquals(new int[] {0, 1, 0}, messages.types());
  }

  @Test
  void rowsMayBeTakenAgain() {
    Messages messages = Messages.of(new int[][] {{0}, {1}, {2}}, 3);
    assertEquals(List.of("2", "0", "2"), messages.rows(2, 0, 2).texts());
    assertEquals(List.of("1", "2"), messages.range(1, 3).texts());
  }

  @Test
  void theRowsAreCopied() {
    int[][] rows = {{0, 1}};
    Messages messages = Messages.of(rows, 2);
    rows[0][0] = 1;
    messages.symbols(0)[1] = 0;
    assertEquals("0 1", messages.text(0));
  }

  @Test
  void aSymbolBeyondTheVocabularyIsTold() {
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> Messages.of(new int[][] {{0}, {4}}, 4));
    assertEquals("symbol of message 1: got 4, allowed: 0 to 3", thrown.getMessage());
    assertThrows(IllegalArgumentException.class, () -> Messages.ending(new int[][] {{0}}, 4, 4));
    assertThrows(IllegalArgumentException.class, () -> Messages.of(new int[][] {}, 0));
  }

  @Test
  void nothingSaidIsFine() {
    Messages none = Messages.of(new int[][] {}, 3);
    assertEquals(0, none.size());
    assertEquals(0, none.longest());
    assertEquals(0, none.types().length);
  }
}
