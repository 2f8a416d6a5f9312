package dev.parley.notebook;

import dev.parley.state.Output;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A JupyterLab: how it is started, and the environment that its kernels are looked for in.
 *
 * @param prefix null: the user's folder
 */
record Lab(List<String> command, @Nullable Path prefix) {

  private static final String PINNED = "jupyterlab.txt";
  private static final String ASKED = "requirements.txt";

  /** The one on the path, if there is one. */
  static @Nullable Lab installed() {
    try {
      return Programs.quietly(List.of("jupyter", "lab", "--version")) == 0
          ? new Lab(List.of("jupyter", "lab"), null)
          : null;
    } catch (IOException notFound) {
      return null;
    }
  }

  /**
   * One in a virtual environment of the clone, made if it is not there or another version is asked
   * for.
   *
   * @throws IOException if there is no Python 3, or pip fails
   */
  static Lab own(Path home, Consumer<String> screen) throws IOException {
    Path folder = home.resolve("notebooks/target/jupyter");
    String pinned = pinned();
    Path stamp = folder.resolve(PINNED);
    Path bin = folder.resolve(windows() ? "Scripts" : "bin");
    if (!Files.exists(stamp) || !Files.readString(stamp).equals(pinned)) {
      screen.accept("installing JupyterLab into " + folder + " (about 200 MB)");
      Output.to(folder).write(ASKED, pinned);
      Programs.need(
          List.of(windows() ? "python" : "python3", "-m", "venv", folder.toString()),
          "install Python 3 with its module venv, or JupyterLab yourself");
      Programs.need(
          List.of(
              bin.resolve("python").toString(),
              "-m",
              "pip",
              "install",
              "--quiet",
              "--disable-pip-version-check",
              "--requirement",
              folder.resolve(ASKED).toString()),
          "is there a network?");
      Output.to(folder).write(PINNED, pinned);
    }
    return new Lab(List.of(bin.resolve("jupyter-lab").toString()), folder);
  }

  private static boolean windows() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
  }

  private static String pinned() throws IOException {
    try (InputStream in = Lab.class.getResourceAsStream(PINNED)) {
      if (in == null) {
        throw new IOException(PINNED + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
