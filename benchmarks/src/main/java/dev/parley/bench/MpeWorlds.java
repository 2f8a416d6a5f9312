package dev.parley.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.bench.measure.PpoRounds;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** P11, P12 and P13: steps of MPE's worlds, alone and with PPO that learns from them. */
final class MpeWorlds {

  private static final String RATE = "steps/s";
  private static final List<String> GAMES = List.of("speaker-listener", "reference");
  private static final List<Integer> BATCHES = List.of(1, 32, 256);
  private static final List<Integer> SEEDS = List.of(1001, 1002, 1003);
  private static final double MILLIS = 1000;
  private static final double GOAL_STEPPING = 20;
  private static final double GOAL_LEARNING = 5;

  /** Rounds of which a return is the mean. */
  private static final int MEAN_OF = 80;

  /** Worlds of the peer by the name of their kind, and what they are. */
  private static final Map<String, String> KINDS = kinds();

  private MpeWorlds() {}

  private static Map<String, String> kinds() {
    Map<String, String> kinds = new LinkedHashMap<>();
    kinds.put("mpe2", "PyTorch, worlds of mpe2");
    kinds.put("arrays", "PyTorch, worlds in numpy arrays");
    return kinds;
  }

  /** Worlds that are stepped by random choices. */
  static List<Row> stepping(Bench bench) throws IOException {
    for (String game : GAMES) {
      checkWorlds(bench, game, "mpe2");
    }
    List<Row> rows = new ArrayList<>();
    for (String game : GAMES) {
      for (int batch : BATCHES) {
        rows.add(stepping(bench, game, batch));
      }
    }
    return rows;
  }

  private static void checkWorlds(Bench bench, String game, String kind) throws IOException {
    Path folder = bench.folder("mpe-" + game);
    bench.programs().ours("export-stepping", game, folder);
    bench.check(
        "check of " + game + " in " + kind, "stepping.py", "--check", folder, "--worlds", kind);
  }

  private static Row stepping(Bench bench, String game, int batch) throws IOException {
    String what = game + ", batch " + batch;
    double seconds = bench.settings().seconds();
    List<Double> ours = new ArrayList<>();
    List<Double> peer = new ArrayList<>();
    for (int run = 0; run < bench.settings().runs(); run++) {
      JsonNode told = bench.programs().ours("stepping", game, batch, seconds);
      ours.add(rate(bench.told(what + ", ours", told)));
      peer.add(rate(bench.peer(what, "stepping.py", "--time", game, "--batch", batch)));
    }
    return Row.against(
        "P11",
        what,
        Side.ours(RATE, ours),
        Side.peer(RATE, peer),
        GOAL_STEPPING,
        "random choices; mpe2's parallel_env" + (batch == 1 ? "" : ", " + batch + " in a loop"));
  }

  /** Steps a second, of milliseconds a step. */
  private static double rate(double ms) {
    return MILLIS / ms;
  }

  /** PPO, from playing to learning. */
  static List<Row> learning(Bench bench, Map<String, Double> details) throws IOException {
    Path folder = export(bench);
    Map<String, List<Double>> rates = new LinkedHashMap<>();
    Map<String, List<Double>> parts = new LinkedHashMap<>();
    double seconds = bench.settings().seconds();
    for (int run = 0; run < bench.settings().runs(); run++) {
      JsonNode told = bench.programs().ours("ppo", seconds);
      note("Parley", bench.told("PPO, ours", told), told, rates, parts);
      for (Map.Entry<String, String> kind : KINDS.entrySet()) {
        JsonNode theirs =
            bench
                .programs()
                .peer("ppo.py", "--time", folder, "--worlds", kind.getKey(), "--seconds", seconds);
        bench.versionsOf(theirs);
        String name = kind.getValue();
        note(name, bench.told(name, theirs), theirs, rates, parts);
      }
    }
    parts.forEach((name, runs) -> details.put(name, Side.ours("s", runs).median()));
    Side ours = Side.ours(RATE, rates.getOrDefault("Parley", List.of()));
    List<Row> rows = new ArrayList<>();
    for (Map.Entry<String, String> kind : KINDS.entrySet()) {
      boolean package2 = kind.getKey().equals("mpe2");
      rows.add(
          new Row(
              "P12",
              "PPO, peer's worlds " + (package2 ? "of mpe2" : "in numpy arrays"),
              ours,
              Side.peer(RATE, rates.getOrDefault(kind.getValue(), List.of())),
              package2 ? Goal.ratio(GOAL_LEARNING) : Goal.NONE,
              package2
                  ? "speaker-listener; " + kind.getValue() + ", one after the other"
                  : "the same learner; what is left of the ratio where worlds cost next to nothing"));
    }
    return rows;
  }

  /** Writes rounds and settings for the peer, and has it check that it learns the same. */
  private static Path export(Bench bench) throws IOException {
    Path folder = bench.folder("ppo");
    bench.programs().ours("export-ppo", folder);
    bench.check("check of PPO", "ppo.py", "--check", folder);
    return folder;
  }

  /** Keeps the rate of a run, and the seconds of a round by what they were spent on. */
  private static void note(
      String name,
      double ms,
      JsonNode told,
      Map<String, List<Double>> rates,
      Map<String, List<Double>> parts) {
    rates.computeIfAbsent(name, k -> new ArrayList<>()).add(rate(ms));
    double round = ms / MILLIS * PpoRounds.steps();
    told.path("shares")
        .properties()
        .forEach(
            share ->
                parts
                    .computeIfAbsent(name + ": " + share.getKey(), k -> new ArrayList<>())
                    .add(share.getValue().asDouble() * round));
  }

  /** What agents earn on the way, in seeds of which none is one that results are reported on. */
  static Curves curves(Bench bench) throws IOException {
    Path folder = export(bench);
    int rounds = bench.settings().learned();
    List<Integer> marks = List.of(rounds / 4, rounds / 2, rounds);
    Map<String, List<Double>> found = new LinkedHashMap<>();
    for (int seed : SEEDS) {
      JsonNode told = bench.programs().ours("learn-ppo", seed, rounds);
      keep(bench, found, "Parley, seed " + seed, told, marks);
    }
    for (Map.Entry<String, String> kind : KINDS.entrySet()) {
      // Worlds of mpe2 take minutes a seed, and those in arrays are the same.
      for (int seed : kind.getKey().equals("mpe2") ? SEEDS.subList(0, 1) : SEEDS) {
        JsonNode told =
            bench
                .programs()
                .peer(
                    "ppo.py",
                    "--learn",
                    folder,
                    "--worlds",
                    kind.getKey(),
                    "--seed",
                    seed,
                    "--rounds",
                    rounds);
        bench.versionsOf(told);
        keep(bench, found, kind.getValue() + ", seed " + seed, told, marks);
      }
    }
    int steps = PpoRounds.steps();
    return new Curves(marks.stream().map(mark -> mark * steps).toList(), found);
  }

  private static void keep(
      Bench bench,
      Map<String, List<Double>> found,
      String name,
      JsonNode told,
      List<Integer> marks) {
    List<Double> means = new ArrayList<>();
    for (int mark : marks) {
      double sum = 0;
      int from = Math.max(0, mark - MEAN_OF);
      for (int round = from; round < mark; round++) {
        sum += told.path("returns").path(round).asDouble(Double.NaN);
      }
      means.add(sum / (mark - from));
    }
    found.put(name, means);
    bench.tell(String.format(Locale.ROOT, "  %s: %.2f", name, means.get(means.size() - 1)));
  }
}
