package dev.parley.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.datasets.Samples;
import dev.parley.env.Anchors;
import dev.parley.env.Environment;
import dev.parley.env.Episodes;
import dev.parley.env.Role;
import dev.parley.language.Lexicon;
import dev.parley.random.Streams;
import dev.parley.report.Tables;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import tech.tablesaw.api.ColumnType;
import tech.tablesaw.api.Table;

final class RunTest {

  private static final Listener SILENT = Listener.silent();

  @Test
  void columnsOfTheRounds() {
    Run run = Fake.plan().run(SILENT);
    Table rounds = run.rounds();
    assertEquals("rounds", rounds.name());
    assertEquals(List.of("round", "joint_reward", "reward_a", "defections"), rounds.columnNames());
    assertEquals(
        List.of(ColumnType.INTEGER, ColumnType.DOUBLE, ColumnType.DOUBLE, ColumnType.INTEGER),
        rounds.types());
    assertEquals(30, rounds.rowCount());
    for (int i = 0; i < 30; i++) {
      assertEquals(i + 1, rounds.intColumn("round").getInt(i));
      assertEquals(run.jointReward()[i], rounds.doubleColumn("joint_reward").getDouble(i));
    }
  }

  @Test
  void tablesAndChartsAreNewAtEachCall() {
    Fake plan = Fake.plan();
    plan.script().preparation = () -> Tables.named("preparation").wholes("epoch", new int[] {1, 2});
    Run run = plan.run(SILENT);
    String rounds = Tables.csv(run.rounds());
    String lexicon = Tables.csv(run.lexicon().table());
    run.rounds().doubleColumn("joint_reward").set(0, 1e6);
    run.rounds().removeColumns("round");
    run.lexicon().table().clear();
    run.preparation().intColumn("epoch").set(0, 1000);
    run.jointReward()[0] = 1e6;
    assertEquals(rounds, Tables.csv(run.rounds()));
    assertEquals(lexicon, Tables.csv(run.lexicon().table()));
    assertEquals(run.lexicon(), run.lexicon());
    assertEquals("epoch\n1\n2\n", Tables.csv(run.preparation()));
    assertTrue(run.jointReward()[0] < 1e6);
    assertNotSame(run.rewardCurve(), run.rewardCurve());
    assertNotSame(run.symbolChart(), run.symbolChart());
    assertNotSame(run.codebookChart(), run.codebookChart());
  }

  @Test
  void lexiconOfEachAgent() {
    assertEquals(
        """
        agent,message,count,share,label,label_share,label_entropy,action,action_share,\
        action_entropy,first_round,last_round,meaning
        a,2 1,2,0.6666666666666666,1,1.0,0.0,D,1.0,0.0,2,3,
        a,1 2,1,0.3333333333333333,0,1.0,0.0,C,1.0,0.0,1,1,
        b,3 3,3,1.0,1,0.6666666666666666,0.9182958340544894,C,1.0,0.0,1,3,
        """,
        Tables.csv(Runs.of(Fake.plan(), Runs.NEEDED, 5).lexicon().table()));
  }

  /** Each agent has actions of its own. */
  private record Unlike() implements Environment {

    @Override
    public List<Role> roles() {
      return List.of(
          new Role("a", true, 0, List.of("stay", "go")),
          new Role("b", false, 0, List.of("left", "right")));
    }

    @Override
    public Anchors anchors(Samples samples) {
      return Runs.NEEDED;
    }

    @Override
    public Episodes open(Samples samples, int batch, Streams streams) {
      throw new AssertionError("nothing is played");
    }
  }

  @Test
  void actionsAreThoseOfTheAgentsRole() {
    Lexicon lexicon = Runs.of(Fake.plan().environment(new Unlike()), Runs.NEEDED, 5).lexicon();
    assertEquals(
        List.of("go", "stay", "left"),
        lexicon.entries().stream().map(Lexicon.Entry::action).toList());
  }

  @Test
  void whatWasPlannedAndWhatCameOut() {
    Fake plan = Fake.plan().rounds(3);
    Run run = Runs.of(plan, Runs.NEEDED, 1, 2, 8.5);
    assertEquals(plan, run.plan());
    assertEquals(Runs.NEEDED, run.anchors());
    assertEquals(3, run.completed());
    assertFalse(run.stoppedEarly());
    assertEquals(8.5, run.plateau());
    assertEquals(0.5, run.score());
    assertEquals(2, run.codesUsed());
    assertEquals(1234, run.time().toMillis());
    assertArrayEquals(new double[] {1, 2, 8.5}, run.jointReward());
    assertTrue(Runs.of(plan, Runs.NEEDED, 1, 2).stoppedEarly());
  }

  /** Nine tenths of the way from 4 to 9 is 8.5. */
  @Test
  void convergedOverTwentyRounds() {
    Fake plan = Fake.plan().batch(2);
    double[] joint = Runs.step(50, 4, 50, 9);
    assertEquals(OptionalInt.of(68), Runs.of(plan, Runs.NOT_NEEDED, joint).convergedRound());
    assertEquals(
        OptionalInt.of(70),
        Runs.of(plan, Runs.NOT_NEEDED, Runs.step(50, 4, 50, 8.5)).convergedRound());
    assertEquals(
        OptionalInt.empty(),
        Runs.of(plan, Runs.NOT_NEEDED, Runs.step(50, 4, 50, 8.49)).convergedRound());
  }

  /** Rounds of one episode are averaged over a hundred: 4 + 5 n / 100 is 8.5 for n = 90. */
  @Test
  void convergedOverAHundredRoundsOfOneEpisode() {
    double[] joint = Runs.step(50, 4, 150, 9);
    assertEquals(
        OptionalInt.of(140),
        Runs.of(Fake.plan().batch(1), Runs.NOT_NEEDED, joint).convergedRound());
    assertEquals(
        OptionalInt.of(68), Runs.of(Fake.plan().batch(2), Runs.NOT_NEEDED, joint).convergedRound());
    double[] good = Runs.step(0, 0, 99, 9);
    assertEquals(
        OptionalInt.empty(), Runs.of(Fake.plan().batch(1), Runs.NOT_NEEDED, good).convergedRound());
  }

  /** The level is read off uniform play, not off the best without communication. */
  @Test
  void levelOfAGameThatNeedsMessages() {
    double[] justEnough = Runs.step(0, 0, 20, 9.45);
    assertEquals(
        OptionalInt.of(20), Runs.of(Fake.plan(), Runs.NEEDED, justEnough).convergedRound());
    assertEquals(
        OptionalInt.empty(),
        Runs.of(Fake.plan(), Runs.NEEDED, Runs.step(0, 0, 20, 9.44)).convergedRound());
  }

  @Test
  void samePlanTwiceIsOneId() {
    Run first = Fake.plan().run(SILENT);
    Run second = Fake.plan().run(SILENT);
    assertEquals(first.id(), second.id());
    assertEquals(Tables.csv(first.rounds()), Tables.csv(second.rounds()));
    Run other = Fake.plan().seed(2).run(SILENT);
    assertFalse(first.id().equals(other.id()));
    assertFalse(Tables.csv(first.rounds()).equals(Tables.csv(other.rounds())));
  }
}
