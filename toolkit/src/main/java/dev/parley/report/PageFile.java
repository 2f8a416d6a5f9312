package dev.parley.report;

import java.awt.Desktop;
import java.awt.GraphicsEnvironment;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** How a page becomes a file or a window. */
final class PageFile {

  private PageFile() {}

  /** Writes a file that is whole or as it was. */
  static void save(String html, Path file) {
    Path place = file.toAbsolutePath();
    try {
      Path folder = place.getParent();
      if (folder == null) {
        throw new IOException(file + " is a folder");
      }
      Files.createDirectories(folder);
      Path temporary = Files.createTempFile(folder, ".page-", ".tmp");
      try {
        write(html, temporary);
        Files.move(
            temporary, place, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write the page to " + file, e);
    }
  }

  static String show(String html) {
    try {
      Path file = Files.createTempFile("parley-", ".html");
      write(html, file);
      if (GraphicsEnvironment.isHeadless()
          || !Desktop.isDesktopSupported()
          || !Desktop.getDesktop().isSupported(Desktop.Action.BROWSE)) {
        return "no display: written to " + file;
      }
      Desktop.getDesktop().browse(file.toUri());
      return "shown in a browser: " + file;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write or show a temporary file", e);
    }
  }

  /** Unlike channels, a stream is not closed by an interrupt that comes while it is written. */
  private static void write(String html, Path file) throws IOException {
    try (FileOutputStream out = new FileOutputStream(file.toFile())) {
      out.write(html.getBytes(StandardCharsets.UTF_8));
    }
  }
}
