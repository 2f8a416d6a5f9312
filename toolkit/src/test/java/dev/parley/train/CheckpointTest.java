package dev.parley.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.error.OutputException;
import dev.parley.error.PlanException;
import dev.parley.error.Problem;
import dev.parley.error.SettingException;
import dev.parley.error.TrainingException;
import dev.parley.error.UnexpectedException;
import dev.parley.report.Tables;
import dev.parley.state.Entries;
import dev.parley.state.StateFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When checkpoints are written and what a run does that goes on from one. */
final class CheckpointTest {

  @TempDir Path folder;

  private final Fake plan = Fake.plan().rounds(20);
  private final Script script = plan.script();
  private final Told told = new Told();

  @AfterEach
  void leaveNoInterruptBehind() {
    Thread.interrupted();
  }

  private Path file() {
    return folder.resolve("checkpoint.npz");
  }

  private JsonNode header() throws IOException {
    byte[] text = Entries.get(entries(), StateFile.HEADER);
    return new ObjectMapper().readTree(new String(text, StandardCharsets.UTF_8));
  }

  private Map<String, byte[]> entries() throws IOException {
    return Entries.of(Files.readAllBytes(file()));
  }

  private static List<String> numbers(Run run) {
    return List.of(run.id(), Tables.csv(run.rounds()), Tables.csv(run.lexicon().table()));
  }

  private Run whole(int rounds) {
    return Fake.plan().rounds(rounds).run(new Told());
  }

  @Test
  void checkpointsChangeNoNumber() {
    Run with = plan.checkpointEvery(1, folder).run(told);
    assertEquals(numbers(whole(20)), numbers(with));
    assertEquals(plan, with.plan());
  }

  @Test
  void oneIsWrittenAfterSoManyRoundsAndAtTheEnd() {
    List<Integer> rounds = new ArrayList<>();
    script.playing = round -> rounds.add(Files.exists(file()) ? round() : -1);
    plan.rounds(8).checkpointEvery(3, folder).run(progress -> {});
    assertEquals(List.of(-1, -1, -1, 3, 3, 3, 6, 6), rounds);
    assertEquals(8, round());
  }

