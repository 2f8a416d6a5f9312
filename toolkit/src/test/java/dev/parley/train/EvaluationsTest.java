package dev.parley.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.env.Anchors;
import dev.parley.error.DataException;
import dev.parley.error.PlanException;
import dev.parley.error.Problem;
import dev.parley.error.TrainingException;
import dev.parley.report.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tech.tablesaw.api.Table;

/** When a run is evaluated, and what becomes of what comes out. */
final class EvaluationsTest {

  @TempDir Path folder;

  private final Fake plan = Fake.plan().rounds(7).evaluateEvery(3, 4);
  private final Script script = plan.script();

  EvaluationsTest() {
    script.evaluating = EvaluationsTest::counted;
  }

  /** 1, 2, … */
  private static double[] counted(int episodes) {
    double[] returns = new double[episodes];
    Arrays.setAll(returns, i -> i + 1);
    return returns;
  }

  @AfterEach
  void leaveNoInterruptBehind() {
    Thread.interrupted();
  }

  @Test
  void beforeTheFirstRoundAndAfterEverySoMany() {
    plan.run(new Told());
    assertEquals(
        List.of(
            "learner",
            "begin",
            "evaluate 4",
            "round 0",
            "round 1",
            "round 2",
            "evaluate 4",
            "round 3",
            "round 4",
            "round 5",
            "evaluate 4",
            "round 6",
            "interventions 1024",
            "outcome",
            "close"),
        script.calls);
  }

  /** The mean of 1, 2, 3, 4 is 5/2, and its standard error √(5/3 / 4). */
  @Test
  void tableOfThem() {
    Run run = plan.run(new Told());
    Table table = run.evaluations();
    assertEquals("evaluations", table.name());
    assertEquals(
        List.of("round", "episodes", "joint_reward", "score", "standard_error"),
        table.columnNames());
    assertEquals(List.of(0, 3, 6), table.intColumn("round").asList());
    assertEquals(List.of(4, 4, 4), table.intColumn("episodes").asList());
    for (int i = 0; i < 3; i++) {
      assertEquals(2.5, table.doubleColumn("joint_reward").getDouble(i));
      assertEquals(run.anchors().score(2.5), table.doubleColumn("score").getDouble(i));
      assertEquals(Math.sqrt(5.0 / 12), table.doubleColumn("standard_error").getDouble(i), 1e-15);
    }
    assertEquals(2.5, run.measures().get("evaluated_reward"));
    assertEquals(run.anchors().score(2.5), run.measures().get("evaluated_score"));
    String card = run.toString();
    String line = "evaluated     2.50, standard error 0.65, in 4 episodes after round 6: score";
    assertTrue(card.contains(line), card);
    double[] drawn = run.rewardCurve().getSeries("evaluation, 4 episodes").getYData();
    assertArrayEquals(new double[] {2.5, 2.5}, drawn, "that before the first round is left out");
    assertTrue(run.report().html().contains("<h2>Evaluations"), "a section of the page");
  }

  @Test
  void spreadOfOneEpisodeIsNotKnown() {
    Run run = plan.evaluateEvery(3, 1).run(new Told());
    assertEquals(1, run.evaluations().doubleColumn("joint_reward").getDouble(0));
    assertEquals(3, run.evaluations().doubleColumn("standard_error").countMissing());
    assertTrue(run.toString().contains("evaluated     1.00 in 1 episode after round 6"));
  }

  @Test
  void noneWhereNoneIsAskedFor() {
    Fake without = plan.evaluateEvery(0, 0);
    assertEquals(Fake.plan().rounds(7).setup(), without.setup());
    Run run = without.run(new Told());
    assertFalse(script.calls.contains("evaluate 4"));
    assertEquals("round,episodes,joint_reward,score,standard_error\n", csv(run));
    assertFalse(run.toString().contains("evaluated"));
    assertFalse(run.measures().containsKey("evaluated_reward"));
  }

  private static String csv(Run run) {
    return Tables.csv(run.evaluations());
  }

