package dev.parley.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** The page {@code docs/benchmarks.md}. */
final class Page {

  private Page() {}

  /**
   * The page.
   *
   * @param results what was measured, one a goal
   * @param ids of all goals there are
   */
  static String of(List<Result> results, List<String> ids) {
    List<Row> rows = results.stream().flatMap(r -> r.rows().stream()).toList();
    StringBuilder page = new StringBuilder(INTRODUCTION);
    page.append("\n| | what | ours | from–to | peer | from–to | ratio | goal | |\n");
    page.append("|---|---|---|---|---|---|---|---|---|\n");
    rows.forEach(row -> page.append(cells(row)).append('\n'));
    page.append("\n![Time of a step by batch size](benchmarks.png)\n\n");
    judge(page, rows, results, ids);
    page.append("\n## How\n\n");
    rows.forEach(
        r -> page.append(String.format(Locale.ROOT, "* %s %s: %s\n", r.id(), r.what(), r.note())));
    results.stream().filter(result -> !Remarks.has(result)).forEach(r -> details(page, r));
    page.append(Remarks.of(results));
    circumstances(page, results);
    return page.toString();
  }

  private static final String INTRODUCTION =
      """
      # Benchmarks

      Written by `./parley bench`; not by hand. `./parley bench P11 P12` measures these alone. Ours and the peer run in turn, each run in
      a process of its own; a number is the median of the runs, each of which is the median of its steps. A ratio is the peer's time
      over ours, or our rate over the peer's: above 1 Parley is faster. The peers are `benchmarks/peers/*.py`: the same nets, losses,
      data and optimiser in PyTorch, on the CPU, with its best number of threads. Before a step is timed, the peer plays 20 steps of
      Parley's again, from the same weights and with the same samples, and must come to the same losses, to 1e-4. Parley computes on
      one thread; a second takes halves of large kernels.
      """;

  private static String cells(Row row) {
    Side peer = row.peer();
    return String.format(
        Locale.ROOT,
        "| %s | %s | %s | %s | %s | %s | %s | %s | %s |",
        row.id(),
        row.what(),
        row.ours().text(),
        row.ours().spread(),
        peer == null ? "" : peer.text(),
        peer == null ? "" : peer.spread(),
        peer == null ? "" : Side.digits(row.ratio()),
        row.goal().text(),
        row.verdict());
  }

  private static void judge(
      StringBuilder page, List<Row> rows, List<Result> results, List<String> ids) {
    page.append("Worse than the peer: ")
        .append(names(rows.stream().filter(Row::slowerThanPeer).toList()))
        .append(".\n\nWorse than the goal: ")
        .append(names(rows.stream().filter(row -> !row.met()).toList()))
        .append(".\n");
    List<String> missing = new ArrayList<>(ids);
    results.forEach(result -> missing.remove(result.id()));
    if (!missing.isEmpty()) {
      page.append("\nNot measured: ").append(String.join(", ", missing)).append(".\n");
    }
  }

  private static String names(List<Row> rows) {
    return rows.isEmpty()
        ? "none"
        : String.join("; ", rows.stream().map(row -> row.id() + " " + row.what()).toList());
  }

  private static void details(StringBuilder page, Result result) {
    if (!result.details().isEmpty()) {
      page.append("\nWhere the time of ")
          .append(result.id())
          .append(" goes, measured phase by phase in processes of their own:\n\n");
      page.append("| phase | seconds |\n|---|---|\n");
      result
          .details()
          .forEach(
              (name, seconds) ->
                  page.append(String.format(Locale.ROOT, "| %s | %.3f |\n", name, seconds)));
    }
  }

  /** What holds for all results once; then the line of each, with what holds for it alone. */
  private static void circumstances(StringBuilder page, List<Result> results) {
    page.append("\n## Where and when\n\n");
    Map<String, Set<String>> values = new LinkedHashMap<>();
    for (Result result : results) {
      result
          .circumstances()
          .forEach((name, value) -> values.computeIfAbsent(name, n -> new TreeSet<>()).add(value));
    }
    values.forEach(
        (name, all) -> {
          if (all.size() == 1) {
            page.append("* ").append(name).append(": ").append(String.join("", all)).append('\n');
          }
        });
    for (Result result : results) {
      String line = String.join(", ", result.id(), result.when(), "`" + result.command() + "`");
      page.append("* ").append(line);
      result
          .circumstances()
          .forEach(
              (name, value) -> {
                if (values.getOrDefault(name, Set.of()).size() > 1) {
                  page.append("; ").append(name).append(": ").append(value);
                }
              });
      page.append('\n');
    }
  }
}
