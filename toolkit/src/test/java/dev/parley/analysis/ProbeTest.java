package dev.parley.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.random.RandomStream;
import java.util.Arrays;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ProbeTest {

  private static RandomStream seed(long seed) {
    return new RandomStream(seed);
  }

  /** Two symbols of eight; the first tells one of four classes in seven of ten messages. */
  private static int[][] noisy(int n) {
    Lehmer numbers = new Lehmer(7);
    int[][] rows = new int[n][];
    for (int i = 0; i < n; i++) {
      int first = numbers.below(8);
      int second = numbers.below(8);
      int target = numbers.below(10) < 7 ? first / 2 : numbers.below(4);
      rows[i] = new int[] {first, second, target};
    }
    return rows;
  }

  private static Messages messages(int[][] rows) {
    return Messages.of(
        Arrays.stream(rows).map(r -> new int[] {r[0], r[1]}).toArray(int[][]::new), 8);
  }

  private static int[] targets(int[][] rows) {
    return Arrays.stream(rows).mapToInt(r -> r[2]).toArray();
  }

  /**
   * scikit-learn 1.9.1, LogisticRegression(C=1e6) and StratifiedKFold(5, shuffle=True), ten seeds:
   * each 0.7883; with permuted classes 0.2588 with a deviation of 0.0138 over thirty.
   */
  @Test
  void noisyClasses() {
    int[][] rows = noisy(600);
    Probe probe = Probe.of(messages(rows), targets(rows), seed(1));
    assertEquals(0.7883, probe.accuracy(), 0.015);
    assertEquals(169 / 600.0, probe.majority(), 1e-15);
    assertEquals(0.2588, probe.control(), 4 * 0.0138 / Math.sqrt(5));
    assertEquals(5, probe.folds());
    assertEquals(600, probe.n());
    Interval wilson = Interval.ofShare((int) Math.round(600 * probe.accuracy()), 600, 0.95);
    assertEquals(wilson.low(), probe.low());
    assertEquals(wilson.high(), probe.high());
    assertTrue(probe.tells());
  }

  @Test
  void sameSeed() {
    int[][] rows = noisy(200);
    Probe probe = Probe.of(messages(rows), targets(rows), seed(5));
    assertEquals(probe, Probe.of(messages(rows), targets(rows), seed(5)));
    assertNotEquals(probe, Probe.of(messages(rows), targets(rows), seed(6)));
  }

  /** A code without errors is read without errors; shuffled it is worth a guess. */
  @Test
  void perfectCode() {
    int[] targets = IntStream.range(0, 300).map(i -> i % 10).toArray();
    Messages code =
        Messages.of(
            Arrays.stream(targets).mapToObj(t -> new int[] {t, 9 - t}).toArray(int[][]::new), 10);
    Probe probe = Probe.of(code, targets, 10, seed(1));
    assertEquals(1, probe.accuracy());
    assertEquals(1, probe.high());
    assertEquals(0.1, probe.majority(), 1e-15);
    assertEquals(0.1, probe.control(), 0.05);
    assertEquals(10, probe.folds());
  }

  /** No symbol alone tells whether two are equal: what a linear reader cannot see. */
  @Test
  void classOfACombination() {
    int[][] rows =
        IntStream.range(0, 400).mapToObj(i -> new int[] {i & 1, i >> 1 & 1}).toArray(int[][]::new);
    int[] targets = Arrays.stream(rows).mapToInt(r -> r[0] ^ r[1]).toArray();
    Probe probe = Probe.of(Messages.of(rows, 2), targets, seed(1));
    assertTrue(probe.accuracy() < 0.8, probe::toString);
  }

  @Test
  void targetsAreOfMessagesOfAnyLength() {
    int[][] rows = IntStream.range(0, 90).mapToObj(i -> new int[i % 3]).toArray(int[][]::new);
    int[] lengths = Arrays.stream(rows).mapToInt(r -> -r.length).toArray();
    assertEquals(1, Probe.of(Messages.of(rows, 1), lengths, seed(1)).accuracy());
  }

  @Test
  void oneMessageTakesTheMostFrequentClass() {
    int[] targets = IntStream.range(0, 100).map(i -> i % 5 == 0 ? 7 : 3).toArray();
    Probe probe = Probe.of(Messages.of(new int[100][2], 4), targets, seed(1));
    assertEquals(0.8, probe.accuracy());
    assertEquals(0.8, probe.majority());
    assertEquals(0.8, probe.control(), 1e-15);
    assertFalse(probe.tells());
    assertEquals(probe, Probe.of(Messages.of(new int[100][0], 4), targets, seed(1)));
  }

  @Test
  void oneClass() {
    int[][] rows = noisy(50);
    Probe probe = Probe.of(messages(rows), new int[50], seed(1));
    assertEquals(1, probe.accuracy());
    assertEquals(1, probe.majority());
    assertEquals(1, probe.control());
    assertFalse(probe.tells());
  }

  @Test
  void fewerMessagesThanFolds() {
    int[][] rows = {{0, 0, 1}, {0, 0, 1}, {1, 1, 2}};
    Probe probe = Probe.of(messages(rows), targets(rows), seed(1));
    assertEquals(3, probe.folds());
    assertEquals(2 / 3.0, probe.accuracy(), 1e-15);
  }

  @Test
  void oneMessageOrNone() {
    Probe one = Probe.of(Messages.of(new int[1][2], 4), new int[1], seed(1));
    double nan = Double.NaN;
    assertEquals(new Probe(nan, nan, nan, 1, nan, 0, 1), one);
    Probe none = Probe.of(Messages.of(new int[0][], 4), new int[0], seed(1));
    assertEquals(new Probe(nan, nan, nan, nan, nan, 0, 0), none);
    assertFalse(none.tells());
  }

  @Test
  void manyAreDrawnFrom() {
    int[][] rows = noisy(6000);
    Probe probe = Probe.of(messages(rows), targets(rows), 2, seed(1));
    assertEquals(Probe.MOST, probe.n());
    assertEquals(0.775, probe.accuracy(), 0.03);
  }

  @Test
  void wrongArguments() {
    Messages two = Messages.of(new int[2][1], 2);
    assertEquals(
        "targets: got 3, allowed: 2, one a message",
        assertThrows(IllegalArgumentException.class, () -> Probe.of(two, new int[3], seed(1)))
            .getMessage());
    assertEquals(
        "folds: got 1, allowed: 2 or more",
        assertThrows(IllegalArgumentException.class, () -> Probe.of(two, new int[2], 1, seed(1)))
            .getMessage());
  }

  /** Sizes differ by one row at most, and so do the numbers of each class. */
  @Test
  void foldsAreStratified() {
    int[] targets = IntStream.range(0, 103).map(i -> i % 7 == 0 ? 2 : i % 2).toArray();
    Folds folds = Folds.of(targets, 5, seed(3));
    for (int fold = 0; fold < 5; fold++) {
      int[] held = folds.held(fold);
      assertEquals(103, held.length + folds.train(fold).length);
      assertEquals(20.5, held.length, 0.5);
      for (int target = 0; target < 3; target++) {
        int wanted = target;
        double share = Arrays.stream(targets).filter(t -> t == wanted).count() / 5.0;
        long found = Arrays.stream(held).filter(i -> targets[i] == wanted).count();
        assertEquals(share, (double) found, 1);
      }
    }
  }

  /** Tribuo tells of each training, unless its log is set to something. */
  @Test
  void logIsLeftAsTheUserHasIt() {
    Logger log = Logger.getLogger("org.tribuo");
    Level before = log.getLevel();
    try {
      log.setLevel(null);
      Tribuo.quieten();
      assertEquals(Level.WARNING, log.getLevel());
      log.setLevel(Level.FINE);
      Tribuo.quieten();
      assertEquals(Level.FINE, log.getLevel());
    } finally {
      log.setLevel(before);
    }
  }
}
