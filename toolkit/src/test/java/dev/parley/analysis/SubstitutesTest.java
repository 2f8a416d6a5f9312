package dev.parley.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SubstitutesTest {

  private static final Messages SAID =
      Messages.of(new int[][] {{1, 2}, {0, 0}, {0, 0}, {1, 2}, {1}, {1, 2}}, 3);

  @Test
  void constantIsTheMostFrequent() {
    assertEquals(Collections.nCopies(6, "1 2"), Substitutes.constant(SAID).texts());
  }

  @Test
  void ofEqualsTheFirst() {
    Messages tie = Messages.of(new int[][] {{2}, {0}, {0}, {2}}, 3);
    assertEquals(Collections.nCopies(4, "2"), Substitutes.constant(tie).texts());
  }

  @Test
  void theUsualOneOnEachTopic() {
    assertEquals(
        List.of("1 2", "0 0", "0 0", "1 2", "0 0", "1 2"),
        Substitutes.usual(SAID, new int[] {7, 9, 9, 7, 9, 7}).texts());
    assertThrows(IllegalArgumentException.class, () -> Substitutes.usual(SAID, new int[5]));
  }

  /** 60,000 symbols, of each 20,000 ± 4 standard deviations of 115. */
  @Test
  void noiseIsUniformAndKeepsLengths() {
    int[][] rows = new int[20_000][];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = new int[i % 2 == 0 ? 2 : 4];
    }
    Messages noise = Substitutes.noise(Messages.of(rows, 3), new SplittableRandom(5));
    for (int i = 0; i < rows.length; i++) {
      assertEquals(rows[i].length, noise.length(i));
    }
    for (long count : noise.symbolCounts()) {
      assertTrue(Math.abs(count - 20_000) < 462, Long.toString(count));
    }
  }

  @Test
  void nothingSaid() {
    Messages none = Messages.of(new int[][] {}, 3);
    assertEquals(0, Substitutes.constant(none).size());
    assertEquals(0, Substitutes.noise(none, new SplittableRandom(1)).size());
  }
}
