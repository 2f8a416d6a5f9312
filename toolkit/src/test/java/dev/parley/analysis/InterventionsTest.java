package dev.parley.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class InterventionsTest {

  private static final Messages SAID = Messages.of(new int[][] {{0}, {1}, {0}, {1}}, 2);

  @Test
  void rewardsAreCopied() {
    double[] intact = {9, 9, 9, 9};
    Interventions played = new Interventions(true, SAID).played(Condition.INTACT, intact);
    intact[0] = 1000;
    played.joint(Condition.INTACT)[1] = 1000;
    assertEquals(9, played.mean(Condition.INTACT));
  }

  /** Differences 2, 3, 2, 1: mean 2, interval 2 ± 1.299 (scipy 1.17.1, stats.t.interval, 0.95). */
  @Test
  void costIsPairedByEpisode() {
    Interventions played =
        new Interventions(true, SAID)
            .played(Condition.NOISE, new double[] {7, 0, 7, 8})
            .played(Condition.INTACT, new double[] {9, 3, 9, 9});
    Interval cost = played.cost(Condition.NOISE, 0.95);
    assertEquals(2, cost.estimate(), 1e-12);
    assertEquals(0.7007, cost.low(), 1e-4);
    assertEquals(3.2993, cost.high(), 1e-4);
    assertEquals(List.of(Condition.INTACT, Condition.NOISE), List.copyOf(played.conditions()));
  }

  @Test
  void oneRewardAnEpisode() {
    Interventions played = new Interventions(true, SAID);
    assertThrows(
        IllegalArgumentException.class, () -> played.played(Condition.INTACT, new double[3]));
    assertThrows(IllegalArgumentException.class, () -> played.mean(Condition.NOISE));
    assertTrue(played.conditions().isEmpty());
  }
}
