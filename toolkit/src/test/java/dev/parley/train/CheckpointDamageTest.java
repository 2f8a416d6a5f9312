package dev.parley.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.agent.aim.Aim;
import dev.parley.datasets.Signals;
import dev.parley.env.ParityDilemma;
import dev.parley.error.DataException;
import dev.parley.error.ParleyException;
import dev.parley.error.PlanException;
import dev.parley.error.Problem;
import dev.parley.error.UnexpectedException;
import dev.parley.random.RandomStream;
import dev.parley.state.Entries;
import dev.parley.state.StateFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checkpoints of another plan, and checkpoints that were changed. */
final class CheckpointDamageTest {

  private static final int MUTATIONS = 2_000;

  @TempDir Path folder;

  private final Fake plan = Fake.plan().rounds(6);
  private byte[] good = {};

  @BeforeEach
  void save() throws IOException {
    plan.checkpointEvery(3, folder).run(Listener.silent());
    good = Files.readAllBytes(file());
  }

  private Path file() {
    return folder.resolve("checkpoint.npz");
  }

  private Run resume(Plan<?> other) {
    return other.resume(folder, Listener.silent());
  }

  private Problem otherPlan(Fake other) {
    return Failing.with(PlanException.class, () -> resume(other));
  }

  @Test
  void firstSettingThatDiffersIsNamed() {
    Problem problem = otherPlan(plan.seed(2).batch(5));
    assertEquals("batch", problem.subject());
    assertEquals("5", Failing.fact(problem, "got"));
    assertEquals("4, as in the checkpoint", Failing.fact(problem, "allowed"));
    assertEquals("Fake.plan().seed(2).rounds(6).batch(5)", Failing.fact(problem, "plan"));
    assertEquals("Fake.plan().rounds(6)", Failing.fact(problem, "checkpoint of"));
  }

  @Test
  void everyOtherSettingIsSeen() {
    assertEquals("seed", otherPlan(plan.seed(2)).subject());
    assertEquals("clip", otherPlan(plan.clip(1)).subject());
    assertEquals("holdout", otherPlan(plan.holdout(0.1)).subject());
    assertEquals("learningRate", otherPlan(plan.learningRate(1e-3, 0.5)).subject());
    assertEquals("environment", otherPlan(plan.environment(ParityDilemma.standard())).subject());
    assertEquals("dataset", otherPlan(plan.dataset(Signals.of(4, 3).perClass(11))).subject());
    assertEquals("size", otherPlan(new Fake(plan.setup(), 4, plan.script())).subject());
    String learned = Failing.fact(otherPlan(plan.learningRate(1e-3, 0.5)), "got");
    assertTrue(learned.contains("\"decay\":0.5"), learned);
  }

  @Test
  void planOfAnotherKind() {
    Problem problem = Failing.with(PlanException.class, () -> resume(Aim.DEFAULT));
    assertEquals("plan", problem.subject());
    assertEquals("Aim", Failing.fact(problem, "got"));
    assertEquals("Fake, as in the checkpoint", Failing.fact(problem, "allowed"));
  }

  @Test
  void nothingIsTrainedThen() {
    plan.script().calls.clear();
    otherPlan(plan.seed(2));
    assertEquals(List.of("learner", "close"), plan.script().calls);
  }

  @Test
  void learnerOfOtherColumnsIsRefused() throws IOException {
    Map<String, byte[]> entries = entries();
    byte[] column = Entries.get(entries, "log/reward_a.npy");
    entries.remove("log/reward_a.npy");
    entries.put("log/reward_b.npy", column);
    assertTrue(reason(entries).startsWith("has no log/reward_a.npy"));
  }

  private Map<String, byte[]> entries() throws IOException {
    return new LinkedHashMap<>(Entries.of(good));
  }

  private String reason(Map<String, byte[]> entries) throws IOException {
    return Failing.fact(refused(entries), "reason");
  }

  private Problem refused(Map<String, byte[]> entries) throws IOException {
    Files.write(file(), Entries.file(entries));
    return Failing.with(DataException.class, () -> resume(plan));
  }

  private Problem refusedHeader(UnaryOperator<String> change) throws IOException {
    Map<String, byte[]> entries = entries();
    String text = new String(Entries.get(entries, StateFile.HEADER), StandardCharsets.UTF_8);
    String changed = change.apply(text);
    assertFalse(changed.equals(text), "the header is changed");
    entries.put(StateFile.HEADER, changed.getBytes(StandardCharsets.UTF_8));
    return refused(entries);
  }

