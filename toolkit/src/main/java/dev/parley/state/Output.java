package dev.parley.state;

import dev.parley.error.OutputException;
import dev.parley.error.Problem;
import dev.parley.error.SettingException;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** Files that are whole or not there: each is written under a temporary name and moved. */
public final class Output {

  private final Path folder;

  private Output(Path folder) {
    this.folder = folder;
  }

  /**
   * A folder to write to, made if need be.
   *
   * @throws OutputException if it cannot be made
   */
  public static Output to(@Nullable Path folder) {
    if (folder == null) {
      throw new SettingException(
          Problem.with("folder").got("null").allowed("a path").hint("is the variable set?"));
    }
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw failure(folder, e);
    }
    return new Output(folder);
  }

  /** Writes a text as UTF-8; otherwise as {@link #write(String, byte[])}. */
  public void write(String name, String text) {
    write(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * Writes a file, in place of one that is there.
   *
   * @throws OutputException if it cannot be written; what was there is untouched
   */
  public void write(String name, byte[] content) {
    Path file = folder.resolve(name);
    long unique = ProcessHandle.current().pid() ^ System.nanoTime();
    Path temporary = folder.resolve("." + name + "." + Long.toHexString(unique) + ".tmp");
    try {
      write(temporary, content);
      Files.move(
          temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      remove(temporary, e);
      throw failure(file, e);
    }
  }

  /** Unlike channels, a stream is not closed by an interrupt that comes while it is written. */
  private static void write(Path file, byte[] content) throws IOException {
    try (FileOutputStream out = new FileOutputStream(file.toFile())) {
      out.write(content);
    }
  }

  private static void remove(Path temporary, IOException cause) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  private static OutputException failure(Path path, IOException e) {
    String message = e.getMessage() == null ? "" : ": " + e.getMessage();
    return new OutputException(
        Problem.with("output")
            .got(path)
            .allowed("a place that can be written, with room left")
            .fact("reason", e.getClass().getSimpleName() + message),
        e);
  }
}
