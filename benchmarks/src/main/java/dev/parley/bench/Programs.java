package dev.parley.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.bench.measure.Worker;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The processes that are measured: ours on this JVM's class path and flags, and the peers on Python
 * without a GPU.
 *
 * @param home the root of the sources
 * @param python the interpreter that has PyTorch
 */
record Programs(Path home, Path python) {

  private static final ObjectMapper JSON = new ObjectMapper();

  /** Runs one measurement of {@link Worker}. */
  JsonNode ours(String measurement, Object... settings) throws IOException {
    Path result = Files.createTempFile("parley-bench-", ".json");
    try {
      List<String> command = new ArrayList<>();
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
      command.addAll(List.of("-cp", System.getProperty("java.class.path")));
      command.addAll(List.of(Worker.class.getName(), measurement, result.toString()));
      for (Object setting : settings) {
        command.add(setting.toString());
      }
      run(new ProcessBuilder(command));
      return JSON.readTree(result.toFile());
    } finally {
      Files.delete(result);
    }
  }

  /** Runs a script of the folder {@code peers}; what its last line says. */
  JsonNode peer(String script, Object... settings) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(python.toString());
    command.add(home.resolve("benchmarks/peers").resolve(script).toString());
    for (Object setting : settings) {
      command.add(setting.toString());
    }
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("CUDA_VISIBLE_DEVICES", "");
    builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
    List<String> lines = run(builder).lines().toList();
    if (lines.isEmpty()) {
      throw new IOException(script + " has printed nothing");
    }
    return JSON.readTree(lines.get(lines.size() - 1));
  }

  /** Runs a process to its end; what it has printed. */
  static String run(ProcessBuilder builder) throws IOException {
    Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
    try {
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      int code = process.waitFor();
      if (code != 0) {
        throw new IOException(
            "ended with " + code + ": " + String.join(" ", builder.command()) + "\n" + said);
      }
      return said;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } finally {
      process.destroy();
    }
  }
}