  private int round() {
    try {
      return header().get("round").intValue();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void oneIsWrittenAfterSoManyStepsOfPreparationAndAtTheirEnd() {
    script.preparations = 5;
    List<Integer> steps = new ArrayList<>();
    script.preparing = step -> steps.add(Files.exists(file()) ? prepared() : -1);
    script.beginning = () -> steps.add(prepared());
    plan.checkpointEvery(2, folder).run(told);
    assertEquals(List.of(-1, -1, 2, 2, 4, 5), steps);
  }

  private int prepared() {
    try {
      return header().get("prepared").intValue();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void headerIsTheArchiveAndHowFarItWas() throws IOException {
    script.preparations = 2;
    Run run = plan.checkpointEvery(7, folder).run(told);
    JsonNode header = header();
    assertEquals(1, header.get("checkpoint").intValue());
    assertEquals(2, header.get("prepared").intValue());
    assertEquals(20, header.get("round").intValue());
    assertTrue(header.get("seconds").doubleValue() >= 0);
    assertEquals(run.id(), header.get("id").textValue());
    assertEquals("Fake.plan().rounds(20)", header.get("line").textValue());
    assertEquals(3, header.at("/settings/size").intValue());
    assertEquals(64, header.at("/provenance/data sha256").textValue().length());
    assertEquals(List.of("checkpoint.npz"), files());
  }

  private List<String> files() throws IOException {
    try (Stream<Path> found = Files.list(folder)) {
      return found.map(f -> f.getFileName().toString()).toList();
    }
  }

  @Test
  void namesOfTheNumbers() throws IOException {
    plan.checkpointEvery(7, folder).run(told);
    assertEquals(
        List.of(
            "checkpoint.json",
            "log/joint_reward.npy",
            "log/reward_a.npy",
            "log/defections.npy",
            "learner/choices.npy",
            "learner/weights.npy",
            "learner/episodes/labels.npy",
            "learner/episodes/images.npy",
            "learner/messages/chronicle/episodes.npy",
            "learner/messages/chronicle/labels.npy",
            "learner/messages/chronicle/actions.npy",
            "learner/messages/chronicle/symbols.npy",
            "learner/messages/kept.npy",
            "learner/messages/episodes.npy",
            "learner/messages/labels.npy",
            "learner/messages/actions.npy",
            "learner/messages/symbols.npy"),
        List.copyOf(entries().keySet()));
  }

  /** From every round of a run to its end, and to twice as many. */
  @ParameterizedTest
  @ValueSource(ints = {1, 2, 7, 19, 20})
  void resumedIsAsIfItHadNotStopped(int stop) throws IOException {
    plan.rounds(stop).checkpointEvery(100, folder).run(told);
    script.calls.clear();
    Run resumed = plan.resume(folder, new Told());
    assertEquals(List.of("learner", "restore", "begin"), script.calls.subList(0, 3));
    assertEquals(20 - stop, script.calls.stream().filter(c -> c.startsWith("round")).count());
    assertEquals(numbers(whole(20)), numbers(resumed));
    Run further = plan.rounds(40).resume(file(), new Told());
    assertEquals(numbers(whole(40)), numbers(further));
  }

  /** Resumed once more and once more; the files at the end are the same, too. */
  @Test
  void resumedAgainAndAgain() throws IOException {
    plan.checkpointEvery(100, folder).run(told);
    Map<String, byte[]> expected = entries();
    Files.delete(file());
    plan.rounds(3).checkpointEvery(100, folder).run(new Told());
    for (int rounds : new int[] {4, 4, 11, 20}) {
      plan.rounds(rounds).checkpointEvery(100, folder).resume(folder, new Told());
      assertEquals(rounds, round());
    }
    Map<String, byte[]> found = entries();
    assertEquals(expected.keySet(), found.keySet());
    expected.remove(StateFile.HEADER);
    expected.forEach((name, bytes) -> assertArrayEquals(bytes, Entries.get(found, name), name));
  }

  @Test
  void goesOnInTheMiddleOfThePreparation() {
    script.preparations = 5;
    script.preparing = step -> interruptAt(2, step);
    Run stopped = plan.checkpointEvery(100, folder).run(told);
    assertEquals(0, stopped.completed());
    assertEquals(3, prepared());
    script.calls.clear();
    script.preparing = step -> {};
    Run resumed = plan.resume(folder, new Told());
    assertEquals(
        List.of("learner", "restore", "prepare 3", "prepare 4", "begin", "round 0"),
        script.calls.subList(0, 6));
    assertEquals(numbers(whole(20)), numbers(resumed));
  }

  @Test
  void interruptedRunIsSavedWhereItStopped() {
    script.playing = round -> interruptAt(6, round);
    Run stopped = plan.checkpointEvery(100, folder).run(told);
    assertEquals(7, stopped.completed());
    assertEquals(7, round());
    script.playing = round -> {};
    assertEquals(numbers(whole(20)), numbers(plan.resume(folder, new Told())));
  }

  private static void interruptAt(int when, int now) {
    if (when == now) {
      Thread.currentThread().interrupt();
    }
  }

  /** Fewer rounds than planned, as long as they are not over. */
  @Test
  void resumedToFewerRounds() {
    script.playing = round -> interruptAt(6, round);
    plan.checkpointEvery(100, folder).run(told);
    script.playing = round -> {};
    assertEquals(numbers(whole(9)), numbers(plan.rounds(9).resume(folder, new Told())));
    assertEquals(numbers(whole(7)), numbers(plan.rounds(7).resume(folder, new Told())));
    Problem problem =
        Failing.with(PlanException.class, () -> plan.rounds(6).resume(folder, new Told()));
    assertEquals("rounds", problem.subject());
    assertEquals("6", Failing.fact(problem, "got"));
    assertTrue(Failing.fact(problem, "allowed").startsWith("7 or more"));
  }

  /** What a run that died leaves is the checkpoint before. */
  @Test
  void failureLeavesTheLastCheckpointAndTellsWhereItIs() {
    script.playing =
        round -> {
          if (round == 15) {
            throw new IllegalStateException("bug");
          }
        };
    Problem problem =
        Failing.with(UnexpectedException.class, () -> plan.checkpointEvery(4, folder).run(told));
    assertEquals(file().toString(), Failing.fact(problem, "checkpoint"));
    assertEquals(12, round());
    script.playing = round -> {};
    assertEquals(numbers(whole(20)), numbers(plan.resume(folder, new Told())));
  }

  @Test
  void numberThatIsNotFiniteTellsWhereTheCheckpointIs() {
    script.logging = (round, columns) -> columns.apply("reward_a").set(round == 9 ? Double.NaN : 1);
    Problem problem =
        Failing.with(TrainingException.class, () -> plan.checkpointEvery(4, folder).run(told));
    assertEquals("reward_a", problem.subject());
    assertEquals(file().toString(), Failing.fact(problem, "checkpoint"));
    assertEquals(8, round());
  }

  /** It would be found by the next round, when the last good checkpoint is gone. */
  @Test
  void weightThatIsNaNIsNotSaved() {
    script.playing = round -> script.weights = new float[] {1, 2, round == 9 ? Float.NaN : round};
    Problem problem =
        Failing.with(TrainingException.class, () -> plan.checkpointEvery(2, folder).run(told));
    assertEquals("learner/weights", problem.subject());
    assertEquals("10", Failing.fact(problem, "completed rounds"));
    assertEquals(file().toString(), Failing.fact(problem, "checkpoint"));
    assertEquals(8, round());
  }

  @Test
  void weightsComeBack() {
    script.playing = round -> script.weights = new float[] {round, 2, 3};
    plan.rounds(5).checkpointEvery(100, folder).run(told);
    script.weights = new float[3];
    script.playing = round -> {};
    plan.rounds(6).resume(folder, new Told());
    assertArrayEquals(new float[] {4, 2, 3}, script.weights);
  }

  @Test
  void timeIsThatOfAllParts() throws IOException {
    plan.rounds(5).checkpointEvery(100, folder).run(told);
    Map<String, byte[]> entries = entries();
    String json = new String(Entries.get(entries, StateFile.HEADER), StandardCharsets.UTF_8);
    String later = json.replaceAll("\"seconds\" : [0-9.E-]+", "\"seconds\" : 5000.25");
    entries.put(StateFile.HEADER, later.getBytes(StandardCharsets.UTF_8));
    Files.write(file(), Entries.file(entries));
    assertEquals(5000, plan.resume(folder, new Told()).time().toSeconds());
  }

  /** The mean that a listener is told is that of the last rounds, also of those before. */
  @Test
  void listenerIsToldAsEver() {
    plan.run(told);
    Progress expected = told.progress.get(told.progress.size() - 1);
    plan.rounds(19).checkpointEvery(100, folder).run(new Told());
    Told again = new Told();
    plan.resume(folder, again);
    assertEquals(List.of(expected), again.progress);
    assertEquals(1, again.ended);
  }

  @Test
  void interruptBeforeAResumedRun() {
    plan.rounds(5).checkpointEvery(100, folder).run(told);
    Thread.currentThread().interrupt();
    Run run = plan.resume(folder, new Told());
    assertEquals(5, run.completed());
    assertTrue(run.stoppedEarly());
  }

  @Test
  void folderThatCannotBeWrittenIsToldBeforeAnythingIsTrained() throws IOException {
    Path taken = Files.writeString(folder.resolve("taken"), "x");
    assertThrows(OutputException.class, () -> plan.checkpointEvery(1, taken).run(told));
    assertEquals(List.of("learner", "close"), script.calls);
    assertEquals(1, told.ended);
  }

  /** The disk is full, say: the run ends, and what was saved last is told. */
  @Test
  void checkpointThatCannotBeWritten() {
    script.playing =
        round -> {
          if (round == 9) {
            block();
          }
        };
    Problem problem =
        Failing.with(OutputException.class, () -> plan.checkpointEvery(4, folder).run(told));
    assertEquals("12", Failing.fact(problem, "completed rounds"));
    assertEquals(file().toString(), Failing.fact(problem, "checkpoint"));
    assertEquals("close", script.calls.get(script.calls.size() - 1));
  }

  /** Nothing can be moved to where a folder is. */
  private void block() {
    try {
      Files.delete(file());
      Files.createDirectories(file().resolve("in the way"));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void textIsTheExpressionThatMakesIt() {
    assertEquals(
        "Fake.plan().rounds(20).checkpointEvery(5, Path.of(\"a \\\"b\\\"\"))",
        plan.checkpointEvery(5, Path.of("a \"b\"")).toString());
  }

  @Test
  void everyZero() {
    Problem problem = Failing.with(SettingException.class, () -> plan.checkpointEvery(0, folder));
    assertEquals("checkpointEvery", problem.subject());
    assertEquals("0", Failing.fact(problem, "got"));
  }
}
