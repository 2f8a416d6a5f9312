package dev.parley.agent.aim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.Experiment;
import dev.parley.datasets.Signals;
import dev.parley.env.ParityDilemma;
import dev.parley.report.Tables;
import dev.parley.state.Entries;
import dev.parley.state.StateFile;
import dev.parley.train.Listener;
import dev.parley.train.Replay;
import dev.parley.train.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tech.tablesaw.api.Table;

/** Evaluations between the rounds: they change nothing, and can be had again. */
class AimEvaluationTest {

  private static final Aim SHORT = AimRunTest.everySetting().findFirst().orElseThrow();

  @TempDir Path folder;

  static Stream<Aim> plans() {
    return Stream.of(
        SHORT,
        SHORT.environment(ParityDilemma.standard()),
        SHORT.silent(),
        SHORT.separateCodebooks(),
        SHORT.symbols(Symbols.OWN_TABLE),
        SHORT.actions(ActionMap.head()),
        SHORT.gradients(Gradients.ACCUMULATED),
        SHORT.batch(1));
  }

  private Map<String, byte[]> state(String name) throws IOException {
    return Entries.of(Files.readAllBytes(folder.resolve(name).resolve("checkpoint.npz")));
  }

  /** All that a checkpoint at the end holds. */
  @ParameterizedTest
  @MethodSource("plans")
  void trainingIsTheSameWithAndWithout(Aim plan) throws IOException {
    Run without = plan.checkpointEvery(100, folder.resolve("without")).run(Listener.silent());
    Run with =
        plan.evaluateEvery(1, 10)
            .checkpointEvery(100, folder.resolve("with"))
            .run(Listener.silent());
    assertEquals(plan.setup().rounds() + 1, with.evaluations().rowCount());
    assertEquals(0, without.evaluations().rowCount());
    assertEquals(Tables.csv(without.rounds()), Tables.csv(with.rounds()));
    assertEquals(without.audit(), with.audit());
    assertEquals(without.lexicon(), with.lexicon());
    Map<String, byte[]> expected = state("without");
    Map<String, byte[]> found = state("with");
    for (String name : expected.keySet()) {
      if (!name.equals(StateFile.HEADER)) {
        assertArrayEquals(Entries.get(expected, name), Entries.get(found, name), name);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("plans")
  void resumedIsAsIfItHadNotStopped(Aim base) {
    Aim plan = base.evaluateEvery(2, 10);
    Run whole = plan.run(Listener.silent());
    for (int stop : new int[] {1, 6, 7}) {
      plan.rounds(stop).checkpointEvery(100, folder).run(Listener.silent());
      Run resumed = plan.resume(folder, Listener.silent());
      assertEquals(Tables.csv(whole.evaluations()), Tables.csv(resumed.evaluations()));
      assertEquals(Tables.csv(whole.rounds()), Tables.csv(resumed.rounds()));
    }
  }

  /** More episodes begin with those of fewer: one a row, whatever the batch that they fill. */
  @Test
  void episodesAreTheSameEachTime() {
    Aim still = SHORT.environment(ParityDilemma.standard()).learningRate(1e-30).rounds(2);
    Table table = still.evaluateEvery(1, 50).run(Listener.silent()).evaluations();
    assertEquals(3, table.rowCount());
    assertEquals(1, table.doubleColumn("joint_reward").unique().size());
  }

  /** Agents that were trained in the parity dilemma do best when they do not draw. */
  @Test
  void trainedAgentsEarnWhatTheyCan() {
    Run run =
        Experiment.aim()
            .environment(ParityDilemma.standard())
            .dataset(Signals.of(10, 12))
            .rounds(300)
            .seed(51)
            .evaluateEvery(300, 200)
            .run(Listener.silent());
    Table table = run.evaluations();
    assertTrue(table.doubleColumn("score").getDouble(0) < 0.5, table::printAll);
    assertTrue(table.doubleColumn("score").getDouble(1) > 0.5, table::printAll);
  }

  @Test
  void replayed() throws IOException {
    Aim plan = SHORT.evaluateEvery(5, 1);
    Path saved = plan.run(Listener.silent()).save(folder.resolve("run"));
    Replay replay = Replay.of(saved, Listener.silent());
    assertTrue(replay.same(), replay.report());
    Path file = saved.resolve("evaluations.csv");
    Files.writeString(file, Files.readString(file).replaceFirst("\n5,1,", "\n5,1,1"));
    Replay other = Replay.of(saved, Listener.silent());
    assertFalse(other.same());
    assertEquals("evaluation joint_reward", other.differences().stringColumn("name").get(0));
    assertEquals(5, other.differences().intColumn("first_round").getInt(0));
  }
}
