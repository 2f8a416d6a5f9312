package dev.parley.bench;

import dev.parley.report.Plot;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The charts of the page {@code docs/benchmarks.md}. */
final class Chart {

  private Chart() {}

  /** The chart {@code docs/benchmarks.png}: times of steps by batch size. */
  static Plot of(List<Result> results) {
    Plot plot = new Plot("Time of a training step", "batch", "milliseconds").logarithmic();
    lines(results)
        .forEach(
            (name, times) -> {
              double[] batches =
                  times.keySet().stream().mapToDouble(Integer::doubleValue).toArray();
              double[] ms = times.values().stream().mapToDouble(Double::doubleValue).toArray();
              plot.points(name, batches, ms);
            });
    return plot;
  }

  /** The chart {@code docs/benchmarks-worlds.png}: steps of worlds in a second by batch size. */
  static Plot worlds(List<Result> results) {
    Plot plot = new Plot("Steps of a world in a second", "batch", "steps").logarithmic();
    rates(results)
        .forEach(
            (name, rates) ->
                plot.points(
                    name,
                    rates.keySet().stream().mapToDouble(Integer::doubleValue).toArray(),
                    rates.values().stream().mapToDouble(Double::doubleValue).toArray()));
    return plot;
  }

  /** Steps a second by batch size, by the name of the line. */
  static Map<String, Map<Integer, Double>> rates(List<Result> results) {
    Map<String, Map<Integer, Double>> lines = new TreeMap<>();
    for (Result result : results) {
      for (Row row : result.rows()) {
        Side peer = row.peer();
        if (row.id().equals("P11") && peer != null) {
          int comma = row.what().indexOf(',');
          String game = row.what().substring(0, comma);
          int batch = Integer.parseInt(row.what().substring(comma).replaceAll("[^0-9]", ""));
          put(lines, game + ", Parley", batch, row.ours().median());
          put(lines, game + ", mpe2", batch, peer.median());
        }
      }
    }
    return lines;
  }

  /** Milliseconds by batch size, by the name of the line. */
  static Map<String, Map<Integer, Double>> lines(List<Result> results) {
    Map<String, Map<Integer, Double>> lines = new TreeMap<>();
    for (Result result : results) {
      for (Row row : result.rows()) {
        take(lines, row);
      }
    }
    return lines;
  }

  /** Names of the lines, and their points: what has a peer and a batch size. */
  private static void take(Map<String, Map<Integer, Double>> series, Row row) {
    Side peer = row.peer();
    List<String> steps = List.of("P1", "P2", "P3");
    if (peer == null || !steps.contains(row.id())) {
      return;
    }
    String net = row.id().equals("P3") ? "VQ-VAE step" : "AIM round";
    int batch = row.id().equals("P1") ? 1 : Integer.parseInt(row.what().replaceAll("[^0-9]", ""));
    put(series, net + ", Parley", batch, row.ours().median());
    if (!row.what().equals("reference")) {
      put(series, net + ", PyTorch", batch, peer.median());
    }
  }

  private static void put(
      Map<String, Map<Integer, Double>> series, String name, int batch, double time) {
    series.computeIfAbsent(name, n -> new TreeMap<>()).put(batch, time);
  }
}
