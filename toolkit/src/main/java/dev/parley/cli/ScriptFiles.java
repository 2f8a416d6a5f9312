package dev.parley.cli;

import dev.parley.error.DataException;
import dev.parley.error.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.ExitCode;

/** Files of JShell snippets, run after the imports that every prompt and script begins with. */
final class ScriptFiles {

  private static final String STARTUP = "/dev/parley/parley.jsh";
  private static final String BYTE_ORDER_MARK = "\ufeff";

  private ScriptFiles() {}

  /**
   * Runs one file after the other until one fails, or none if one has commands of the prompt; the
   * exit status.
   */
  static int run(List<Path> files, PrintWriter errors) throws IOException {
    List<String> texts = files.stream().map(ScriptFiles::read).toList();
    try (Script script = new Script(errors)) {
      if (!script.run("startup", startup())) {
        return ExitCode.SOFTWARE;
      }
      for (int i = 0; i < texts.size(); i++) {
        if (!script.isJava(files.get(i).toString(), texts.get(i))) {
          return ExitCode.SOFTWARE;
        }
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

  /** The imports that a prompt or script begins with. */
  static String startup() throws IOException {
    try (InputStream in = ScriptFiles.class.getResourceAsStream(STARTUP)) {
      if (in == null) {
        throw new IOException("no " + STARTUP + " on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
