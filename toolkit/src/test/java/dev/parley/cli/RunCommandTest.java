package dev.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.agent.aim.Aim;
import dev.parley.datasets.Signals;
import dev.parley.tensor.Engine;
import dev.parley.train.PlanText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code parley run} as far as its files. */
class RunCommandTest {

  private static final List<String> SMALL =
      List.of("run", "--dataset=signals:2,4", "--pretrain=1", "--batch=4", "--hidden=8");

  private static final Set<String> FILES =
      Set.of(
          "audit.csv",
          "plan.json",
          "rounds.csv",
          "diagnosis.txt",
          "equilibria.csv",
          "evaluations.csv",
          "information.csv",
          "lexicon.csv",
          "preparation.csv",
          "card.txt",
          "report.html",
          "reward.png",
          "symbols.png",
          "codebook.png");

  @TempDir private Path folder;

  @Test
  void resultIsPrintedAndWritten() throws IOException {
    Path out = folder.resolve("new folder/of two");
    Said said = small("--rounds=3", "--seed=7", "--codebook=6", "--out=" + out);
    assertEquals("", said.err());
    assertEquals(0, said.code());
    assertEquals(FILES, names(out));
    String card = Files.readString(out.resolve("card.txt"));
    assertEquals(
        card + "  saved         " + out + "\n  report        " + out.resolve("report.html") + "\n",
        said.out());
    Aim plan =
        Aim.DEFAULT
            .dataset(Signals.of(2, 4))
            .pretrain(1)
            .batch(4)
            .hidden(8)
            .rounds(3)
            .seed(7)
            .codebook(6);
    assertTrue(card.contains("  plan          " + PlanText.line(plan) + "\n"), card);
    assertTrue(card.contains("3 of 3, batches of 4, seed 7"), card);
    assertEquals(4, Files.readAllLines(out.resolve("rounds.csv")).size());
  }

  @Test
  void pipedOutputHasNoProgress() {
    Said said = small("--rounds=2", "--out=" + folder);
    assertEquals(0, said.code());
    assertTrue(said.out().startsWith("Run "), said.out());
    assertTrue(said.out().chars().allMatch(c -> c == '\n' || (c >= ' ' && c <= '~')), said.out());
  }

  @Test
  void sameSettingsPrintTheSameIdAndOthersDoNot() {
    String first = id(small("--rounds=1", "--out=" + folder));
    assertEquals(first, id(small("--rounds=1", "--out=" + folder)));
    assertFalse(first.equals(id(small("--rounds=1", "--seed=2", "--out=" + folder))));
  }

  @Test
  void folderOfDataThatIsMissing() {
    Path missing = folder.resolve("none");
    failsInOneLine(
        Said.by("run", "--dataset=mnist:" + missing, "--out=" + folder.resolve("out")),
        "parley run: mnist: got no such folder",
        missing.toString());
  }

  @Test
  void dataThatIsCorrupt() throws IOException {
    Path images = folder.resolve("train-images-idx3-ubyte");
    Files.writeString(images, "no images");
    Files.write(folder.resolve("train-labels-idx1-ubyte"), new byte[] {0, 0, 8, 1, 0, 0, 0, 0});
    failsInOneLine(
        Said.by("run", "--dataset=mnist-train:" + folder, "--out=" + folder.resolve("out")),
        images.toString());
  }

  @Test
  void fileInTheWayOfTheFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "kept");
    failsInOneLine(
        small("--rounds=1", "--out=" + file), "parley run: --out: got " + file + ", allowed:");
    failsInOneLine(
        small("--rounds=1", "--out=" + file.resolve("below")), "parley run: --out: got ");
    assertEquals("kept", Files.readString(file));
  }

  @Test
  void runThatCannotBeSavedIsSavedElsewhere() throws IOException {
    Files.createDirectories(folder.resolve("rounds.csv/in the way"));
    Said said = small("--rounds=1", "--out=" + folder);
    assertEquals(1, said.code());
    assertEquals(1, said.errors().size(), said.err());
    assertTrue(said.out().startsWith("Run "), said.out());
    String hint = "hint: the run was saved to ";
    Path rescued = Path.of(said.err().substring(said.err().indexOf(hint) + hint.length()).strip());
    assertEquals(FILES, names(rescued));
    for (String name : FILES) {
      Files.delete(rescued.resolve(name));
    }
    Files.delete(rescued);
  }

  @Test
  @Timeout(60)
  void interruptedRunIsSaved() throws Exception {
    Engine.start();
    CompletableFuture<Said> said = new CompletableFuture<>();
    Thread thread =
        new Thread(() -> said.complete(small("--rounds=1000000000", "--out=" + folder)));
    thread.start();
    while (!said.isDone()) {
      Thread.sleep(500);
      thread.interrupt();
    }
    assertEquals(0, said.get(1, TimeUnit.SECONDS).code(), said.join().err());
    assertTrue(said.join().out().lines().findFirst().orElse("").endsWith(", stopped early"));
    assertEquals(FILES, names(folder));
  }

  private static void failsInOneLine(Said said, String... expected) {
    assertEquals(1, said.code(), said.err());
    assertEquals("", said.out());
    assertEquals(1, said.errors().size(), said.err());
    for (String part : expected) {
      assertTrue(said.err().contains(part), said.err());
    }
  }

  private static Said small(String... options) {
    return Said.by(Stream.concat(SMALL.stream(), Stream.of(options)).toList());
  }

  private static String id(Said said) {
    return said.out().lines().findFirst().orElseThrow();
  }

  private static Set<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).collect(Collectors.toSet());
    }
  }
}
