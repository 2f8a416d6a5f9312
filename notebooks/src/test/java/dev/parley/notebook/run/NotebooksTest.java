package dev.parley.notebook.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.notebook.KernelClient;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * Every tutorial: as it is in the repository, run without Jupyter, and run by nbclient with the
 * installed kernel. All three show the same.
 */
class NotebooksTest {

  private static final Logger LOG = Logger.getLogger(NotebooksTest.class.getName());
  private static final Path EXECUTED = Path.of("target", "executed").toAbsolutePath();
  private static final int MINUTES = 10;

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("").toAbsolutePath())) {
      return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList();
    }
  }

  private interface Check {
    void of(Path file) throws Exception;
  }

  private static Stream<DynamicTest> each(Check check) throws IOException {
    return files().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(String.valueOf(file.getFileName()), () -> check.of(file)));
  }

  @Test
  void enoughWasSeen() throws IOException {
    assertTrue(files().size() >= 8, "notebooks");
  }

  @TestFactory
  Stream<DynamicTest> isCommittedWithItsOutputs() throws IOException {
    return each(file -> check(Notebook.read(file)));
  }

  /** Both at once: Jupyter runs in processes of its own. */
  @TestFactory
  Stream<DynamicTest> showsTheSameWhereverItRuns() throws IOException {
    return each(NotebooksTest::run);
  }

  private static void run(Path file) throws Exception {
    Path folder = fresh(EXECUTED.resolve(String.valueOf(file.getFileName())));
    Path executed = folder.resolve("executed.ipynb");
    long start = System.nanoTime();
    Process jupyter = KernelClient.execute(file, executed);
    try {
      CompletableFuture<Long> end = jupyter.onExit().thenApply(ended -> System.nanoTime());
      Notebook alone = NotebookRunner.run(file);
      double seconds = (System.nanoTime() - start) / 1e9;
      double inJupyter = (end.get(MINUTES, TimeUnit.MINUTES) - start) / 1e9;
      assertEquals(0, jupyter.exitValue(), () -> log(folder));
      LOG.info(
          String.format(
              Locale.ROOT,
              "%s: %.1f s in Jupyter, and beside it %.1f s without",
              file.getFileName(),
              inJupyter,
              seconds));
      List<List<String>> committed = Notebook.read(file).shown();
      assertEquals(committed, check(alone).shown(), "without Jupyter");
      assertEquals(committed, check(Notebook.read(executed)).shown(), "in Jupyter");
    } finally {
      jupyter.destroy();
    }
  }

  private static Path fresh(Path folder) throws IOException {
    if (Files.exists(folder)) {
      try (Stream<Path> old = Files.walk(folder)) {
        for (Path each : old.sorted((a, b) -> b.compareTo(a)).toList()) {
          Files.delete(each);
        }
      }
    }
    return Files.createDirectories(folder);
  }

  private static String log(Path folder) {
    try {
      return Files.readString(folder.resolve("log"));
    } catch (IOException e) {
      return e.toString();
    }
  }

  private static Notebook check(Notebook notebook) {
    assertEquals(0, notebook.errors(), "errors");
    assertTrue(notebook.outputs("text/html") >= 2, "text/html");
    assertTrue(notebook.outputs("image/png") >= 1, "image/png");
    assertTrue(
        notebook.outputs("text/plain") >= notebook.outputs("text/html"), "a twin in text of each");
    String json = notebook.toString();
    assertTrue(!json.contains("<script"), "scripts");
    assertTrue(!json.contains("src=\\\"http"), "remote parts");
    return notebook;
  }
}
