package dev.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.Repository;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The imports of the prompt, of scripts and of the pages' code. */
class StartupTest {

  /** What JShell imports by itself on JDK 17. */
  private static final List<String> JSHELL =
      List.of(
          "java.io",
          "java.math",
          "java.net",
          "java.nio.file",
          "java.util",
          "java.util.concurrent",
          "java.util.function",
          "java.util.prefs",
          "java.util.regex",
          "java.util.stream");

  private static final Pattern IMPORT = Pattern.compile("import (dev\\.parley[\\w.]*)\\.\\*;");
  private static final Pattern PUBLIC =
      Pattern.compile("^public [\\w ]*?(class|record|enum|interface) (\\w+)", Pattern.MULTILINE);

  private final StringWriter errors = new StringWriter();

  @Test
  void requiredLineCompiles() throws IOException {
    compiles("var run = Experiment.aim().codebook(50).seqLen(2).reflection(0.1, 0.1).run();");
  }

  @Test
  void everyTypeMeansOneThing() throws IOException {
    List<String> names = names(ScriptFiles.startup());
    assertTrue(names.size() >= 45, () -> names.size() + " public types");
    String jshell =
        JSHELL.stream().map(name -> "import " + name + ".*;\n").collect(Collectors.joining());
    compiles(jshell + uses(names));
  }

  @Test
  void typeThatMeansTwoThingsIsFound() {
    String clash = "import java.util.*;\nimport java.awt.*;\n";
    assertFalse(compile(clash + uses(List.of("Point", "List"))));
    assertEquals(1, errors.toString().split("reference to List is ambiguous", -1).length - 1);
  }

  /** A class that needs every name to be a type. */
  private static String uses(List<String> names) {
    return names.stream()
        .map(name -> "  Class<?> of" + name + " = " + name + ".class;\n")
        .collect(Collectors.joining("", "class Uses {\n", "}\n"));
  }

  private void compiles(String text) throws IOException {
    assertTrue(compile(ScriptFiles.startup() + text), errors::toString);
  }

  private boolean compile(String text) {
    try (Script script = new Script(new PrintWriter(errors), CompileOnly::in)) {
      return script.run("startup", text);
    }
  }

  /** The public types of Parley that a text imports; the benchmarks are not on the class path. */
  private static List<String> names(String imports) {
    List<String> packages = IMPORT.matcher(imports).results().map(m -> m.group(1)).toList();
    return Repository.sources("main").stream()
        .filter(file -> !Repository.name(file).startsWith("benchmarks/"))
        .filter(file -> packages.contains(packageOf(file)))
        .flatMap(StartupTest::publicType)
        .toList();
  }

  private static Stream<String> publicType(Path file) {
    try {
      Matcher type = PUBLIC.matcher(Files.readString(file));
      return type.find() ? Stream.of(type.group(2)) : Stream.empty();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static String packageOf(Path file) {
    String name = Repository.name(file);
    return name.substring(name.indexOf("/java/") + 6, name.lastIndexOf('/')).replace('/', '.');
  }
}
