package dev.parley;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.source.tree.MethodTree;
import com.sun.source.util.TreeScanner;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No file over 400 lines, no method or constructor over 40: in the sources of all modules. */
class SizeTest {

  private static final int FILE_LINES = 400;
  private static final int METHOD_LINES = 40;

  /** What may be longer, by file or by file and method, and why. */
  private static final Map<String, String> EXCEPTIONS = Map.of();

  private static final List<Source> SOURCES =
      Source.parse(
          Stream.of("main", "test").flatMap(kind -> Repository.sources(kind).stream()).toList());

  @TempDir private Path folder;

  @Test
  void filesAreShort() throws IOException {
    assertEquals(List.of(), without(EXCEPTIONS, longFiles(SOURCES)));
  }

  @Test
  void methodsAreShort() {
    assertEquals(List.of(), without(EXCEPTIONS, methods(SOURCES).longOnes));
  }

  @Test
  void everyExceptionIsNeeded() throws IOException {
    List<String> found = new ArrayList<>(longFiles(SOURCES));
    found.addAll(methods(SOURCES).longOnes);
    TreeSet<String> needed = new TreeSet<>(found.stream().map(SizeTest::name).toList());
    needed.retainAll(EXCEPTIONS.keySet());
    assertEquals(new TreeSet<>(EXCEPTIONS.keySet()), needed);
  }

  @Test
  void enoughWasSeen() {
    assertTrue(SOURCES.size() >= 140, () -> SOURCES.size() + " files");
    int seen = methods(SOURCES).seen;
    assertTrue(seen >= 900, () -> seen + " methods");
  }

  @Test
  void fortyLinesPassAndFortyOneDoNot() throws IOException {
    String source =
        "class Long {\n  @Deprecated\n  Long() {\n%s  }\n  void m() {\n%s  }\n}\n"
            .formatted("    hashCode();\n".repeat(38), "    hashCode();\n".repeat(39));
    Path file = Files.writeString(folder.resolve("Long.java"), source);
    List<Source> sources = Source.parse(List.of(file));
    assertEquals(1, methods(sources).longOnes.size());
    assertTrue(methods(sources).longOnes.get(0).endsWith("Long.java m: 41 lines, at line 43"));
    assertEquals(84, sources.get(0).lines());
  }

  private static List<String> longFiles(List<Source> sources) throws IOException {
    List<String> found = new ArrayList<>();
    for (Source source : sources) {
      if (source.lines() > FILE_LINES) {
        found.add(source.name() + ": " + source.lines() + " lines");
      }
    }
    return found;
  }

  private static Methods methods(List<Source> sources) {
    Methods methods = new Methods();
    sources.forEach(source -> source.unit().accept(methods, source));
    return methods;
  }

  private static List<String> without(Map<String, String> exceptions, List<String> found) {
    return found.stream().filter(line -> !exceptions.containsKey(name(line))).toList();
  }

  private static String name(String line) {
    return line.substring(0, line.indexOf(": "));
  }

  /** Finds the methods and constructors that are too long. */
  private static final class Methods extends TreeScanner<@Nullable Void, Source> {

    private final List<String> longOnes = new ArrayList<>();
    private int seen;

    @Override
    public @Nullable Void visitMethod(MethodTree method, Source source) {
      seen++;
      try {
        int lines = source.lines(method);
        if (lines > METHOD_LINES) {
          longOnes.add(
              "%s %s: %d lines, at line %d"
                  .formatted(source.name(), method.getName(), lines, source.lineOf(method)));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return super.visitMethod(method, source);
    }
  }
}
