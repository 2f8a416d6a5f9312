package dev.parley.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept and written of results. */
class PageTest {

  private static final List<Result> RESULTS =
      List.of(
          Example.of("P1", Example.MISSED),
          Example.of("P2", Example.SLOWER),
          Example.of("P7", Example.MET),
          Example.of("P8", Example.UNKNOWN),
          Example.of("P11", Example.FASTER),
          Example.of("P12"),
          Example.of("P13"));

  private final String page = Page.of(RESULTS, List.of("P1", "P2", "P3", "P7", "P8", "P10", "P11"));

  @TempDir private Path folder;

  @Test
  void everyRowIsInTheTable() {
    contains(
        "| P1 | reference | 0.21 ms | 0.20–0.25 | 3.76 ms | 3.70–3.80 | 17.9 | 20.0 | missed |");
    contains("| P2 | batch 32 | 2.00 ms |  | 1.00 ms |  | 0.50 | 3.00 | missed |");
    contains("| P7 | cold start | 3.10 s |  |  |  |  | at most 5.00 | met |");
    contains("| P8 | growth | NaN MB |  |  |  |  | at most 5.00 | missed |");
    contains(
        "| P11 | reference, batch 32 | 900,000 steps/s |  | 10,000 steps/s |  | 90.0 | 20.0 | met |");
  }

  @Test
  void whatIsWorseIsSaid() {
    contains("Worse than the peer: P2 batch 32.\n");
    contains("Worse than the goal: P1 reference; P2 batch 32; P8 growth.\n");
    contains("Not measured: P3, P10.\n");
  }

  @Test
  void circumstancesAndPhases() {
    contains("* processor: a slow one\n* P1, 2026-01-02, `./parley bench P1`\n");
    contains("| start of ND4J | 0.500 |\n");
    contains("* P1 reference: a note\n");
  }

  @Test
  void circumstancesThatDifferAreToldWithEachLine() {
    Result other =
        new Result("P8", "2026-01-03", "x", Map.of("processor", "fast"), List.of(), Map.of(), null);
    String both = Page.of(List.of(RESULTS.get(0), other), List.of());
    assertTrue(both.contains("`./parley bench P1`; processor: a slow one\n"), both);
    assertTrue(both.contains("* P8, 2026-01-03, `x`; processor: fast\n"), both);
  }

  @Test
  void nothingWorse() {
    String all = Page.of(List.of(Example.of("P7", Example.MET)), List.of("P7"));
    assertTrue(all.contains("Worse than the peer: none."), all);
    assertTrue(!all.contains("Not measured"), all);
    assertTrue(!all.contains("## P"), all);
  }

  @Test
  void resultsAreReadBack() throws IOException {
    Store store = new Store(folder.resolve("results"));
    for (Result result : RESULTS) {
      store.put(result);
    }
    assertEquals(RESULTS, store.get(List.of("P1", "P2", "P3", "P7", "P8", "P11", "P12", "P13")));
  }

  @Test
  void resultsOfBeforeThereWereCurves() throws IOException {
    Files.writeString(
        folder.resolve("P7.json"),
        "{\"id\":\"P7\",\"when\":\"\",\"command\":\"\",\"circumstances\":{},\"rows\":[],\"details\":{}}");
    assertEquals(1, new Store(folder).get(List.of("P7")).size());
  }

  @Test
  void whatWasLearnedIsInItsSection() {
    contains("## P11: steps of worlds\n");
    contains("| steps | 1,000 | 20,000 |\n|---|---|---|\n| the peer | -15.13 | -7.50 |\n");
    contains("| milliseconds of a round | worlds |\n|---|---|\n| Parley | 1.50 |\n");
    assertTrue(!page.contains("time of P12"), page);
  }

  @Test
  void laterResultReplacesAnEarlierOne() throws IOException {
    Store store = new Store(folder);
    store.put(Example.of("P7", Example.UNKNOWN));
    store.put(Example.of("P7", Example.MET));
    assertEquals(List.of(Example.of("P7", Example.MET)), store.get(List.of("P7")));
  }

  @Test
  void linesOfTheChart() {
    Map<String, Map<Integer, Double>> lines = Chart.lines(RESULTS);
    assertEquals(Set.of("AIM round, Parley", "AIM round, PyTorch"), lines.keySet());
    assertEquals(Map.of(1, 0.21, 32, 2.0), lines.get("AIM round, Parley"));
    assertEquals(Map.of(32, 1.0), lines.get("AIM round, PyTorch"));
  }

  @Test
  void linesOfTheChartOfWorlds() {
    assertEquals(
        Map.of("reference, Parley", Map.of(32, 900_000.0), "reference, mpe2", Map.of(32, 10_000.0)),
        Chart.rates(RESULTS));
  }

  @Test
  void chartsArePictures() {
    assertEquals('P', Chart.of(RESULTS).png()[1]);
    assertEquals('P', Chart.worlds(RESULTS).png()[1]);
  }

  private void contains(String line) {
    assertTrue(page.contains(line), page);
  }
}
