package dev.parley.agent.aim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.analysis.Messages;
import dev.parley.random.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class SentTest {

  private static final Messages SAID =
      Messages.of(new int[][] {{2}, {0}, {2}, {1}, {2}, {0}, {2}, {2}}, 3);

  @Test
  void everyKindAsOftenAsItWasSaid() {
    Sent sent = new Sent(SAID, 3, new RandomStream(1));
    assertArrayEquals(new int[] {0, 1, 3}, sent.rows());
    assertArrayEquals(new double[] {0.625, 0.25, 0.125}, sent.weights(), 1e-12);
  }

  @Test
  void someThatAreDrawnAnew() {
    int[][] different = new int[500][];
    Arrays.setAll(different, i -> new int[] {i});
    Sent sent = new Sent(Messages.of(different, 500), 64, new RandomStream(1));
    assertEquals(64, sent.size());
    assertEquals(1, Arrays.stream(sent.weights()).sum(), 1e-12);
    int[] first = sent.rows().clone();
    assertFalse(Arrays.equals(first, sent.rows()));
    assertTrue(Arrays.stream(first).allMatch(row -> row >= 0 && row < 500));
  }
}
