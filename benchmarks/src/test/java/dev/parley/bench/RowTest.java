package dev.parley.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RowTest {

  @Test
  void lineAgainstAPeer() {
    assertEquals(
        "P1 reference ours 0.21 ms peer 3.76 ms ratio 17.9 (goal 20.0: missed)",
        Example.MISSED.line());
  }

  @Test
  void lineAlone() {
    assertEquals("P7 cold start ours 3.10 s (goal at most 5.00: met)", Example.MET.line());
  }

  @Test
  void lineWithoutAGoal() {
    Row row = Row.alone("P3", "share", Side.ours("%", List.of(12.0)), Goal.NONE, "");
    assertEquals("P3 share ours 12.0 %", row.line());
    assertEquals("", row.verdict());
    assertTrue(row.met());
  }

  @Test
  void numberThatIsNoneMeetsNothing() {
    assertFalse(Example.UNKNOWN.met());
    assertEquals("missed", Example.UNKNOWN.verdict());
  }

  @Test
  void slowerThanThePeer() {
    assertTrue(Example.SLOWER.slowerThanPeer());
    assertFalse(Example.MISSED.slowerThanPeer());
    assertFalse(Example.MET.slowerThanPeer());
  }

  @Test
  void ofTwoRatesTheLargerIsFaster() {
    assertEquals(90, Example.FASTER.ratio());
    assertTrue(Example.FASTER.met());
    assertFalse(Example.FASTER.slowerThanPeer());
  }

  @Test
  void boundItselfMeetsTheGoal() {
    assertTrue(Goal.ratio(2).metBy(2));
    assertTrue(Goal.atMost(0).metBy(0));
    assertTrue(Goal.atLeast(60).metBy(60));
    assertFalse(Goal.atLeast(60).metBy(59.9));
  }

  @Test
  void medianOfOddAndEvenRuns() {
    assertEquals(2, Side.ours("s", List.of(9.0, 1.0, 2.0)).median());
    assertEquals(3, Side.ours("s", List.of(9.0, 1.0, 2.0, 4.0)).median());
  }

  @Test
  void spreadOfOneRunIsEmpty() {
    assertEquals("", Side.ours("s", List.of(1.0)).spread());
    assertEquals("1.00–12.5", Side.ours("s", List.of(12.5, 1.0, 2.0)).spread());
  }

  @Test
  void noRuns() {
    assertThrows(IllegalArgumentException.class, () -> Side.ours("s", List.of()));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "0.0123, 0.012",
    "0.21, 0.21",
    "3.756, 3.76",
    "17.94, 17.9",
    "159480.2, '159,480'",
    "-0.5, -0.50"
  })
  void digits(double value, String text) {
    assertEquals(text, Side.digits(value));
  }
}
