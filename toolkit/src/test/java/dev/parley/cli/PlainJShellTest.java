package dev.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.Parley;
import dev.parley.Repository;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The JDK's own {@code jshell} with parley.jsh, in a process of its own. */
class PlainJShellTest {

  private static final int PATIENCE_MINUTES = 5;

  @TempDir private Path folder;

  @Test
  void helpAndARunAreEchoedWhole() throws Exception {
    String said =
        said(
            List.of("--startup", Repository.path("parley.jsh").toString()),
            "Parley.help()",
            "var run = Experiment.aim().codebook(50).seqLen(2).rounds(20).run()",
            "run",
            "Parley.help(\"rum\")");
    assertTrue(said.contains(" ==> " + Parley.help().text()), said);
    assertTrue(said.contains("20 of 20, batches of 32, seed 1"), said);
    assertTrue(said.contains("help: got rum, allowed: "), said);
    assertFalse(said.contains("at Parley.help"), said);
  }

  @Test
  void afterTheImportsOfJShell() throws Exception {
    String said =
        said(
            List.of("--startup", "DEFAULT", "--startup", Repository.path("parley.jsh").toString()),
            "List.of(Aim.DEFAULT.codebook(16))");
    assertTrue(said.contains(" ==> [Experiment.aim().codebook(16)]"), said);
  }

  /** What jshell says to these lines. */
  private String said(List<String> options, String... lines) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "jshell").toString());
    command.addAll(List.of("--class-path", System.getProperty("java.class.path")));
    command.addAll(List.of("-J-Duser.language=en", "-R-Djava.awt.headless=true"));
    command.addAll(options);
    Process jshell = started(command, String.join("\n", lines) + "\n/exit\n");
    try {
      assertTrue(jshell.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES));
      String said = Files.readString(folder.resolve("out"));
      assertEquals(0, jshell.exitValue(), said);
      assertFalse(said.contains("Error:"), said);
      return said;
    } finally {
      jshell.destroyForcibly();
    }
  }

  private Process started(List<String> command, String input) throws IOException {
    return new ProcessBuilder(command)
        .directory(folder.toFile())
        .redirectInput(Files.writeString(folder.resolve("in"), input).toFile())
        .redirectOutput(folder.resolve("out").toFile())
        .redirectErrorStream(true)
        .start();
  }
}
