package dev.parley.state;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.error.OutputException;
import dev.parley.error.Problem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.api.io.TempDir;

final class OutputTest {

  @TempDir Path folder;

  private List<String> files(Path in) throws IOException {
    try (Stream<Path> found = Files.list(in)) {
      return found.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  private static Problem failing(Executable code) {
    return assertThrows(OutputException.class, code).problems().get(0);
  }

  private static String fact(Problem problem, String name) {
    return problem.value(name).orElseThrow();
  }

  @Test
  void textIsUtf8() throws IOException {
    Output.to(folder).write("a.txt", "λ_refl\n");
    assertArrayEquals(
        "λ_refl\n".getBytes(StandardCharsets.UTF_8), Files.readAllBytes(folder.resolve("a.txt")));
    assertEquals(List.of("a.txt"), files(folder));
  }

  @Test
  void missingParentsAreMade() throws IOException {
    Path deep = folder.resolve("a/b/c");
    Output.to(deep).write("x", new byte[] {1, 2});
    assertArrayEquals(new byte[] {1, 2}, Files.readAllBytes(deep.resolve("x")));
  }

  @Test
  void existingFileIsReplacedWhole() throws IOException {
    Files.writeString(folder.resolve("a.txt"), "something much longer than what comes");
    Output.to(folder).write("a.txt", "short");
    assertEquals("short", Files.readString(folder.resolve("a.txt")));
    assertEquals(List.of("a.txt"), files(folder));
  }

  @Test
  void folderIsAFile() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "here first");
    Problem problem = failing(() -> Output.to(file));
    assertEquals("output", problem.subject());
    assertEquals(file.toString(), fact(problem, "got"));
    assertTrue(fact(problem, "reason").startsWith("FileAlreadyExistsException"));
    assertEquals("here first", Files.readString(file));
    failing(() -> Output.to(file.resolve("below")));
  }

  /** A folder with something in it cannot be replaced by a file. */
  @Test
  void nameIsTakenByAFolder() throws IOException {
    Files.createDirectories(folder.resolve("a.txt"));
    Files.writeString(folder.resolve("a.txt/inside"), "kept");
    OutputException e =
        assertThrows(OutputException.class, () -> Output.to(folder).write("a.txt", "new"));
    Problem problem = e.problems().get(0);
    assertEquals(folder.resolve("a.txt").toString(), fact(problem, "got"));
    assertTrue(fact(problem, "allowed").contains("can be written"));
    assertInstanceOf(IOException.class, e.getCause());
    assertEquals(List.of("a.txt"), files(folder));
    assertEquals("kept", Files.readString(folder.resolve("a.txt/inside")));
  }

  /** The file's name is as long as a name may be; the temporary one's would be longer. */
  @Test
  void fileIsUntouchedWhereTheNewContentCannotBeWritten() throws IOException {
    String longest = "n".repeat(255);
    Files.writeString(folder.resolve(longest), "old");
    Output output = Output.to(folder);
    failing(() -> output.write(longest, "new"));
    assertEquals("old", Files.readString(folder.resolve(longest)));
    assertEquals(List.of(longest), files(folder));
  }

  @Test
  void folderThatIsGone() throws IOException {
    Path gone = folder.resolve("gone");
    Output output = Output.to(gone);
    Files.delete(gone);
    Problem problem = failing(() -> output.write("a.txt", "x"));
    assertTrue(fact(problem, "reason").startsWith("FileNotFoundException"));
    assertEquals(List.of(), files(folder));
  }

  /** An interrupt from the keyboard asks for results, not for their loss. */
  @Test
  void interruptedThreadWritesAllTheSame() throws IOException {
    Thread.currentThread().interrupt();
    try {
      Output.to(folder).write("a.txt", "whole");
    } finally {
      assertTrue(Thread.interrupted(), "the interrupt is still the caller's");
    }
    assertEquals("whole", Files.readString(folder.resolve("a.txt")));
    assertEquals(List.of("a.txt"), files(folder));
  }
}
