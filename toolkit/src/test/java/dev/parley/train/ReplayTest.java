package dev.parley.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.Experiment;
import dev.parley.agent.aim.Aim;
import dev.parley.datasets.Mnist;
import dev.parley.datasets.Signals;
import dev.parley.error.DataException;
import dev.parley.error.SettingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tech.tablesaw.api.Table;

/** A saved run, run again from its folder. */
final class ReplayTest {

  private static final Listener SILENT = Listener.silent();
  private static final Aim SMALL =
      Aim.DEFAULT
          .dataset(Signals.of(4, 6).perClass(10))
          .rounds(12)
          .batch(4)
          .codebook(6)
          .latent(4)
          .hidden(8)
          .encoderHidden(8)
          .pretrain(1);

  private static Run run;
  private static String plan = "";
  private static String rounds = "";

  @TempDir private Path folder;

  @BeforeAll
  static void runOnce(@TempDir Path once) throws IOException {
    run = SMALL.run(SILENT);
    run.save(once);
    plan = Files.readString(once.resolve("plan.json"));
    rounds = Files.readString(once.resolve("rounds.csv"));
  }

  private Path archive(String planJson, String roundsCsv) throws IOException {
    Files.writeString(folder.resolve("plan.json"), planJson);
    Files.writeString(folder.resolve("rounds.csv"), roundsCsv);
    return folder;
  }

  private static String changed(String text, String from, String to) {
    assertTrue(text.contains(from), from);
    return text.replace(from, to);
  }

  @Test
  void same() throws IOException {
    Replay replay = Experiment.replay(archive(plan, rounds));
    assertTrue(replay.same());
    assertTrue(replay.differences().isEmpty());
    assertEquals(run.id(), replay.run().id());
    assertEquals(SMALL, replay.run().plan());
    assertEquals(
        "Replay of run "
            + run.id()
            + ": same, "
            + run.rounds().columnCount()
            + " columns of 12 rounds, to the last bit",
        replay.toString());
    assertEquals(replay.toString(), replay.report());
    assertTrue(replay.html().contains(": same, "));
  }

  @Test
  void oneBitOfOneNumber() throws IOException {
    double value = run.rounds().doubleColumn("policy_loss_a").get(4);
    double other = Math.nextUp(value);
    Replay replay =
        Replay.of(archive(plan, changed(rounds, "," + value + ",", "," + other + ",")), SILENT);
    assertFalse(replay.same());
    Table differences = replay.differences();
    assertEquals(
        List.of("kind", "name", "first_round", "archived", "replayed", "largest_difference"),
        differences.columnNames());
    assertEquals(1, differences.rowCount());
    assertEquals("numbers", differences.stringColumn("kind").get(0));
    assertEquals("policy_loss_a", differences.stringColumn("name").get(0));
    assertEquals(5, differences.intColumn("first_round").get(0));
    assertEquals(Double.toString(other), differences.stringColumn("archived").get(0));
    assertEquals(Double.toString(value), differences.stringColumn("replayed").get(0));
    assertEquals(Math.ulp(value), differences.doubleColumn("largest_difference").get(0));
    assertTrue(
        replay
            .toString()
            .endsWith(
                ": different in 1 of "
                    + run.rounds().columnCount()
                    + " columns; first policy_loss_a in round 5: archived "
                    + other
                    + ", replayed "
                    + value));
    assertEquals(replay + "\n\n" + differences.printAll(), replay.report());
    assertTrue(differences.print().contains("E-"), differences.print());
  }

  /** The first column is whole numbers: they are told as such. */
  @Test
  void wholeNumber() throws IOException {
    Replay replay = Replay.of(archive(plan, changed(rounds, "\n7,", "\n8,")), SILENT);
    assertEquals("round", replay.differences().stringColumn("name").get(0));
    assertEquals("8", replay.differences().stringColumn("archived").get(0));
    assertEquals("7", replay.differences().stringColumn("replayed").get(0));
    assertEquals(1, replay.differences().doubleColumn("largest_difference").get(0));
  }

