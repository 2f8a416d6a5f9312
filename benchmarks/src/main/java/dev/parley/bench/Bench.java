package dev.parley.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/** What every measurement is given: its settings, the processes to run, where to tell of it. */
final class Bench {

  /**
   * How to measure.
   *
   * @param runs of each side, in turn
   * @param seconds that one run of a step is timed for
   * @param rounds between the two looks at the resident size
   * @param learned rounds after which agents are to have learned to play
   * @param mnist the folder of the MNIST files; empty for synthetic images
   */
  record Settings(int runs, double seconds, int rounds, int learned, String mnist) {}

  private static final double MICROS_A_MILLI = 1000;

  /** Times below are told in microseconds. */
  private static final double SHORT = 10;

  private final Settings settings;
  private final Programs programs;
  private final Consumer<String> screen;
  private final Map<String, String> versions = new LinkedHashMap<>();

  Bench(Settings settings, Programs programs, Consumer<String> screen) {
    this.settings = settings;
    this.programs = programs;
    this.screen = screen;
  }

  Settings settings() {
    return settings;
  }

  Programs programs() {
    return programs;
  }

  /** A folder for exported data. */
  Path folder(String name) {
    return programs.home().resolve("benchmarks/target/exports").resolve(name);
  }

  void tell(String line) {
    screen.accept(line);
  }

  /** Versions of the peers' libraries, as they have told them. */
  Map<String, String> versions() {
    return versions;
  }

  /** The median time of one run of ours, in milliseconds. */
  double ours(String measurement, int batch) throws IOException {
    JsonNode told = programs.ours(measurement, batch, settings.seconds());
    return told(measurement + ", batch " + batch + ", ours", told);
  }

  /** The median time of one run of a peer, in milliseconds, with its best thread setting. */
  double peer(String name, String script, Object... arguments) throws IOException {
    List<Object> all = new ArrayList<>(List.of(arguments));
    all.addAll(List.of("--seconds", settings.seconds()));
    JsonNode told = programs.peer(script, all.toArray());
    versionsOf(told);
    return told(name + ", peer, threads " + told.path("threads").asInt(), told);
  }

  /** Keeps the versions that a peer has told. */
  void versionsOf(JsonNode told) {
    if (told.has("torch")) {
      versions.put("PyTorch", told.path("torch").asText() + ", its best of 1, 2 and all threads");
    }
    if (told.has("mpe2")) {
      versions.put("mpe2", told.path("mpe2").asText());
    }
    versions.put("Python", told.path("python").asText());
  }

  /** Tells of a run, and returns its median in milliseconds. */
  double told(String who, JsonNode told) {
    double median = told.path("median_us").asDouble();
    double unit = median < SHORT ? 1 : MICROS_A_MILLI;
    tell(
        String.format(
            Locale.ROOT,
            "  %s: %s %s (half of the steps %s–%s)",
            who,
            Side.digits(median / unit),
            unit == 1 ? "µs" : "ms",
            Side.digits(told.path("low_us").asDouble() / unit),
            Side.digits(told.path("high_us").asDouble() / unit)));
    return median / MICROS_A_MILLI;
  }

  /** Has a peer play again what was exported; ends the measurement if its losses are others. */
  void check(String name, String script, Object... arguments) throws IOException {
    JsonNode told = programs.peer(script, arguments);
    tell(
        String.format(
            Locale.ROOT,
            "  %s: %s numbers equal, largest difference %.1e",
            name,
            told.path("compared").asText(),
            told.path("worst").asDouble()));
  }
}
