package dev.parley.notebook;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class LabTest {

  @TempDir private Path folder;

  private String refused(String program) {
    return String.valueOf(
        assertThrows(IOException.class, () -> Python.check(program)).getMessage());
  }

  /** A program that ends with a code, whatever it is asked. */
  private String ending(int code) throws IOException {
    Path program = folder.resolve("python" + code);
    Files.writeString(program, "#!/bin/sh\nexit " + code + "\n");
    assertTrue(program.toFile().setExecutable(true));
    return program.toString();
  }

  @Test
  void thisPythonWillDo() {
    assertDoesNotThrow(() -> Python.check(Python.NAME));
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void whatIsWrongWithAPythonIsOneLine() throws IOException {
    String none = folder.resolve("none").toString();
    assertTrue(refused(none).startsWith("there is no " + none + ": install Python 3.10"));
    assertTrue(refused(ending(3)).contains("python3 is too old: install Python 3.10"));
    assertTrue(refused(ending(1)).contains("python1 has no venv: install Python 3.10"));
    assertEquals(1, refused(none).lines().count());
  }

  @Test
  @EnabledOnOs({OS.LINUX, OS.MAC})
  void whatAProgramSaidIsKept() throws IOException {
    Path log = folder.resolve("log");
    List<String> program = List.of("sh", "-c", "echo to one; echo to the other >&2; exit 7");
    IOException failed =
        assertThrows(IOException.class, () -> Programs.logged(program, log, "nothing done"));
    assertEquals("nothing done: sh ended with code 7, see " + log, failed.getMessage());
    assertEquals(List.of("to one", "to the other"), Files.readAllLines(log));
  }

  @Test
  void aNotebookThatIsNotThere() {
    StringWriter said = new StringWriter();
    int code =
        Main.commandLine()
            .setErr(new PrintWriter(said, true))
            .execute("lab", "--allow-root", folder.resolve("none.ipynb").toString());
    assertEquals(1, code);
    assertEquals("parley: there is no " + folder.resolve("none.ipynb"), said.toString().strip());
  }

  @Test
  void addressesOfNotebooks() {
    assertEquals("/lab/tree/01-first.ipynb", LabCommand.address(Path.of("01-first.ipynb")));
    assertEquals("/lab/tree/x/a%20b%231.ipynb", LabCommand.address(Path.of("x", "a b#1.ipynb")));
    assertEquals("/lab", LabCommand.address(Path.of("")));
  }

  /** The tutorials have links to pages of the clone. */
  @Test
  void theCloneIsShownAroundItsNotebooks() {
    Path home = folder.resolve("clone");
    assertEquals(home, LabCommand.root(home, home.resolve("notebooks/01.ipynb")));
    assertEquals(folder, LabCommand.root(home, folder.resolve("my.ipynb")));
    assertEquals(folder, LabCommand.root(home, folder));
  }
}
