package dev.parley.notebook;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.util.List;

/** Other programs. */
final class Programs {

  private Programs() {}

  /** Runs one to its end and gives its exit code. */
  static int wait(ProcessBuilder program) throws IOException {
    Process process = program.start();
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
