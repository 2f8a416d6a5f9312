package dev.parley.cli;

import dev.parley.tensor.Engine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import jdk.jshell.tool.JavaShellToolBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code parley jshell}: a prompt with the toolkit ready, or scripts that run to their end. */
@Command(
    name = "jshell",
    description = {
      "Opens JShell with the toolkit and its imports ready.",
      "With files: runs them one after the other and ends; an error ends it with code 1."
    },
    mixinStandardHelpOptions = true,
    versionProvider = Version.class)
final class JShellCommand implements Callable<Integer> {

  /** Says on the first use by a user that it has made a folder. */
  private static final Logger PREFERENCES = Logger.getLogger("java.util.prefs");

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "0..*", description = "Scripts of JShell snippets.")
  private List<Path> files = List.of();

  @Override
  public Integer call() throws Exception {
    return files.isEmpty() ? prompt() : ScriptFiles.run(files, spec.commandLine().getErr());
  }

  private int prompt() throws Exception {
    PREFERENCES.setLevel(Level.WARNING);
    // Not in the snippets' thread group: before JDK 20 an interrupted snippet takes its whole group
    // with it, and the threads that free ND4J's memory must stay. It also has the engine warm.
    new Thread(Engine::start, "parley-engine").start();
    Path startup = Files.createTempFile("parley-", ".jsh");
    try {
      Files.writeString(startup, ScriptFiles.startup());
      return JavaShellToolBuilder.builder()
          .start(
              "--execution",
              "local",
              "--class-path",
              System.getProperty("java.class.path"),
              "--startup",
              startup.toString());
    } finally {
      Files.deleteIfExists(startup);
    }
  }
}
