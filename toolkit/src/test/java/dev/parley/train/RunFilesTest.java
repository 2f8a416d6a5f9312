package dev.parley.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.error.OutputException;
import dev.parley.report.Tables;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RunFilesTest {

  private static final Listener SILENT = Listener.silent();

  private static final List<String> FILES =
      List.of(
          "audit.csv",
          "card.txt",
          "codebook.png",
          "diagnosis.txt",
          "equilibria.csv",
          "evaluations.csv",
          "information.csv",
          "lexicon.csv",
          "plan.json",
          "preparation.csv",
          "report.html",
          "reward.png",
          "rounds.csv",
          "symbols.png");

  @TempDir Path folder;

  private static List<String> files(Path in) throws IOException {
    try (Stream<Path> found = Files.list(in)) {
      return found.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  private static Fake prepared() {
    Fake plan = Fake.plan();
    plan.script().preparation =
        () ->
            Tables.named("preparation")
                .wholes("epoch", new int[] {1, 2})
                .reals("loss", new double[] {0.5, 0.25});
    return plan;
  }

  @Test
  void exactlyTheFilesThatAreDocumented() throws IOException {
    Run run = prepared().run(SILENT);
    Path made = folder.resolve("a/b");
    assertEquals(made, run.save(made));
    assertEquals(FILES, files(made));
    assertEquals(Tables.csv(run.rounds()), Files.readString(made.resolve("rounds.csv")));
    assertEquals(Tables.csv(run.lexicon().table()), Files.readString(made.resolve("lexicon.csv")));
    assertEquals("epoch,loss\n1,0.5\n2,0.25\n", Files.readString(made.resolve("preparation.csv")));
    assertEquals(
        Tables.csv(run.equilibria().table()), Files.readString(made.resolve("equilibria.csv")));
    assertEquals(run.diagnosis() + "\n", Files.readString(made.resolve("diagnosis.txt")));
    assertEquals(run + "\n", Files.readString(made.resolve("card.txt")));
    for (String chart : List.of("reward.png", "symbols.png", "codebook.png")) {
      byte[] image = Files.readAllBytes(made.resolve(chart));
      assertEquals(800, ImageIO.read(new ByteArrayInputStream(image)).getWidth(), chart);
    }
  }

  @Test
  void archiveOfARun() throws IOException {
    Run run = prepared().run(SILENT);
    run.save(folder);
    JsonNode json = new ObjectMapper().readTree(folder.resolve("plan.json").toFile());
    assertEquals(run.id(), json.get("id").asText());
    assertEquals(run.provenance().started().toString(), json.get("started").asText());
    assertEquals(run.time().toMillis() / 1e3, json.get("seconds").asDouble());
    assertEquals(30, json.get("completed_rounds").asInt());
    assertEquals("Fake.plan()", json.get("line").asText());
    assertEquals("none at all", json.at("/provenance/backend").asText());
    assertEquals(3, json.at("/settings/size").asInt());
    assertNotNull(json.at("/provenance/data sha256").asText());
  }

  /** The numbers, the pictures and the name are the same to the byte; only the clock differs. */
  @Test
  void samePlanTwice() throws IOException {
    Path first = prepared().run(SILENT).save(folder.resolve("first"));
    Path second = prepared().run(SILENT).save(folder.resolve("second"));
    for (String name : files(first)) {
      if (!List.of("plan.json", "card.txt", "report.html").contains(name)) {
        assertArrayEquals(
            Files.readAllBytes(first.resolve(name)),
            Files.readAllBytes(second.resolve(name)),
            name);
      }
    }
    assertEquals(files(first), files(second));
    assertEquals(
        withoutClock(Files.readString(first.resolve("plan.json"))),
        withoutClock(Files.readString(second.resolve("plan.json"))));
  }

  @Test
  void samePlanTwiceOnAPage() {
    String first = prepared().run(SILENT).report().html();
    String second = prepared().run(SILENT).report().html();
    assertEquals(clockless(first), clockless(second));
  }

  private static String clockless(String html) {
    return html.replaceAll(">(time|started|seconds)</th><td[^>]*>[^<]*", "");
  }

  private static String withoutClock(String json) {
    return json.replaceAll("\"(started|seconds)\" : [^\n]*", "");
  }

  @Test
  void anotherSeed() throws IOException {
    Path first = prepared().run(SILENT).save(folder.resolve("first"));
    Path second = prepared().seed(2).run(SILENT).save(folder.resolve("second"));
    assertNotEquals(
        Files.readString(first.resolve("rounds.csv")),
        Files.readString(second.resolve("rounds.csv")));
  }

  @Test
  void folderIsAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "x");
    Run run = prepared().run(SILENT);
    Failing.with(OutputException.class, () -> run.save(file));
    assertEquals("x", Files.readString(file));
  }

  /**
   * The learner has nothing to tell beside its rounds: no preparation, no codebook, no messages.
   */
  @Test
  void bareRun() throws IOException {
    Fake plan = Fake.plan();
    plan.script().codeUse = Map.of();
    plan.script().speaks = false;
    plan.run(SILENT).save(folder);
    assertEquals(FILES, files(folder));
    assertEquals("", Files.readString(folder.resolve("preparation.csv")));
  }

  @Test
  void noRoundIsComplete() throws IOException {
    Thread.currentThread().interrupt();
    Run run = prepared().run(SILENT);
    assertEquals(0, run.completed());
    run.save(folder);
    assertEquals(FILES, files(folder));
    assertEquals(
        "round,joint_reward,reward_a,defections\n", Files.readString(folder.resolve("rounds.csv")));
    assertTrue(run.rewardCurve().png().length > 0);
    assertEquals(Double.NaN, run.plateau());
  }

  /** An interrupt that comes when the rounds are over, such as during the audit. */
  @Test
  void interruptBeforeSaving() throws IOException {
    Fake plan = prepared();
    plan.script().auditing = () -> Thread.currentThread().interrupt();
    Run run = plan.run(SILENT);
    try {
      run.save(folder);
    } finally {
      Thread.interrupted();
    }
    assertEquals(FILES, files(folder));
    assertEquals(31, Files.readAllLines(folder.resolve("rounds.csv")).size());
  }

  /** Without a folder, a run goes where its name says, and one that was stopped beside it. */
  @Test
  void stoppedRunDoesNotReplaceAWholeOne() throws IOException {
    Fake plan = prepared();
    Run whole = plan.run(SILENT);
    plan.script().playing = round -> Thread.currentThread().interrupt();
    Run stopped = plan.run(SILENT);
    assertEquals(whole.id(), stopped.id());
    Path first = whole.save();
    try {
      Path second = stopped.save();
      try {
        assertEquals(Path.of("runs", whole.id()), first);
        assertEquals(Path.of("runs", whole.id() + "-stopped-1"), second);
        assertEquals(31, Files.readAllLines(first.resolve("rounds.csv")).size());
        assertEquals(2, Files.readAllLines(second.resolve("rounds.csv")).size());
      } finally {
        delete(second);
      }
    } finally {
      delete(first);
    }
  }

  private static void delete(Path run) throws IOException {
    try (Stream<Path> all = Files.walk(run)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
    if (files(Path.of("runs")).isEmpty()) {
      Files.delete(Path.of("runs"));
    }
  }
}
