package dev.parley.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.agent.aim.Aim;
import dev.parley.error.DataException;
import dev.parley.error.ParleyException;
import dev.parley.random.RandomStream;
import dev.parley.train.Listener;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class StudyReplayTest {

  @TempDir private Path folder;
  private Path saved = Path.of("");

  @BeforeEach
  void save() {
    StudyResult result =
        Small.run(Study.of(Small.PLAN).vary(Aim::codebook, 4, 6).seeds(2).in(folder.resolve("st")));
    saved = result.save(folder.resolve("saved"));
  }

  private StudyReplay replay() {
    return StudyReplay.of(saved, LocalRunner.workers(2), Listener.silent());
  }

  private Path aRecord() throws IOException {
    try (Stream<Path> files = Files.list(saved.resolve("records"))) {
      return files.sorted().findFirst().orElseThrow();
    }
  }

  @Test
  void theSameNumbers() {
    assertTrue(StudyReplay.isStudy(saved));
    StudyReplay replay = replay();
    assertTrue(replay.same(), replay::report);
    assertEquals("same, 4 trials, to the last bit", replay.report());
    assertEquals(0, replay.differences().rowCount());
  }

  /** Nothing that is the same is not the same. */
  @Test
  void aStudyWithoutTrials() {
    Runner nowhere = (trials, watcher) -> {};
    StudyResult none = Small.run(Study.of(Small.PLAN).on(nowhere).in(folder.resolve("none")));
    saved = none.save(folder.resolve("empty"));
    DataException e = assertThrows(DataException.class, this::replay);
    assertTrue(e.problems().get(0).value("reason").orElseThrow().contains("nothing to compare"));
  }

  @Test
  void oneBitOfOneRound() throws IOException {
    Path file = aRecord();
    TrialRecord record = RecordFile.read("file", Files.readString(file));
    List<Double> rewards = new ArrayList<>(record.rewards());
    rewards.set(7, Math.nextUp(rewards.get(7)));
    Files.writeString(
        file,
        RecordFile.write(
            new TrialRecord(
                record.key(),
                record.line(),
                record.seed(),
                record.measures(),
                record.verdict(),
                rewards,
                record.facts(),
                record.seconds(),
                "")));
    StudyReplay replay = replay();
    assertFalse(replay.same());
    assertEquals(List.of("joint_reward of round 8"), replay.differences().column("what").asList());
    assertTrue(replay.report().startsWith("different, 1 of 4 trials"));
  }

  @Test
  void recordsThatAreNotThoseOfTheStudy() throws IOException {
    Path file = aRecord();
    String text = Files.readString(file);
    Files.writeString(file, text.substring(1));
    assertThrows(DataException.class, this::replay);
    Files.delete(file);
    assertTrue(assertThrows(DataException.class, this::replay).toString().contains("no such"));
  }

  @Test
  void aChangedStudyFileIsAClearErrorOrAValidOne() throws IOException {
    Path file = saved.resolve("study.json");
    byte[] whole = Files.readAllBytes(file);
    RandomStream random = new RandomStream(1);
    int refused = 0;
    for (int i = 0; i < 2_000; i++) {
      byte[] bytes = whole.clone();
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(3)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes = java.util.Arrays.copyOf(bytes, at);
        default ->
            bytes =
                new String(bytes, StandardCharsets.UTF_8)
                    .replaceFirst("\"format\":1", "\"format\":" + random.nextLong())
                    .replaceFirst("\"record\":\"", "\"record\":\"../")
                    .getBytes(StandardCharsets.UTF_8);
      }
      Files.write(file, bytes);
      try {
        assertEquals(4, StudyArchive.read(saved).size());
      } catch (ParleyException e) {
        refused++;
      }
    }
    assertTrue(refused > 1_800, refused + " refused");
  }
}
