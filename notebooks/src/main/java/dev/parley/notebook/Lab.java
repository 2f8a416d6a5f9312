package dev.parley.notebook;

import dev.parley.state.Output;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A JupyterLab: how it is started, and the environment that its kernels are looked for in.
 *
 * @param prefix null: the user's folder
 */
record Lab(List<String> command, @Nullable Path prefix) {

  private static final String PINNED = "jupyterlab.txt";
  private static final String OVERRIDES = "overrides.json";

  /** No question about news at the first start, none about newer versions: this one is pinned. */
  private static final String QUIET =
      """
      {"@jupyterlab/apputils-extension:notification":
        {"checkForUpdates": false, "fetchNews": "false"}}
      """;

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
    Venv venv =
        Venv.make(
            folder,
            Venv.resource(Lab.class, PINNED),
            () ->
                screen.accept(
                    "installing JupyterLab into "
                        + folder
                        + " (once: 250 MB, of which a fifth is downloaded; half a minute)"));
    Path settings = folder.resolve("share/jupyter/lab/settings");
    if (!Files.exists(settings.resolve(OVERRIDES))) {
      Output.to(settings).write(OVERRIDES, QUIET);
    }
    return new Lab(List.of(venv.python(), "-m", "jupyterlab"), folder);
  }
}
