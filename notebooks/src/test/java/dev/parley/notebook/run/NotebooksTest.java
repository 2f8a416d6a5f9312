package dev.parley.notebook.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every tutorial, run cell by cell, and as it is in the repository. */
class NotebooksTest {

  private static final Duration LONGEST = Duration.ofMinutes(5);

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("").toAbsolutePath())) {
      return files.filter(file -> file.toString().endsWith(".ipynb")).sorted().toList();
    }
  }

  @Test
  void enoughWasSeen() throws IOException {
    assertTrue(files().size() >= 8, "notebooks");
  }

  @TestFactory
  Stream<DynamicTest> runsWithoutErrorAndShowsWhatItShould() throws IOException {
    return files().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(),
                    () -> {
                      long start = System.nanoTime();
                      check(NotebookRunner.run(file));
                      assertTrue(System.nanoTime() - start < LONGEST.toNanos(), "too slow");
                    }));
  }

  @TestFactory
  Stream<DynamicTest> isCommittedWithItsOutputs() throws IOException {
    return files().stream()
        .map(
            file ->
                DynamicTest.dynamicTest(
                    file.getFileName().toString(), () -> check(Notebook.read(file))));
  }

  private static void check(Notebook notebook) throws IOException {
    assertEquals(0, notebook.errors(), "errors");
    assertTrue(notebook.outputs("text/html") >= 2, "text/html");
    assertTrue(notebook.outputs("image/png") >= 1, "image/png");
    assertTrue(
        notebook.outputs("text/plain") >= notebook.outputs("text/html"), "a twin in text of each");
    String json = notebook.toString();
    assertTrue(!json.contains("<script"), "scripts");
    assertTrue(!json.contains("src=\\\"http"), "remote parts");
  }
}
