package dev.parley.notebook;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
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
   * Runs one that has to succeed.
   *
   * @param hint what its user can do if it fails
   */
  static void need(List<String> command, String hint) throws IOException {
    String line = String.join(" ", command);
    int code;
    try {
      code =
          wait(
              new ProcessBuilder(command)
                  .redirectOutput(Redirect.INHERIT)
                  .redirectError(Redirect.INHERIT));
    } catch (IOException e) {
      throw new IOException("cannot run " + line + ": " + hint, e);
    }
    if (code != 0) {
      throw new IOException(line + " failed with code " + code + ": " + hint);
    }
  }
}