  @Test
  void otherSeed() throws IOException {
    Replay replay =
        Replay.of(archive(changed(plan, "\"seed\" : 1", "\"seed\" : 2"), rounds), SILENT);
    assertFalse(replay.same());
    assertTrue(replay.differences().rowCount() > 5);
    assertTrue(replay.toString().contains("first joint_reward in round"), replay.toString());
    assertTrue(replay.toString().contains("plan.json is not what its id was made from"));
    assertEquals(SMALL.seed(2), replay.run().plan());
  }

  @Test
  void otherProvenanceIsToldBesideEqualNumbers() throws IOException {
    String jdk = run.provenance().facts().get("jdk");
    String other =
        changed(plan, "\"jdk\" : \"" + jdk, "\"planet\" : \"Mars\", \"jdk\" : \"Other 1");
    Replay replay = Replay.of(archive(other, rounds), SILENT);
    assertTrue(replay.same());
    assertEquals(
        List.of("provenance", "provenance", "archive"),
        replay.differences().stringColumn("kind").asList());
    assertEquals(
        List.of("jdk", "planet", "id"), replay.differences().stringColumn("name").asList());
    assertEquals("none", replay.differences().stringColumn("replayed").get(1));
    assertTrue(replay.differences().intColumn("first_round").isMissing(0));
    assertTrue(replay.toString().contains("other jdk, planet; equal numbers are promised only"));
  }

  @Test
  void columnThatIsMissingOrMore() throws IOException {
    Replay replay =
        Replay.of(archive(plan, changed(rounds, "joint_reward", "joint_rewards")), SILENT);
    assertFalse(replay.same());
    assertEquals(
        List.of("joint_rewards", "joint_reward"),
        replay.differences().stringColumn("name").asList());
    assertTrue(replay.toString().contains("first joint_rewards: archived a column, replayed none"));
  }

  /** A stopped run is replayed as far as it went, with the plan it had. */
  @Test
  @Timeout(60)
  void stoppedEarly() {
    Aim endless = SMALL.rounds(1_000_000_000);
    Run stopped = endless.run(progress -> stop(progress, 3));
    assertTrue(stopped.stoppedEarly() && stopped.completed() > 0);
    Replay replay = Replay.of(stopped.save(folder), SILENT);
    assertTrue(replay.same(), replay.toString());
    assertEquals(endless, replay.run().plan());
    assertTrue(replay.run().completed() >= stopped.completed());
    assertFalse(Thread.currentThread().isInterrupted());
  }

  private static void stop(Progress progress, int rounds) {
    if (progress.phase().equals("training") && progress.done() >= rounds) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  @Timeout(60)
  void replayThatIsStoppedIsNotTheSame() throws IOException {
    Thread.currentThread().interrupt();
    Replay replay = Replay.of(archiveUninterrupted(), SILENT);
    assertFalse(replay.same());
    assertTrue(replay.toString().endsWith(": stopped after 0 of 12 rounds"), replay.toString());
    assertEquals("completed rounds", replay.differences().stringColumn("name").get(0));
  }

  /** Writing a file with an interrupt pending would fail. */
  private Path archiveUninterrupted() throws IOException {
    boolean pending = Thread.interrupted();
    Path made = archive(plan, rounds);
    if (pending) {
      Thread.currentThread().interrupt();
    }
    return made;
  }

  @Test
  void dataThatChangedIsToldBeforeTheTraining() throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    digits(data, 0);
    Path saved = SMALL.dataset(Mnist.at(data)).holdout(0).run(SILENT).save(folder.resolve("run"));
    digits(data, 40);
    List<String> told = new ArrayList<>();
    Logger logger = Logger.getLogger("dev.parley.train");
    Handler handler = new Told(told);
    logger.addHandler(handler);
    logger.setUseParentHandlers(false);
    try {
      Replay replay = Replay.of(saved, progress -> told.add(progress.phase()));
      assertTrue(told.get(0).startsWith("other data than the archived run had: "), told.get(0));
      assertTrue(told.contains("training"));
      assertFalse(replay.same());
      assertTrue(replay.toString().contains("other data sha256; equal numbers"), replay.toString());
    } finally {
      logger.removeHandler(handler);
      logger.setUseParentHandlers(true);
    }
  }

