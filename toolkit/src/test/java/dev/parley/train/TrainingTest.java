package dev.parley.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.analysis.Condition;
import dev.parley.analysis.Interventions;
import dev.parley.analysis.Messages;
import dev.parley.datasets.Dataset;
import dev.parley.datasets.Samples;
import dev.parley.env.ParityDilemma;
import dev.parley.error.DataException;
import dev.parley.error.PlanException;
import dev.parley.error.Problem;
import dev.parley.language.Audit;
import dev.parley.language.Lexicon;
import dev.parley.language.Verdict;
import dev.parley.random.Streams;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The order of events in a run that goes well, or does not begin. */
final class TrainingTest {

  private final Fake plan = Fake.plan();
  private final Script script = plan.script();
  private final Told told = new Told();

  @Test
  void preparationsThenRoundsThenOutcomeThenClose() {
    script.preparations = 2;
    Run run = plan.rounds(3).run(told);
    assertEquals(
        List.of(
            "learner",
            "prepare 0",
            "prepare 1",
            "begin",
            "round 0",
            "round 1",
            "round 2",
            "interventions 1024",
            "outcome",
            "close"),
        script.calls);
    assertEquals(3, run.completed());
    assertFalse(run.stoppedEarly());
    assertEquals(1, told.ended);
  }

  @Test
  void withoutPreparation() {
    plan.rounds(1).run(told);
    assertEquals(List.of("learner", "begin", "round 0"), script.calls.subList(0, 3));
  }

  @Test
  void stageHoldsWhatThePlanSays() {
    plan.seed(9).holdout(0.3).run(told);
    Stage stage = stage();
    assertEquals(plan.seed(9).holdout(0.3).setup(), stage.setup());
    assertEquals(28, stage.train().count());
    assertEquals(12, stage.evaluation().count());
    Samples.Split split = plan.setup().dataset().load().split(0.3, Streams.of(9).stream("holdout"));
    assertEquals(split.train().sha256(), stage.train().sha256());
    assertEquals(split.evaluation().sha256(), stage.evaluation().sha256());
    assertEquals(
        Streams.of(9).child("learner").stream("x").nextLong(),
        stage.streams().stream("x").nextLong());
    assertEquals(4, stage.episodes().batch());
  }

  @Test
  void nothingHeldOut() {
    plan.holdout(0).run(told);
    assertSame(stage().train(), stage().evaluation());
  }

  private Stage stage() {
    Stage stage = script.stage;
    if (stage == null) {
      throw new AssertionError("no learner was made");
    }
    return stage;
  }

  /**
   * A cost of 2 in every other episode, said of a game that needs messages and of one that does
   * not.
   */
  @Test
  void auditIsJudgedByTheGame() {
    double[] intact = {9, 9, 9, 9};
    double[] permuted = {7, 6, 7, 7};
    script.interventions =
        Optional.of(
            new Interventions(true, Messages.of(new int[][] {{0}, {1}, {0}, {1}}, 2))
                .played(Condition.INTACT, intact)
                .played(Condition.PERMUTED, permuted));
    Audit idle = plan.run(new Told()).audit();
    Audit needed = plan.environment(ParityDilemma.standard()).run(told).audit();
    assertEquals(Verdict.USED, idle.verdict());
    assertFalse(idle.needed());
    assertTrue(needed.needed());
    assertEquals(4, needed.episodes());
  }

  @Test
  void noAuditIfThePlanSaysSo() {
    Run run = plan.audit(false).run(told);
    assertFalse(run.audit().done());
    assertFalse(script.calls.contains("interventions 1024"));
  }

  /** What was learned is kept. */
  @Test
  void anAuditThatFails() {
    script.auditing =
        () -> {
          throw new IllegalStateException("an unseen signal");
        };
    Run run = plan.run(told);
    assertEquals(
        "none: it failed: java.lang.IllegalStateException: an unseen signal", run.audit().line());
    assertTrue(run.toString().contains("it failed"), run::toString);
    assertFalse(run.stoppedEarly());
  }

  @Test
  void nobodySpeaks() {
    script.speaks = false;
    Run run = plan.run(told);
    assertEquals("none: nobody speaks", run.audit().line());
    assertEquals(0, run.lexicon().size());
  }

  @Test
  void conflictsAreToldAllAtOnceBeforeAnythingStarts() {
    script.conflicts =
        List.of(
            Problem.with("codebook").got(2).hint("more"), Problem.with("environment").got("chess"));
    Fake conflicting = plan.dataset(new NoData()).seed(4);
    PlanException e = assertThrows(PlanException.class, () -> conflicting.run(told));
    assertEquals(
        List.of(
            script.conflicts.get(0).fact("plan", PlanText.line(conflicting)),
            script.conflicts.get(1).fact("plan", PlanText.line(conflicting))),
        e.problems());
    assertEquals("Fake.plan().seed(4).dataset(no data)", PlanText.line(conflicting));
    assertEquals(List.of(), script.calls);
    assertEquals(1, told.ended);
  }

  /** Fails if it is loaded. */
  private record NoData() implements Dataset {

    @Override
    public String name() {
      return "no data";
    }

    @Override
    public Samples load() {
      throw new DataException(Problem.with("no data"));
    }

    @Override
    public String toString() {
      return "no data";
    }
  }

  @Test
  void dataThatCannotBeHadAreToldAsThey() {
    assertEquals(
        "no data",
        Failing.with(DataException.class, () -> plan.dataset(new NoData()).run(told)).subject());
    assertEquals(List.of(), script.calls);
    assertEquals(1, told.ended);
  }

  private static int said(Lexicon lexicon) {
    return lexicon.entries().stream().mapToInt(Lexicon.Entry::count).sum();
  }

  @Test
  void messagesOfTheLastTenthAreKept() {
    Run run = plan.rounds(30).run(told);
    assertEquals(12, run.outcome().messages().size());
    assertEquals(240, said(run.lexicon()));
    assertEquals(24, said(run.lexicon().since(28)));
  }

  @Test
  void runOfFewRoundsKeepsTheMessagesOfTheLast() {
    assertEquals(4, plan.rounds(9).run(told).outcome().messages().size());
  }

  /** Two threads, each with a run of its own: the numbers are those of one after the other. */
  @Test
  void runsDoNotShareAnything() throws InterruptedException {
    String alone = plan.run(told).rounds().print();
    String[] together = new String[2];
    Thread[] threads = new Thread[2];
    for (int i = 0; i < 2; i++) {
      int place = i;
      threads[i] = new Thread(() -> together[place] = Fake.plan().run(new Told()).rounds().print());
      threads[i].start();
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertEquals(Collections.nCopies(2, alone), List.of(together));
  }
}
