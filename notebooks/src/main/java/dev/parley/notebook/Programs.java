package dev.parley.notebook;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Other programs. */
final class Programs {

  private static final int SECONDS_TO_END = 10;

  private Programs() {}

  /** Runs one to its end and gives its exit code. */
  static int wait(ProcessBuilder program) throws IOException {
    return wait(program, program.start());
  }

  /**
   * Runs one on this terminal. What interrupts this program from the keyboard interrupts that one
   * too, and the prompt comes back once it has ended.
   */
  static int foreground(List<String> command) throws IOException {
    ProcessBuilder program = new ProcessBuilder(command).inheritIO();
    Process process = program.start();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> linger(process), "parley-program"));
    return wait(program, process);
  }

  private static void linger(Process process) {
    try {
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        process.destroy();
      }
    } catch (InterruptedException e) {
      process.destroy();
    }
  }

  private static int wait(ProcessBuilder program, Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      process.destroy();
      Thread.currentThread().interrupt();
      throw new IOException("interrupted: " + program.command(), e);
    }
  }

  /** Runs one without showing what it says. */
  static int quietly(List<String> command) throws IOException {
    return wait(
        new ProcessBuilder(command)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD));
  }

  /**
   * Runs one that has to succeed, and keeps what it says in a file.
   *
   * @param failed what it means if it fails
   */
  static void logged(List<String> command, Path log, String failed) throws IOException {
    ProcessBuilder program =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(Redirect.appendTo(log.toFile()));
    int code = wait(program);
    if (code != 0) {
      throw new IOException(
          failed + ": " + command.get(0) + " ended with code " + code + ", see " + log);
    }
  }
}
