package dev.parley.notebook;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where Jupyter looks for kernels. */
final class DataFolder {

  private DataFolder() {}

  /**
   * The folder of the kernels of an environment, or of the user if there is none.
   *
   * @param prefix a virtual environment, or another prefix such as /usr/local
   */
  static Path kernels(@Nullable Path prefix) {
    if (prefix != null) {
      return prefix.toAbsolutePath().normalize().resolve("share/jupyter/kernels");
    }
    return user(
            System.getenv(), System.getProperty("os.name", ""), System.getProperty("user.home", ""))
        .resolve("kernels");
  }

  static Path user(Map<String, String> environment, String system, String home) {
    String own = environment.getOrDefault("JUPYTER_DATA_DIR", "");
    if (!own.isBlank()) {
      return Path.of(own).toAbsolutePath();
    }
    String name = system.toLowerCase(Locale.ROOT);
    if (name.startsWith("mac")) {
      return Path.of(home, "Library", "Jupyter");
    }
    if (name.startsWith("windows")) {
      String roaming = environment.getOrDefault("APPDATA", "");
      return roaming.isBlank()
          ? Path.of(home, "AppData", "Roaming", "jupyter")
          : Path.of(roaming, "jupyter");
    }
    String data = environment.getOrDefault("XDG_DATA_HOME", "");
    return data.isBlank() ? Path.of(home, ".local", "share", "jupyter") : Path.of(data, "jupyter");
  }
}
