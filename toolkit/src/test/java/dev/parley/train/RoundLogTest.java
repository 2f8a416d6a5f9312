package dev.parley.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RoundLogTest {

  @Test
  void jointRewardIsTheFirstColumn() {
    RoundLog log = new RoundLog();
    RoundLog.Column loss = log.column("loss");
    RoundLog.Column codes = log.count("codes");
    assertEquals(List.of(log.jointReward(), loss, codes), log.columns());
    assertEquals("joint_reward", log.jointReward().name());
    assertFalse(loss.whole());
    assertTrue(codes.whole());
  }

  @Test
  void lastValueOfARoundCounts() {
    RoundLog log = new RoundLog();
    log.jointReward().set(1);
    log.jointReward().set(2);
    assertEquals(0, log.rounds());
    log.endRound();
    assertEquals(1, log.rounds());
    assertArrayEquals(new double[] {2}, log.values(log.jointReward()));
  }

  /** A column that a round leaves out has no number, not that of the round before. */
  @Test
  void columnThatIsNotSet() {
    RoundLog log = new RoundLog();
    log.jointReward().set(1);
    log.endRound();
    assertEquals(Double.NaN, log.jointReward().current());
    assertArrayEquals(new double[] {1}, log.values(log.jointReward()));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 1023, 1024, 1025, 2048, 2049, 5000})
  void growsWithTheRounds(int rounds) {
    RoundLog log = new RoundLog();
    RoundLog.Column square = log.column("square");
    for (int i = 0; i < rounds; i++) {
      log.jointReward().set(i);
      square.set((double) i * i);
      log.endRound();
    }
    assertEquals(rounds, log.rounds());
    double[] numbers = log.values(log.jointReward());
    double[] squares = log.values(square);
    assertEquals(rounds, squares.length);
    for (int i = 0; i < rounds; i++) {
      assertEquals(i, numbers[i]);
      assertEquals((double) i * i, squares[i]);
    }
  }

  @Test
  void valuesAreCopies() {
    RoundLog log = new RoundLog();
    log.jointReward().set(3);
    log.endRound();
    log.values(log.jointReward())[0] = 4;
    assertArrayEquals(new double[] {3}, log.values(log.jointReward()));
  }

  /** Two columns of one name cannot be told apart in a table; "round" is the table's own. */
  @ParameterizedTest
  @ValueSource(strings = {"reward_a", "Reward_A", "joint_reward", "round"})
  void nameThatIsTaken(String name) {
    RoundLog log = new RoundLog();
    log.column("reward_a");
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> log.count(name));
    assertTrue(String.valueOf(e.getMessage()).contains(name));
  }

  @Test
  void columnThatComesTooLate() {
    RoundLog log = new RoundLog();
    log.jointReward().set(1);
    log.endRound();
    assertThrows(IllegalStateException.class, () -> log.column("late"));
  }
}
