package dev.parley.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

final class RankFrequencyTest {

  @Test
  void mostFrequentFirstAndEqualsByIndex() {
    RankFrequency ranks = RankFrequency.of(new long[] {2, 0, 5, 2, 1});
    assertArrayEquals(new long[] {5, 2, 2, 1}, ranks.counts());
    assertArrayEquals(new double[] {0.5, 0.2, 0.2, 0.1}, ranks.shares());
    assertArrayEquals(new double[] {1, 2, 3, 4}, ranks.ranks());
    assertEquals(2, ranks.type(1));
    assertEquals(0, ranks.type(2));
    assertEquals(3, ranks.type(3));
    assertEquals(1, ranks.count(4));
    assertEquals("4 of 5 types, 10 in all", ranks.toString());
  }

  @Test
  void messagesAndSymbols() {
    Messages messages = Messages.of(new int[][] {{1, 2}, {3, 3}, {1, 2}, {}}, 5);
    RankFrequency whole = RankFrequency.ofMessages(messages);
    assertArrayEquals(new long[] {2, 1, 1}, whole.counts());
    assertEquals(3, whole.possible());
    RankFrequency symbols = RankFrequency.ofSymbols(messages);
    assertArrayEquals(new long[] {2, 2, 2}, symbols.counts());
    assertEquals(1, symbols.type(1));
    assertEquals(5, symbols.possible());
  }

  @Test
  void nothing() {
    RankFrequency none = RankFrequency.ofMessages(Messages.of(new int[0][], 3));
    assertEquals(0, none.size());
    assertEquals(0, none.total());
    assertEquals(0, none.shares().length);
    assertThrows(IllegalArgumentException.class, () -> RankFrequency.of(new long[] {-1}));
  }
}
