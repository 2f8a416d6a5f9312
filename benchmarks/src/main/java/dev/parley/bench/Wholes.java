package dev.parley.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.bench.measure.Folders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** P4, P7, P8 and P10: whole runs. */
final class Wholes {

  private static final String SECONDS = "s";
  private static final double NANOS = 1e9;
  private static final String COMMAND = "launcher, JVM and command line: `./parley --version`";

  private Wholes() {}

  /** The published workload from the images to the last round. */
  static List<Row> workload(Bench bench) throws IOException {
    String mnist = bench.settings().mnist();
    Path folder = bench.folder("workload");
    Steps.checkWorkload(bench);
    bench.programs().ours("export-workload", mnist, folder);
    List<Double> ours = new ArrayList<>();
    List<Double> peer = new ArrayList<>();
    for (int run = 0; run < bench.settings().runs(); run++) {
      ours.add(total(bench, "ours", bench.programs().ours("workload", mnist)));
      JsonNode told = bench.programs().peer("workload.py", folder);
      bench.versionsOf(told);
      peer.add(total(bench, "peer", told));
    }
    String images = mnist.isEmpty() ? "synthetic images" : "the test images of MNIST";
    return List.of(
        Row.against(
            "P4",
            "workload",
            Side.ours(SECONDS, ours),
            Side.peer(SECONDS, peer),
            10,
            "10 epochs over 10,000 of " + images + ", 10,000 rounds at batch 1; reference style"));
  }

  private static double total(Bench bench, String who, JsonNode told) {
    double total = told.path("total_s").asDouble();
    bench.tell(
        String.format(
            Locale.ROOT,
            "  %s: %s s, epochs %s, rounds %s",
            who,
            Side.digits(total),
            Side.digits(told.path("epochs_s").asDouble()),
            Side.digits(told.path("rounds_s").asDouble())));
    return total;
  }

  /** The command line, from nothing to the files of a run of one round. */
  static List<Row> coldStart(Bench bench, Map<String, Double> details) throws IOException {
    List<Double> walls = new ArrayList<>();
    Map<String, List<Double>> phases = new LinkedHashMap<>();
    Path home = bench.programs().home();
    launch(home);
    for (int run = 0; run < bench.settings().runs(); run++) {
      walls.add(launch(home));
      bench.tell("  ./parley run --rounds 1: " + Side.digits(walls.get(run)) + " s");
      phases.computeIfAbsent(COMMAND, k -> new ArrayList<>()).add(parley(home, "--version"));
      bench
          .programs()
          .ours("cold-start")
          .properties()
          .forEach(
              phase ->
                  phases
                      .computeIfAbsent(phase.getKey(), k -> new ArrayList<>())
                      .add(phase.getValue().asDouble()));
    }
    phases.forEach((name, runs) -> details.put(name, Side.ours(SECONDS, runs).median()));
    return List.of(
        Row.alone(
            "P7",
            "cold start",
            Side.ours(SECONDS, walls),
            Goal.atMost(5),
            "./parley run --rounds 1, from a warm build"));
  }

  private static double launch(Path home) throws IOException {
    Path folder = Files.createTempDirectory("parley-bench-");
    try {
      return parley(home, "run", "--rounds", "1", "--out", folder.resolve("run").toString());
    } finally {
      Folders.delete(folder);
    }
  }

  /** Seconds that a command of the launcher takes. */
  private static double parley(Path home, String... arguments) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(home.resolve("parley").toString());
    command.addAll(List.of(arguments));
    long start = System.nanoTime();
    Programs.run(new ProcessBuilder(command));
    return (System.nanoTime() - start) / NANOS;
  }

  /** What is allocated, and what the process grows to. */
  static List<Row> memory(Bench bench) throws IOException {
    JsonNode told = bench.programs().ours("memory", bench.settings().rounds());
    double start = told.path("resident_start_mb").asDouble(Double.NaN);
    double end = told.path("resident_end_mb").asDouble(Double.NaN);
    return List.of(
        Row.alone(
            "P8",
            "allocated a round",
            Side.ours("bytes", List.of(told.path("bytes_per_round").asDouble())),
            Goal.atMost(0),
            "of the heap, by the thread that trains, batch 1"),
        Row.alone(
            "P8",
            "growth of the resident size",
            Side.ours("MB", List.of(end - start)),
            Goal.atMost(5),
            String.format(
                    Locale.ROOT,
                    "%s MB before, %s MB after %,d rounds at batch 1",
                    Side.digits(start),
                    Side.digits(end),
                    bench.settings().rounds())
                + "; without the log, which keeps 8 bytes a column and round"));
  }

  /** Two runs at once. */
  static List<Row> twins(Bench bench) throws IOException {
    List<Row> rows = new ArrayList<>();
    for (int batch : new int[] {1, 32}) {
      List<Double> together = new ArrayList<>();
      List<Double> inTurn = new ArrayList<>();
      List<Double> same = new ArrayList<>();
      int rounds = batch == 1 ? 5_000 : 2_000;
      for (int run = 0; run < bench.settings().runs(); run++) {
        JsonNode told = bench.programs().ours("twins", batch, rounds);
        together.add(told.path("together_s").asDouble());
        inTurn.add(told.path("in_turn_s").asDouble());
        same.add(told.path("same").asBoolean() ? 100.0 : 0.0);
        bench.tell("  batch " + batch + ": " + told);
      }
      String what = "two runs, batch " + batch;
      rows.add(
          Row.against(
              "P10",
              what,
              new Side("together", SECONDS, together),
              new Side("in turn", SECONDS, inTurn),
              1.8,
              String.format(Locale.ROOT, "of %,d rounds each, in two threads of one JVM", rounds)));
      rows.add(
          Row.alone(
              "P10",
              what + ", the same numbers",
              Side.ours("%", same),
              Goal.atLeast(100),
              "repetitions in which every number of every round is bit-identical"));
    }
    return rows;
  }
}
