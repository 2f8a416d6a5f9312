package dev.parley.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.random.RandomStream;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class CoordinationTest {

  private static final double DIGITS = 1e-12;

  /** Four messages, the parity of the second symbol is the action: 1 bit, all of the action. */
  @Test
  void consistentSpeaker() {
    int[][] rows = new int[80][];
    int[] actions = new int[80];
    for (int i = 0; i < 80; i++) {
      rows[i] = new int[] {i % 2, i / 2 % 2};
      actions[i] = i / 2 % 2;
    }
    Messages said = Messages.of(rows, 2);
    MutualInformation mi = Coordination.speakerConsistency(said, actions, new RandomStream(1));
    assertEquals(1, mi.bits(), DIGITS);
    assertEquals(2, mi.entropyX(), DIGITS);
    assertEquals(1 / 201.0, mi.p());
    assertEquals(mi, Coordination.instantaneous(said, actions, new RandomStream(1)));
    List<MutualInformation> positions = Coordination.byPosition(said, actions, new RandomStream(1));
    assertEquals(0, positions.get(0).bits(), DIGITS);
    assertEquals(1, positions.get(1).bits(), DIGITS);
  }

  @Test
  void endingIsAValueOfAPosition() {
    Messages said = Messages.of(new int[][] {{0}, {0, 0}, {0}, {0, 0}}, 1);
    List<MutualInformation> positions =
        Coordination.byPosition(said, new int[] {5, 6, 5, 6}, new RandomStream(1));
    assertEquals(0, positions.get(0).bits());
    assertEquals(1, positions.get(1).bits(), DIGITS);
  }

  @Test
  void windows() {
    int[] x = IntStream.range(0, 200).map(i -> i % 2).toArray();
    int[] y = IntStream.range(0, 200).map(i -> i < 100 ? 0 : i % 2).toArray();
    int[] bounds = {0, 100, 100, 200};
    List<MutualInformation> windows = Coordination.byWindow(x, y, bounds, new RandomStream(1));
    assertEquals(3, windows.size());
    assertEquals(0, windows.get(0).bits());
    assertEquals(0, windows.get(1).pairs());
    assertEquals(1, windows.get(1).p());
    assertEquals(1, windows.get(2).bits(), DIGITS);
    assertTrue(Coordination.byWindow(x, y, new int[] {7}, new RandomStream(1)).isEmpty());
  }

  @Test
  void nothingSaid() {
    Messages none = Messages.of(new int[0][], 3);
    RandomStream random = new RandomStream(1);
    assertEquals(0, Coordination.speakerConsistency(none, new int[0], random).bits());
    assertTrue(Coordination.byPosition(none, new int[0], random).isEmpty());
  }

  @Test
  void boundsAreChecked() {
    int[] x = new int[5];
    RandomStream random = new RandomStream(1);
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Coordination.byWindow(x, x, new int[] {0, 3, 2}, random));
    assertEquals("bounds[2]: got 2, allowed: 3 to 5", e.getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> Coordination.byWindow(x, x, new int[] {0, 6}, random));
    assertThrows(
        IllegalArgumentException.class,
        () -> Coordination.byPosition(Messages.of(new int[2][1], 1), x, random));
  }
}
