package dev.parley.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Interrupts: what there is so far is a run, marked as stopped early. */
final class StopTest {

  private final Fake plan = Fake.plan().rounds(6);
  private final Script script = plan.script();
  private final Told told = new Told();

  @AfterEach
  void leaveNoInterruptBehind() {
    Thread.interrupted();
  }

  private static void interrupt() {
    Thread.currentThread().interrupt();
  }

  private void assertStoppedAfter(int rounds, Run run) {
    assertFalse(Thread.currentThread().isInterrupted(), "the interrupt is used up");
    assertEquals(rounds, run.completed());
    assertEquals(rounds, run.rounds().rowCount());
    assertTrue(run.stoppedEarly());
    assertTrue(run.toString().lines().findFirst().orElseThrow().endsWith(", stopped early"));
    assertEquals(1, script.calls.stream().filter("close"::equals).count());
    assertEquals("close", script.calls.get(script.calls.size() - 1));
    assertEquals(1, told.ended);
  }

  @Test
  void beforeTheStart() {
    interrupt();
    assertStoppedAfter(0, plan.run(told));
    assertEquals(List.of("learner", "begin", "outcome", "close"), script.calls);
  }

  @Test
  void beforeTheFirstPreparation() {
    script.preparations = 3;
    interrupt();
    assertStoppedAfter(0, plan.run(told));
    assertEquals(List.of("learner", "outcome", "close"), script.calls);
  }

  @Test
  void inAPreparation() {
    script.preparations = 3;
    script.preparing = step -> interruptAt(1, step);
    Run run = plan.run(told);
    assertStoppedAfter(0, run);
    assertEquals(List.of("learner", "prepare 0", "prepare 1", "outcome", "close"), script.calls);
    assertFalse(run.audit().done());
  }

  @Test
  void inTheLastPreparation() {
    script.preparations = 2;
    script.preparing = step -> interruptAt(1, step);
    assertStoppedAfter(0, plan.run(told));
  }

  @Test
  void betweenPreparationAndRounds() {
    script.beginning = StopTest::interrupt;
    assertStoppedAfter(0, plan.run(told));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 4})
  void inARoundIsAfterThatRound(int round) {
    script.playing = r -> interruptAt(round, r);
    Run run = plan.run(told);
    assertStoppedAfter(round + 1, run);
    assertTrue(script.calls.contains("interventions 1024"), "what was learned is audited");
  }

  @Test
  void byTheListener() {
    Listener stopper =
        progress -> {
          if (progress.done() == 1) {
            interrupt();
          }
        };
    assertEquals(1, plan.run(stopper).completed());
  }

  /** Then there is nothing left to stop, and the interrupt is the caller's. */
  @Test
  void inTheLastRoundTheRunIsComplete() {
    script.playing = round -> interruptAt(5, round);
    Run run = plan.run(told);
    assertFalse(run.stoppedEarly());
    assertTrue(Thread.interrupted());
  }

  /** The numbers up to there are those of the run that was not stopped. */
  @Test
  void roundsBeforeTheStopAreAsEver() {
    double[] whole = Fake.plan().rounds(6).run(told).jointReward();
    script.playing = round -> interruptAt(2, round);
    double[] stopped = plan.run(new Told()).jointReward();
    assertEquals(
        List.of(whole[0], whole[1], whole[2]), Stream.of(0, 1, 2).map(i -> stopped[i]).toList());
  }

  /** What JShell throws into a snippet before JDK 20 ends the round that is under way. */
  @Test
  @SuppressWarnings("deprecation")
  void threadDeathInARound() {
    script.playing =
        round -> {
          if (round == 3) {
            throw new ThreadDeath();
          }
        };
    assertStoppedAfter(3, plan.run(told));
  }

  @Test
  @SuppressWarnings("deprecation")
  void threadDeathInAPreparation() {
    script.preparations = 2;
    script.preparing =
        step -> {
          throw new ThreadDeath();
        };
    assertStoppedAfter(0, plan.run(told));
  }

  private static void interruptAt(int when, int now) {
    if (when == now) {
      interrupt();
    }
  }
}