  @ParameterizedTest
  @ValueSource(strings = {"2", "0", "-1", "1.0", "\"1\"", "null", "99999999999999999999", "[1]"})
  void unknownVersion(String version) throws IOException {
    Problem problem =
        refusedHeader(h -> h.replace("\"checkpoint\" : 1", "\"checkpoint\" : " + version));
    assertTrue(Failing.fact(problem, "reason").contains("this Parley reads 1"));
    assertEquals(file().toString(), Failing.fact(problem, "got"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "7.5", "\"6\"", "null", "2147483648", "1e99999", "{}"})
  void roundThatIsNoCount(String round) throws IOException {
    Problem problem = refusedHeader(h -> h.replace("\"round\" : 6", "\"round\" : " + round));
    assertTrue(Failing.fact(problem, "reason").contains("number of round"));
  }

  /** As many rounds as there can be, in a plan that has as many: nothing is allocated for them. */
  @Test
  void hugeRound() throws IOException {
    Map<String, byte[]> entries = entries();
    String text = new String(Entries.get(entries, StateFile.HEADER), StandardCharsets.UTF_8);
    String huge = text.replace("\"round\" : 6", "\"round\" : 2147483647");
    entries.put(StateFile.HEADER, huge.getBytes(StandardCharsets.UTF_8));
    Files.write(file(), Entries.file(entries));
    Fake longest = plan.rounds(Integer.MAX_VALUE);
    Problem problem = Failing.with(DataException.class, () -> resume(longest));
    assertTrue(Failing.fact(problem, "reason").contains("(2147483647,)"));
  }

  @Test
  void headerThatIsNotOne() throws IOException {
    for (String text : List.of("", "{", "[]", "null", "{} {}", "{\"a\":1,\"a\":2}", "x")) {
      refusedHeader(h -> text);
    }
    refusedHeader(h -> "[".repeat(100_000));
    refusedHeader(h -> h.replace("\"prepared\" : 0", "\"prepared\" : 1"));
    refusedHeader(h -> h.replaceAll("\"seconds\" : [0-9.E-]+", "\"seconds\" : -1"));
    refusedHeader(h -> h.replace("\"format\" : 1", "\"format\" : 2"));
  }

  /** Numbers of other code, or of another machine, do not go on to the last bit. */
  @Test
  void otherProvenance() throws IOException {
    Problem problem = refusedHeader(h -> h.replace("none at all", "another"));
    assertEquals("another", Failing.fact(problem, "backend of the checkpoint"));
    assertEquals("none at all", Failing.fact(problem, "backend here"));
    refusedHeader(h -> h.replaceFirst("\"data sha256\" : \"....", "\"data sha256\" : \"0000"));
    refusedHeader(h -> h.replaceFirst("\"code sha256\"", "\"code\\u001b sha256\""));
  }

  @Test
  void numberOfTheLogThatIsNotFinite() throws IOException {
    Map<String, byte[]> entries = entries();
    byte[] column = Entries.get(entries, "log/reward_a.npy").clone();
    column[column.length - 1] = 0x7F;
    column[column.length - 2] = (byte) 0xF0;
    Arrays.fill(column, column.length - 8, column.length - 2, (byte) 0);
    entries.put("log/reward_a.npy", column);
    assertEquals("reward_a", Failing.fact(refused(entries), "column"));
  }

  /** Bytes of the file, whatever they are. */
  @Test
  void mutatedFile() throws IOException {
    RandomStream random = new RandomStream(20);
    for (int i = 0; i < MUTATIONS / 4; i++) {
      Files.write(file(), mutated(good, random));
      Failing.with(DataException.class, () -> resume(plan));
    }
  }

  /** What is in the file, with checksums that hold: an error that names it, or a run. */
  @Test
  void mutatedContent() throws IOException {
    RandomStream random = new RandomStream(21);
    int loaded = 0;
    for (int i = 0; i < MUTATIONS - MUTATIONS / 4; i++) {
      Map<String, byte[]> entries = entries();
      List<String> names = new ArrayList<>(entries.keySet());
      String name = names.get(random.nextInt(names.size()));
      byte[] content = Entries.get(entries, name);
      switch (random.nextInt(8)) {
        case 0 -> entries.remove(name);
        case 1 -> entries.put("more/" + i, content);
        case 2 -> entries.put(name, Entries.get(entries, names.get(random.nextInt(names.size()))));
        default -> entries.put(name, mutated(content, random));
      }
      Files.write(file(), Entries.file(entries));
      loaded += goesOn("mutation " + i + " of " + name) ? 1 : 0;
    }
    int all = loaded;
    assertTrue(loaded > 50 && loaded < MUTATIONS / 2, () -> all + " were loaded");
  }

  /** Whether it can be loaded; everything that can be asked of such a run works. */
  private boolean goesOn(String what) {
    try {
      Run run = plan.rounds(8).resume(folder, Listener.silent());
      assertEquals(8, run.completed(), what);
      assertTrue(run.rounds().rowCount() + run.lexicon().size() > 8, what);
      assertFalse(run.toString().isEmpty(), what);
      return true;
    } catch (UnexpectedException e) {
      throw new AssertionError(what, e);
    } catch (ParleyException e) {
      assertFalse(e.problems().get(0).facts().isEmpty(), what);
      return false;
    }
  }

  /**
   * One to three changes, each of one kind: a bit, a byte, a cut, a run of bytes, more at the end.
   */
  private static byte[] mutated(byte[] content, RandomStream random) {
    byte[] bytes = content.clone();
    int changes = 1 + random.nextInt(3);
    for (int i = 0; i < changes || Arrays.equals(bytes, content); i++) {
      int at = random.nextInt(Math.max(1, bytes.length));
      if (bytes.length == 0) {
        bytes = new byte[] {1};
        continue;
      }
      switch (random.nextInt(10)) {
        case 0 -> bytes = Arrays.copyOf(bytes, at);
        case 1 -> bytes = Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(40));
        case 2 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 8), (byte) 0xFF);
        case 3 -> Arrays.fill(bytes, at, Math.min(bytes.length, at + 8), (byte) '9');
        case 4, 5 -> bytes[at] = (byte) random.nextInt(256);
        default -> bytes[at] ^= (byte) (1 << random.nextInt(8));
      }
    }
    return bytes;
  }
}
