package dev.parley.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.datasets.Samples;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CodeHashTest {

  private static final String NAME = "dev/parley/train/CodeHash.class";

  @TempDir Path folder;

  @Test
  void sameCodeSameHash() {
    String hash = CodeHash.of(CodeHash.class, Samples.class);
    assertTrue(hash.matches("[0-9a-f]{64}"), hash);
    assertEquals(hash, CodeHash.of(CodeHash.class, Samples.class));
    assertNotEquals(hash, CodeHash.of(CodeHash.class));
    assertEquals(hash, CodeHash.of(CodeHash.class, Samples.class, Run.class));
  }

  /** A class of the JDK has no place of its own. */
  @Test
  void codeWithoutAPlaceAddsNothing() {
    assertEquals(CodeHash.of(), CodeHash.of(String.class));
  }

  @Test
  void anotherFileBesideTheClassesIsAnotherHash() throws Exception {
    Path copy = folder.resolve(NAME);
    Files.createDirectories(copy.getParent());
    try (var in = CodeHash.class.getResourceAsStream("/" + NAME)) {
      Files.write(copy, in == null ? new byte[0] : in.readAllBytes());
    }
    String before = hashOfCopy();
    assertEquals(before, hashOfCopy());
    Files.writeString(folder.resolve("other"), "x");
    assertNotEquals(before, hashOfCopy());
  }

  private String hashOfCopy() throws IOException, ClassNotFoundException {
    URL[] urls = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(urls, null)) {
      return CodeHash.of(loader.loadClass("dev.parley.train.CodeHash"));
    }
  }
}
