package dev.parley.train;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Which code ran: a hash of the jar or folder that classes were loaded from. A version alone does
 * not tell two builds apart.
 */
final class CodeHash {

  private CodeHash() {}

  /** The SHA-256 of where these classes come from, each place once, in hexadecimal digits. */
  static String of(Class<?>... classes) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      Set<URI> places = new LinkedHashSet<>();
      for (Class<?> type : classes) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source != null) {
          places.add(source.getLocation().toURI());
        }
      }
      for (URI place : places) {
        add(digest, Path.of(place));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException | URISyntaxException e) {
      throw new IllegalStateException("cannot tell what code runs", e);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the code that runs", e);
    }
  }

  private static void add(MessageDigest digest, Path location) throws IOException {
    if (Files.isRegularFile(location)) {
      digest.update(Files.readAllBytes(location));
      return;
    }
    for (Path file : files(location)) {
      digest.update(location.relativize(file).toString().getBytes(StandardCharsets.UTF_8));
      digest.update(Files.readAllBytes(file));
    }
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> found = Files.walk(folder)) {
      return found.filter(Files::isRegularFile).sorted().toList();
    }
  }
}
