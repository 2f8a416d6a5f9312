package dev.parley.datasets;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Where the user's system keeps what can be fetched again (XDG Base Directory Specification 0.8).
 */
final class CacheFolder {

  private CacheFolder() {}

  /** An {@code xdg} that is not absolute does not count; the specification says so. */
  static Path of(@Nullable String xdg, String home) {
    if (xdg != null && Path.of(xdg).isAbsolute()) {
      return Path.of(xdg, "parley");
    }
    return Path.of(home, ".cache", "parley");
  }
}
