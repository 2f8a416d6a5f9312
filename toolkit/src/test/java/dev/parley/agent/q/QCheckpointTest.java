package dev.parley.agent.q;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.report.Tables;
import dev.parley.state.Entries;
import dev.parley.state.StateFile;
import dev.parley.train.Listener;
import dev.parley.train.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A run that was saved and goes on comes to the same bits as one that was not. */
class QCheckpointTest {

  @TempDir Path folder;

  static Stream<QLearning> plans() {
    return QRunTest.everySetting();
  }

  private Map<String, byte[]> state(String name) throws IOException {
    return Entries.of(Files.readAllBytes(folder.resolve(name).resolve("checkpoint.npz")));
  }

  @ParameterizedTest
  @MethodSource("plans")
  void halfAndThenTheRest(QLearning plan) throws IOException {
    Run whole = plan.checkpointEvery(1000, folder.resolve("whole")).run(Listener.silent());
    plan.rounds(2).checkpointEvery(1000, folder.resolve("half")).run(Listener.silent());
    Run resumed =
        plan.checkpointEvery(1000, folder.resolve("rest"))
            .resume(folder.resolve("half"), Listener.silent());
    Map<String, byte[]> expected = state("whole");
    Map<String, byte[]> found = state("rest");
    assertEquals(expected.keySet(), found.keySet());
    for (String name : expected.keySet()) {
      if (!name.equals(StateFile.HEADER)) {
        assertArrayEquals(Entries.get(expected, name), Entries.get(found, name), name);
      }
    }
    assertEquals(Tables.csv(whole.rounds()), Tables.csv(resumed.rounds()));
    assertEquals(whole.lexicon(), resumed.lexicon());
    assertEquals(whole.audit(), resumed.audit());
  }

  /** The audit draws from streams of its own: it leaves what is learned as it is. */
  @ParameterizedTest
  @MethodSource("plans")
  void checkpointsChangeNoNumber(QLearning plan) {
    Run plain = plan.run(Listener.silent());
    Run kept = plan.checkpointEvery(1, folder.resolve("each")).run(Listener.silent());
    assertEquals(Tables.csv(plain.rounds()), Tables.csv(kept.rounds()));
    assertEquals(plain.audit(), kept.audit());
  }
}
