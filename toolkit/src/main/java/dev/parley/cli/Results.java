package dev.parley.cli;

import dev.parley.error.OutputException;
import dev.parley.error.Problem;
import dev.parley.train.Run;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Where results go. */
final class Results {

  private Results() {}

  /**
   * Makes the folder and a file in it, so that one that cannot be written is told before the
   * training and not after.
   *
   * @throws OutputException if that fails
   */
  static void requireWritable(String name, Path folder) {
    if (folder.toString().isBlank()) {
      throw unwritable(name, "nothing", "it has no name", null);
    }
    if (Files.isRegularFile(folder)) {
      throw unwritable(name, folder, "it is a file", null);
    }
    try {
      Files.createDirectories(folder);
      Files.delete(Files.createTempFile(folder, ".parley-", ".tmp"));
    } catch (IOException e) {
      throw unwritable(name, folder, e.getClass().getSimpleName() + ": " + e.getMessage(), e);
    }
  }

  private static OutputException unwritable(
      String name, Object folder, String reason, @Nullable IOException cause) {
    return new OutputException(
        Problem.with(name)
            .got(folder)
            .allowed("a folder that can be written")
            .fact("reason", reason),
        cause);
  }

  /** Saves a run that could not be saved where it should go to a temporary folder, and says so. */
  static OutputException rescued(Run run, OutputException e) {
    Problem problem = e.problems().get(0);
    try {
      Path folder = run.save(Files.createTempDirectory("parley-"));
      return new OutputException(problem.hint("the run was saved to " + folder), e);
    } catch (IOException | OutputException second) {
      e.addSuppressed(second);
      return e;
    }
  }
}