  /** Keeps what is logged. */
  private static final class Told extends Handler {
    private final List<String> told;

    Told(List<String> told) {
      this.told = told;
    }

    @Override
    public void publish(LogRecord entry) {
      told.add(entry.getMessage());
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  /** Twenty images of 2x2 pixels, two of each class. */
  private static void digits(Path data, int shade) throws IOException {
    ByteBuffer images = ByteBuffer.allocate(16 + 80).putInt(0x803).putInt(20).putInt(2).putInt(2);
    ByteBuffer labels = ByteBuffer.allocate(8 + 20).putInt(0x801).putInt(20);
    for (int i = 0; i < 20; i++) {
      labels.put((byte) (i % 10));
      images.putInt(i * 0x01020304 + shade);
    }
    Files.write(data.resolve("train-images-idx3-ubyte"), images.array());
    Files.write(data.resolve("train-labels-idx1-ubyte"), labels.array());
  }

  @Test
  void dataThatIsGone() throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    digits(data, 0);
    Path saved = SMALL.dataset(Mnist.at(data)).holdout(0).run(SILENT).save(folder.resolve("run"));
    Files.delete(data.resolve("train-images-idx3-ubyte"));
    assertThrows(DataException.class, () -> Replay.of(saved, SILENT));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"completed_rounds\" : 12 | \"completed_rounds\" : 13 | completed_rounds: got 13, allowed: 1 to 12",
        "\"completed_rounds\" : 12 | \"completed_rounds\" : 0  | completed_rounds: got 0, allowed: 1 to 12",
        "\"completed_rounds\" : 12 | \"completed_rounds\" : 11 | rounds.csv: got one more row, allowed: 11 rows",
        "\"completed_rounds\" : 12, | '' | completed_rounds: got no such key",
        "\"id\" : \" | \"id\" : 3, \"line\" : \" | archive: got Duplicate",
        "\"os\" : \" | \"os\" : 3, \"so\" : \" | provenance.os: got 3, allowed: a text",
        "\"provenance\" : { | \"provenance\" : 3, \"settings\" : { | archive: got Duplicate",
      })
  void archiveThatIsNoRuns(String from, String to, String said) throws IOException {
    Path made = archive(changed(plan, from, to), rounds);
    DataException e = assertThrows(DataException.class, () -> Replay.of(made, SILENT));
    assertTrue(String.valueOf(e.getMessage()).startsWith(said), e.getMessage());
  }

  @Test
  void valueThatASettingCannotHave() throws IOException {
    Path made = archive(changed(plan, "\"codebook\" : 6", "\"codebook\" : 1"), rounds);
    SettingException e = assertThrows(SettingException.class, () -> Replay.of(made, SILENT));
    assertEquals("codebook", e.problems().get(0).subject());
    assertEquals(
        made.resolve("plan.json").toString(), e.problems().get(0).value("file").orElseThrow());
  }

  @Test
  void folderWithoutARun() {
    DataException e = assertThrows(DataException.class, () -> Experiment.replay(folder));
    assertEquals("no such file", e.problems().get(0).value("got").orElseThrow());
  }

  /** The archive's text is hashed as it was written, by whatever version of the toolkit. */
  @Test
  void idOfAnArchive() throws IOException {
    assertFalse(ArchivedRun.in(archive(plan, rounds)).edited());
    assertEquals(run.id(), ArchivedRun.in(folder).id());
    assertTrue(
        ArchivedRun.in(archive(changed(plan, "Experiment.aim()", "Experiment.AIM()"), rounds))
            .edited());
    String later = plan.replaceFirst("\"seconds\" : [^,]*", "\"seconds\" : 9");
    assertNotEquals(plan, later);
    assertFalse(ArchivedRun.in(archive(later, rounds)).edited());
  }
}