  @Test
  void textOfThePlan() {
    assertEquals("Fake.plan().rounds(7).evaluateEvery(3, 4)", PlanText.line(plan));
  }

  @Test
  void returnThatIsNotFiniteEndsTheRun() {
    script.evaluating = episodes -> new double[] {1, Double.NaN, 2, 3};
    Problem problem = Failing.with(TrainingException.class, () -> plan.run(new Told()));
    assertEquals("joint reward of an evaluation", problem.subject());
    assertEquals("0", Failing.fact(problem, "round"));
  }

  /** It is told before anything is trained. */
  @Test
  void learnerThatCannotBeEvaluated() {
    script.evaluating =
        episodes -> {
          throw new PlanException(List.of(Problem.with("evaluateEvery").got("x").allowed("y")));
        };
    Problem problem = Failing.with(PlanException.class, () -> plan.run(new Told()));
    assertEquals("evaluateEvery", problem.subject());
    assertFalse(script.calls.contains("round 0"));
  }

  /** From every round, to the same table. */
  @Test
  void resumed() throws IOException {
    int[] asked = {0};
    script.evaluating = episodes -> new double[] {asked[0]++, 2, 5, 7.5};
    String whole = csv(plan.run(new Told()));
    for (int stop = 1; stop < 7; stop++) {
      asked[0] = 0;
      plan.rounds(stop).checkpointEvery(100, folder).run(new Told());
      asked[0] = stop / 3 + 1;
      assertEquals(whole, csv(plan.resume(folder, new Told())), "from round " + stop);
    }
    asked[0] = 3;
    Run further = plan.rounds(9).resume(folder, new Told());
    assertEquals(4, further.evaluations().rowCount());
    Failing.with(PlanException.class, () -> plan.evaluateEvery(2, 4).resume(folder, new Told()));
  }

  /** How JShell before JDK 20 stops a snippet: in the middle of one. */
  @SuppressWarnings("removal")
  @Test
  void stoppedInTheMiddleOfOne() throws IOException {
    int[] asked = {0};
    script.evaluating =
        episodes -> {
          if (asked[0]++ == 2) {
            throw new ThreadDeath();
          }
          return counted(episodes);
        };
    Run run = plan.run(new Told());
    assertEquals(5, run.completed());
    assertEquals(List.of(0, 3), run.evaluations().intColumn("round").asList());
  }

  @Test
  void forgetsThoseOfRoundsThatAreNotComplete() {
    Evaluations evaluations = new Evaluations();
    Evaluation every = new Evaluation(3, 1);
    for (int i = 0; i < 40; i++) {
      evaluations.add(new double[] {i});
    }
    evaluations.cut(every, 100);
    assertEquals(34, evaluations.count());
    assertEquals(33, evaluations.means()[33]);
    assertEquals(99, evaluations.rounds(every)[33]);
  }

  @Test
  void rowsWithoutANumber() throws IOException {
    Path file = folder.resolve("evaluations.csv");
    Files.writeString(file, "round,score\n0,\n3,0.5\n");
    double[] score = new double[2];
    RoundsFile.ofEvaluations(folder, 2).forEach((row, values) -> score[row] = values[1]);
    assertTrue(Double.isNaN(score[0]));
    assertEquals(0.5, score[1]);
    Files.writeString(file, "round,score\n0,x\n3,0.5\n");
    Problem problem = Failing.with(DataException.class, () -> RoundsFile.ofEvaluations(folder, 2));
    assertEquals("evaluations.csv", problem.subject());
    assertEquals("x", Failing.fact(problem, "got"));
  }

  /** A game that does not tell what play is worth has no scores. */
  @Test
  void scoresThatAreNotKnown() {
    RoundLog log = new RoundLog();
    log.jointReward().set(1);
    log.evaluations().add(new double[] {1, 2, 3, 4});
    log.endRound();
    Run run = Runs.of(plan, Anchors.unknown(), log);
    assertEquals(1, run.evaluations().doubleColumn("score").countMissing());
    assertTrue(run.toString().contains("2.50, standard error 0.65, in 4 episodes after round 0\n"));
  }
}
