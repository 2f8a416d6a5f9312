package dev.parley.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.analysis.Lexicon.Entry;
import java.util.List;
import org.junit.jupiter.api.Test;

final class LexiconTest {

  @Test
  void mostFrequentFirst() {
    List<Entry> entries =
        Lexicon.of(
            List.of("1 2", "0 0", "1 2", "0 0", "1 2", "3 3", "0 0", "1 2"),
            new int[] {4, 1, 4, 2, 6, 9, 2, 4},
            new int[] {0, 1, 0, 1, 1, 1, 0, 0});
    assertEquals(
        List.of(
            new Entry("1 2", 4, 0.5, 4, 0.75, 0, 0.75),
            new Entry("0 0", 3, 0.375, 2, 2 / 3.0, 1, 2 / 3.0),
            new Entry("3 3", 1, 0.125, 9, 1, 1, 1)),
        entries);
  }

  /** Text order puts 10 before 2. */
  @Test
  void equalsAreInTheOrderOfTheirText() {
    List<Entry> entries = Lexicon.of(List.of("2", "10", "1"), new int[3], new int[3]);
    assertEquals(List.of("1", "10", "2"), entries.stream().map(Entry::message).toList());
  }

  @Test
  void tieGoesToTheLowestLabelAndAction() {
    List<Entry> entries =
        Lexicon.of(List.of("5", "5", "5", "5"), new int[] {7, 3, 3, 7}, new int[] {1, 0, 1, 0});
    assertEquals(List.of(new Entry("5", 4, 1, 3, 0.5, 0, 0.5)), entries);
  }

  @Test
  void sharesOfAllMessagesAddUpToOne() {
    List<Entry> entries =
        Lexicon.of(List.of("a", "b", "c", "a", "b", "a", "d"), new int[7], new int[7]);
    assertEquals(1, entries.stream().mapToDouble(Entry::share).sum(), 1e-12);
    assertEquals(7, entries.stream().mapToInt(Entry::count).sum());
  }

  @Test
  void nothingSaid() {
    assertEquals(List.of(), Lexicon.of(List.of(), new int[0], new int[0]));
  }
}
