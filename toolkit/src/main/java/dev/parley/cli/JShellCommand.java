package dev.parley.cli;

import dev.parley.tensor.Engine;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
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
    mixinStandardHelpOptions = true)
final class JShellCommand implements Callable<Integer> {

  private static final String STARTUP = "/dev/parley/startup.jsh";

  /** Says on the first use by a user that it has made a folder. */
  private static final Logger PREFERENCES = Logger.getLogger("java.util.prefs");

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "FILE", arity = "0..*", description = "Scripts of JShell snippets.")
  private List<Path> files = List.of();

  @Override
  public Integer call() throws Exception {
    return files.isEmpty() ? prompt() : run();
  }

  private int run() throws IOException {
    try (Script script = new Script(spec.commandLine().getErr())) {
      if (!script.run("startup", startup())) {
        return 1;
      }
      for (Path file : files) {
        if (!script.run(file.toString(), Files.readString(file))) {
          return 1;
        }
      }
      return 0;
    }
  }

  private int prompt() throws Exception {
    PREFERENCES.setLevel(Level.WARNING);
    // Not in the snippets' thread group: before JDK 20 an interrupted snippet takes its whole group
    // with it, and the threads that free ND4J's memory must stay. It also has the engine warm.
    new Thread(Engine::start, "parley-engine").start();
    Path startup = Files.createTempFile("parley-", ".jsh");
    try {
      Files.writeString(startup, startup());
      return JavaShellToolBuilder.builder()
          .start(
              "--execution",
              "local",
              "--class-path",
              System.getProperty("java.class.path"),
              "--startup",
              "DEFAULT",
              "--startup",
              startup.toString());
    } finally {
      Files.deleteIfExists(startup);
    }
  }

  /** The imports that a prompt or script begins with. */
  static String startup() throws IOException {
    try (InputStream in = JShellCommand.class.getResourceAsStream(STARTUP)) {
      if (in == null) {
        throw new IOException("no " + STARTUP + " on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
