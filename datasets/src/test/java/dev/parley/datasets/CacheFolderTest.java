package dev.parley.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class CacheFolderTest {

  private final Path root = Path.of("").toAbsolutePath().getRoot();
  private final String home = root.resolve("home").toString();

  @Test
  void absoluteXdg() {
    Path xdg = root.resolve("caches");
    assertEquals(xdg.resolve("parley"), CacheFolder.of(xdg.toString(), home));
  }

  @Test
  void withoutXdg() {
    assertEquals(Path.of(home, ".cache", "parley"), CacheFolder.of(null, home));
  }

  @Test
  void emptyXdg() {
    assertEquals(Path.of(home, ".cache", "parley"), CacheFolder.of("", home));
  }

  @Test
  void relativeXdg() {
    assertEquals(Path.of(home, ".cache", "parley"), CacheFolder.of("caches", home));
  }
}
