package dev.parley.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ListenerTest {

  private static final long INTERVAL = 100_000_000;

  private final Fake plan = Fake.plan();
  private final Script script = plan.script();
  private final Told told = new Told();

  @Test
  void endOfEachPhaseIsTold() {
    script.preparations = 3;
    plan.rounds(40).run(told);
    assertEquals(new Progress("preparing", 3, 3, Double.NaN), last("preparing"));
    assertEquals(40, last("training").done());
    assertEquals(40, last("training").total());
  }

  private Progress last(String phase) {
    return told.progress.stream()
        .filter(p -> p.phase().equals(phase))
        .reduce((first, second) -> second)
        .orElseThrow();
  }

  /** Rounds of microseconds: one in a thousand or so is told. */
  @Test
  void tenTimesASecondAtMost() {
    int rounds = 50_000;
    long start = System.nanoTime();
    plan.batch(1).rounds(rounds).run(told);
    long intervals = (System.nanoTime() - start) / INTERVAL;
    assertTrue(told.progress.size() <= intervals + 2, told.progress.size() + " in " + intervals);
  }

  /** Rounds that take longer than the interval: each is told. */
  @Test
  void slowRoundsAreToldOneByOne() {
    script.playing = round -> spin(INTERVAL + 5_000_000);
    plan.rounds(3).run(told);
    assertEquals(List.of(1, 2, 3), told.progress.stream().map(Progress::done).toList());
  }

  private static void spin(long nanoseconds) {
    long start = System.nanoTime();
    while (System.nanoTime() - start < nanoseconds) {
      Thread.onSpinWait();
    }
  }

  @Test
  void firstStepIsToldAtOnce() {
    plan.rounds(40).run(told);
    assertEquals(1, told.progress.get(0).done());
  }

  /** 320 episodes are 80 rounds of 4. */
  @Test
  void jointRewardIsTheMeanOfTheLastEpisodes() {
    Run run = plan.rounds(200).run(told);
    double[] joint = run.jointReward();
    double mean = Arrays.stream(joint, 120, 200).average().orElseThrow();
    assertEquals(mean, last("training").jointReward(), 1e-12);
  }

  @Test
  void largeBatchesAreShownRoundByRound() {
    Run run = plan.batch(1000).rounds(7).run(told);
    assertEquals(run.jointReward()[6], last("training").jointReward());
  }

  @Test
  void rollingMean() {
    RollingMean mean = new RollingMean(3);
    assertTrue(Double.isNaN(mean.mean()));
    mean.add(1);
    assertEquals(1, mean.mean());
    mean.add(2);
    assertEquals(1.5, mean.mean());
    mean.add(6);
    assertEquals(3, mean.mean());
    mean.add(-2);
    assertEquals(2, mean.mean());
    mean.add(5);
    assertEquals(3, mean.mean());
  }
}
