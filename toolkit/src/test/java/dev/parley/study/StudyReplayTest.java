package dev.parley.study;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.agent.aim.Aim;
import dev.parley.datasets.Mnist;
import dev.parley.env.Bimatrix;
import dev.parley.env.Dilemma;
import dev.parley.error.DataException;
import dev.parley.error.ParleyException;
import dev.parley.random.RandomStream;
import dev.parley.train.Listener;
import dev.parley.train.Replay;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
  void trialsThatFailedOrWereNotRunAreTold() throws IOException {
    Path missing = folder.resolve("mnist");
    Study<Aim> study =
        Study.of(Small.PLAN)
            .ablate("no data", p -> p.dataset(Mnist.at(missing.toString())))
            .seeds(2)
            .in(folder.resolve("st2"));
    Runner allButOne =
        (trials, watcher) -> LocalRunner.workers(1).run(trials.subList(1, 4), watcher);
    saved = Small.run(study.on(allButOne)).save(folder.resolve("partly"));
    String text = Files.readString(saved.resolve("study.json"));
    assertTrue(
        text.contains("\"planned\":4,\"missing\":[{\"cell\":\"full\",\"reason\":\"not run\"}"),
        text);
    assertTrue(text.contains("{\"cell\":\"no data\",\"reason\":\"seed 2: "), text);
    StudyReplay replay = replay();
    assertTrue(replay.same());
    assertTrue(
        replay.report().startsWith("same, 1 trial, to the last bit\n  missing  3 of 4 trials"),
        replay::report);
    Files.writeString(saved.resolve("study.json"), text.replace("\"planned\":4", "\"planned\":5"));
    assertThrows(DataException.class, this::replay);
  }

  /** A game that no archive can name. */
  private static final class Own implements Dilemma {
    @Override
    public Bimatrix even() {
      return Bimatrix.symmetric(5, 3, 0, -1);
    }

    @Override
    public Bimatrix odd() {
      return even();
    }

    @Override
    public boolean bothSee() {
      return true;
    }
  }

  @Test
  void aStudyThatCannotBeReplayedSaysSoAndWhy() {
    StudyResult result =
        Small.run(Study.of(Small.PLAN.environment(new Own())).seeds(1).in(folder.resolve("own")));
    assertTrue(
        result.toString().contains("replay  not possible: environment: " + Own.class.getName()),
        result::toString);
    saved = result.save(folder.resolve("ownSaved"));
    DataException e = assertThrows(DataException.class, this::replay);
    String reason = e.problems().get(0).value("reason").orElseThrow();
    assertTrue(reason.startsWith("it cannot be replayed: environment: "), reason);
  }

  @Test
  void theFolderOfARun() {
    saved = Small.PLAN.run(Listener.silent()).save(folder.resolve("run"));
    DataException study = assertThrows(DataException.class, this::replay);
    assertTrue(study.toString().contains("Experiment.replay(folder)"), study.toString());
    Path other = folder.resolve("saved");
    DataException run = assertThrows(DataException.class, () -> Replay.of(other));
    assertTrue(run.toString().contains("Experiment.replayStudy(folder)"), run.toString());
  }

  @Test
  void otherProvenanceIsToldAndIsNoDifference() throws IOException {
    Path file = aRecord();
    TrialRecord record = RecordFile.read("file", Files.readString(file));
    Map<String, String> facts = new HashMap<>(record.facts());
    facts.put("jdk", "another");
    Files.writeString(file, RecordFile.write(with(record, record.rewards(), facts)));
    StudyReplay replay = replay();
    assertTrue(replay.same());
    assertTrue(replay.report().contains("\n  provenance  other jdk; equal"), replay::report);
  }

  private static TrialRecord with(
      TrialRecord record, List<Double> rewards, Map<String, String> facts) {
    return new TrialRecord(
        record.key(),
        record.line(),
        record.seed(),
        record.measures(),
        record.verdict(),
        rewards,
        facts,
        record.seconds(),
        "");
  }

  @Test
  void oneBitOfOneRound() throws IOException {
    Path file = aRecord();
    TrialRecord record = RecordFile.read("file", Files.readString(file));
    List<Double> rewards = new ArrayList<>(record.rewards());
    rewards.set(7, Math.nextUp(rewards.get(7)));
    Files.writeString(file, RecordFile.write(with(record, rewards, record.facts())));
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
        assertEquals(4, StudyArchive.read(saved).entries().size());
      } catch (ParleyException e) {
        refused++;
      }
    }
    assertTrue(refused > 1_800, refused + " refused");
  }
}
