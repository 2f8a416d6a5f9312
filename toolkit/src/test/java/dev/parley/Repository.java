package dev.parley;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The folder that the build is in: what is not on the class path. */
public final class Repository {

  private static final Path ROOT = root();

  private Repository() {}

  /** A file or folder by its path from the root. */
  public static Path path(String fromRoot) {
    return ROOT.resolve(fromRoot);
  }

  /** The path of a file from the root, with slashes. */
  public static String name(Path file) {
    return ROOT.relativize(file).toString().replace('\\', '/');
  }

  /** The Java sources of all modules, sorted. */
  public static List<Path> sources(String mainOrTest) {
    return Stream.of("datasets", "toolkit", "notebooks", "benchmarks")
        .flatMap(module -> files(path(module + "/src/" + mainOrTest + "/java"), ".java"))
        .toList();
  }

  /** README.md, and the pages of docs. */
  public static List<Path> pages() {
    return Stream.concat(
            Stream.of(path("README.md")).filter(Files::exists), files(path("docs"), ".md"))
        .toList();
  }

  /** The scripts of docs. */
  public static List<Path> scripts() {
    return files(path("docs"), ".jsh").toList();
  }

  /** Where the classes of a type's module are: a folder or a jar. */
  public static Path classes(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new AssertionError(e);
    }
  }

  private static Stream<Path> files(Path folder, String ending) {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(file -> file.toString().endsWith(ending)).sorted().toList().stream();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static Path root() {
    for (Path f = classes(Repository.class); f != null; f = f.getParent()) {
      if (Files.isDirectory(f.resolve(".mvn"))) {
        return f;
      }
    }
    throw new AssertionError("no .mvn above the test's classes");
  }
}
