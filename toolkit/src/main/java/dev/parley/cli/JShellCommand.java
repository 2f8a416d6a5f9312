package dev.parley.cli;

import dev.parley.error.DataException;
import dev.parley.error.Problem;
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
import picocli.CommandLine.ExitCode;
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

  private static final String STARTUP = "/dev/parley/startup.jsh";
  private static final String BYTE_ORDER_MARK = "\ufeff";

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
    List<String> texts = files.stream().map(JShellCommand::read).toList();
    try (Script script = new Script(spec.commandLine().getErr())) {
      if (!script.run("startup", startup())) {
        return ExitCode.SOFTWARE;
      }
      for (int i = 0; i < texts.size(); i++) {
        if (!script.run(files.get(i).toString(), texts.get(i))) {
          return ExitCode.SOFTWARE;
        }
      }
      return ExitCode.OK;
    }
  }

  private static String read(Path file) {
    try {
      String text = Files.readString(file);
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (IOException e) {
      String reason = Files.notExists(file) ? "no such file" : "not readable: " + e;
      throw new DataException(
          Problem.with(file.toString()).got(reason).allowed("a text file in UTF-8"), e);
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
