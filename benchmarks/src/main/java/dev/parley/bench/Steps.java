package dev.parley.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.bench.measure.VqVaeSteps;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** P1, P2 and P3: single training steps. */
final class Steps {

  private static final String MS = "ms";
  private static final List<String> STYLES = List.of("reference", "lean");
  private static final double PERCENT = 100;

  private Steps() {}

  /** Whether a style comes to the losses of the published plan, and of one with large weights. */
  private static void check(Bench bench, String style, Path folder) throws IOException {
    for (Path checked : List.of(folder, folder.resolve("stressed"))) {
      bench.check("check of " + style, "aim.py", "--style", style, "--check", checked);
    }
  }

  /** Whether the peer comes to the losses with and without the straight-through gradient. */
  private static void checkVqVae(Bench bench, Path folder) throws IOException {
    for (Path checked : List.of(folder, folder.resolve("published"))) {
      bench.check("check of the VQ-VAE", "vqvae.py", "--check", checked);
    }
  }

  /** The checks of both parts of the whole workload. */
  static void checkWorkload(Bench bench) throws IOException {
    Path game = bench.folder("aim-1");
    bench.programs().ours("export-aim", 1, game);
    check(bench, STYLES.get(0), game);
    Path model = bench.folder("vqvae-64");
    bench.programs().ours("export-vqvae", 64, model);
    checkVqVae(bench, model);
  }

  /** The times of one batch size, run by run, by whose they are. */
  private static Map<String, List<Double>> rounds(Bench bench, int batch) throws IOException {
    Path folder = bench.folder("aim-" + batch);
    bench.programs().ours("export-aim", batch, folder);
    for (String style : STYLES) {
      check(bench, style, folder);
    }
    Map<String, List<Double>> times = new TreeMap<>();
    for (int run = 0; run < bench.settings().runs(); run++) {
      add(times, "ours", bench.ours("aim", batch));
      for (String style : STYLES) {
        add(times, style, bench.peer(style, "aim.py", "--style", style, "--time", folder));
      }
    }
    return times;
  }

  private static void add(Map<String, List<Double>> times, String name, double time) {
    times.computeIfAbsent(name, n -> new ArrayList<>()).add(time);
  }

  private static List<Double> of(Map<String, List<Double>> times, String name) {
    return times.getOrDefault(name, List.of());
  }

  /** A round at batch 1 against both styles. */
  static List<Row> single(Bench bench) throws IOException {
    Map<String, List<Double>> times = rounds(bench, 1);
    Side ours = Side.ours(MS, of(times, "ours"));
    return List.of(
        Row.against(
            "P1",
            "reference",
            ours,
            Side.peer(MS, of(times, "reference")),
            20,
            "AIM round, batch 1; PyTorch as a researcher writes it"),
        Row.against(
            "P1",
            "lean",
            ours,
            Side.peer(MS, of(times, "lean")),
            10,
            "AIM round, batch 1; PyTorch with as few calls as possible, fused Adam"));
  }

  /** Rounds of many episodes against the faster style. */
  static List<Row> batched(Bench bench) throws IOException {
    List<Row> rows = new ArrayList<>();
    for (int batch : new int[] {32, 256}) {
      Map<String, List<Double>> times = rounds(bench, batch);
      Side reference = Side.peer(MS, of(times, "reference"));
      Side lean = Side.peer(MS, of(times, "lean"));
      boolean leanIsFaster = lean.median() <= reference.median();
      rows.add(
          Row.against(
              "P2",
              "batch " + batch,
              Side.ours(MS, of(times, "ours")),
              leanIsFaster ? lean : reference,
              batch == 32 ? 3 : 2,
              "AIM round; PyTorch "
                  + (leanIsFaster ? "lean, as reference " : "reference, as lean ")
                  + (leanIsFaster ? reference : lean).text()));
    }
    return rows;
  }

  /** Steps of the VQ-VAE, and how much of the fastest matrix product they are. */
  static List<Row> vqVae(Bench bench) throws IOException {
    int cores = Runtime.getRuntime().availableProcessors();
    List<Integer> batches = List.of(64, 256);
    Map<Integer, List<Double>> ours = new TreeMap<>();
    Map<Integer, List<Double>> peer = new TreeMap<>();
    Map<Integer, List<Double>> peaks = new TreeMap<>();
    for (int batch : batches) {
      Path folder = bench.folder("vqvae-" + batch);
      bench.programs().ours("export-vqvae", batch, folder);
      checkVqVae(bench, folder);
    }
    for (int run = 0; run < bench.settings().runs(); run++) {
      for (int batch : batches) {
        put(ours, batch, bench.ours("vqvae", batch));
        Path folder = bench.folder("vqvae-" + batch);
        put(peer, batch, bench.peer("batch " + batch, "vqvae.py", "--time", folder));
      }
      for (int threads : List.of(1, cores)) {
        put(peaks, threads, peak(bench, threads));
      }
    }
    List<Row> rows = new ArrayList<>();
    for (int batch : batches) {
      Side mine = Side.ours(MS, ours.getOrDefault(batch, List.of()));
      Side theirs = Side.peer(MS, peer.getOrDefault(batch, List.of()));
      rows.add(
          Row.against("P3", "batch " + batch, mine, theirs, 1, "VQ-VAE step; eager, fused Adam"));
      peaks.forEach((threads, flops) -> rows.add(share(batch, mine, threads, flops)));
    }
    return rows;
  }

  private static void put(Map<Integer, List<Double>> numbers, int key, double number) {
    numbers.computeIfAbsent(key, k -> new ArrayList<>()).add(number);
  }

  private static double peak(Bench bench, int threads) throws IOException {
    JsonNode told = bench.programs().ours("peak", threads, bench.settings().seconds());
    double flops = told.path("flops").asDouble();
    bench.tell(
        String.format(
            Locale.ROOT, "  sgemm on %d threads: %s GFLOP/s", threads, Side.digits(flops / 1e9)));
    return flops;
  }

  /** The share of the sgemm peak in a step's products, against the peak of the same run. */
  private static Row share(int batch, Side ours, int threads, List<Double> peaks) {
    List<Double> shares = new ArrayList<>();
    for (int run = 0; run < peaks.size(); run++) {
      double seconds = ours.runs().get(run) / 1e3;
      shares.add(PERCENT * VqVaeSteps.flops(batch) / seconds / peaks.get(run));
    }
    Side peak = new Side("peak", "GFLOP/s", peaks.stream().map(f -> f / 1e9).toList());
    String what =
        String.format(Locale.ROOT, "batch %d, share of sgemm on %d thread", batch, threads);
    return Row.alone(
        "P3",
        threads == 1 ? what : what + "s",
        Side.ours("%", shares),
        threads == 1 ? Goal.atLeast(60) : Goal.NONE,
        "of " + peak.text() + ", a product of 1024 x 1024 x 1024");
  }
}
