package dev.parley.agent.ppo;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.datasets.Samples;
import dev.parley.env.mpe.SimpleSpeakerListener;
import dev.parley.random.Streams;
import dev.parley.report.Tables;
import dev.parley.state.Entries;
import dev.parley.state.StateFile;
import dev.parley.train.Learner;
import dev.parley.train.Listener;
import dev.parley.train.Replay;
import dev.parley.train.RoundLog;
import dev.parley.train.Run;
import dev.parley.train.Stage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Evaluations between the rounds: they change nothing, and can be had again. */
class PpoEvaluationTest {

  private static final Ppo SHORT = PpoRunTest.SHORT;

  @TempDir Path folder;

  static Stream<Ppo> plans() {
    return PpoRunTest.everySetting();
  }

  private Map<String, byte[]> state(String name) throws IOException {
    return Entries.of(Files.readAllBytes(folder.resolve(name).resolve("checkpoint.npz")));
  }

  @ParameterizedTest
  @MethodSource("plans")
  void trainingIsTheSameWithAndWithout(Ppo plan) throws IOException {
    Run without = plan.checkpointEvery(100, folder.resolve("without")).run(Listener.silent());
    Ppo evaluated = plan.evaluateEvery(2, 11);
    Run with = evaluated.checkpointEvery(100, folder.resolve("with")).run(Listener.silent());
    assertEquals(4, with.evaluations().rowCount());
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
    evaluated.rounds(3).checkpointEvery(100, folder.resolve("half")).run(Listener.silent());
    Run resumed = evaluated.resume(folder.resolve("half"), Listener.silent());
    assertEquals(Tables.csv(with.evaluations()), Tables.csv(resumed.evaluations()));
    assertEquals(Tables.csv(with.rounds()), Tables.csv(resumed.rounds()));
  }

  /** A game of three goals has three courses, if nobody draws anything; more if somebody does. */
  @Test
  void everybodyDoesWhatItHoldsToBeBest() {
    Samples none = SHORT.setup().dataset().load();
    Stage stage = new Stage(SHORT.setup(), none, none, Streams.of(51), new RoundLog());
    try (Learner learner = SHORT.learner(stage)) {
      double[] returns = learner.evaluate(60);
      assertEquals(60, returns.length);
      assertTrue(Arrays.stream(returns).distinct().count() <= 3, Arrays.toString(returns));
      assertArrayEquals(Arrays.copyOf(returns, 11), learner.evaluate(11));
    }
  }

  @Test
  void replayed() {
    Ppo plan = SHORT.environment(SimpleSpeakerListener.standard());
    Run run = plan.evaluateEvery(2, 5).run(Listener.silent());
    Replay replay = Replay.of(run.save(folder), Listener.silent());
    assertTrue(replay.same(), replay.report());
    assertEquals(Tables.csv(run.evaluations()), Tables.csv(replay.run().evaluations()));
  }
}
