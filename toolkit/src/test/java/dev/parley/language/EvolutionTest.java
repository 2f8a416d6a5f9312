package dev.parley.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.report.Panels;
import dev.parley.report.Plot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.knowm.xchart.XYSeries;

final class EvolutionTest {

  private static Lexicon of(List<Use> a, List<Use> b) {
    return Lexicon.of(List.of(Uses.of("a", a), Uses.of("b", b)), Map.of(), 1);
  }

  private static List<Plot> plots(Lexicon lexicon) {
    return assertInstanceOf(Panels.class, lexicon.evolution()).plots();
  }

  /** The upper edge over the k-th window. */
  private static double top(Plot plot, String name, int k) {
    XYSeries series = plot.getSeries(name);
    return series.getYData()[2 * k];
  }

  /** Each message has its tenth of the 100 rounds, of which a window has two or three. */
  @Test
  void messagesRiseAndDie() {
    List<Use> uses = new ArrayList<>();
    for (int round = 1; round <= 100; round++) {
      uses.add(new Use(round, 0, "m" + (round - 1) / 10, "C", round > 50 ? 2 : 1));
    }
    Plot plot = plots(of(uses, List.of())).get(0);
    assertEquals(6, plot.getSeriesCollection().size());
    assertEquals(1, plots(of(uses, List.of())).size());
    assertEquals("Messages of agent a", plot.getTitle());
    XYSeries others = plot.getSeries("5 others");
    assertEquals(160, others.getXData().length);
    assertEquals(0, others.getXData()[0]);
    assertEquals(100, others.getXData()[79]);
    for (int k = 0; k < 40; k++) {
      assertEquals(1, top(plot, "5 others", k), 1e-12);
      assertEquals(k >= 20 ? 1 : 0, top(plot, "m9", k), 1e-12);
      assertEquals(k >= 20 && k < 24 ? 1 : 0, top(plot, "m5", k), 1e-12);
      assertEquals(k >= 20 && k < 28 ? 1 : 0, top(plot, "m6", k), 1e-12);
    }
  }

  @Test
  void roundsInWhichAnAgentIsSilentAreBlank() {
    List<Plot> plots =
        plots(
            of(
                List.of(new Use(1, 0, "1", "C", 3), new Use(1, 0, "2", "C", 1)),
                List.of(new Use(4, 0, "1", "C", 1))));
    Plot a = plots.get(0);
    assertEquals(0.75, top(a, "1", 0));
    assertEquals(1, top(a, "2", 0));
    assertEquals(0, top(a, "2", 1));
    assertEquals(0, top(a, "2", 3));
    assertEquals(0, top(plots.get(1), "1", 0));
    assertEquals(1, top(plots.get(1), "1", 3));
  }

  /** Every round is in exactly one window, whatever their number. */
  @Test
  void windowsHaveAllRounds() {
    for (int rounds = 1; rounds < 200; rounds++) {
      List<Use> uses = new ArrayList<>();
      for (int round = 1; round <= rounds; round++) {
        uses.add(new Use(1_000_000 + round, 0, round % 2 == 0 ? "x" : "y", "C", 1));
      }
      Plot plot = plots(of(uses, uses)).get(1);
      double[] edges = plot.getSeries("y").getXData();
      int windows = edges.length / 4;
      assertEquals(Math.min(40, rounds), windows);
      assertEquals(rounds, edges[2 * windows - 1] - edges[0]);
      for (int k = 0; k < windows; k++) {
        double low = edges[2 * k];
        double odd = Math.floor((edges[2 * k + 1] + 1) / 2) - Math.floor((low + 1) / 2);
        double share = odd / (edges[2 * k + 1] - low);
        // Of equally frequent messages, x lies below.
        double below = rounds % 2 == 0 ? top(plot, "x", k) : 0;
        assertEquals(share, top(plot, "y", k) - below, 1e-12, rounds + " rounds, window " + k);
      }
    }
  }

  @Test
  void longNamesAreCutAndStayApart() {
    String many = "1 ".repeat(20);
    Lexicon lexicon =
        of(
            List.of(
                new Use(1, 0, many + "2", "C", 3),
                new Use(1, 0, many + "3", "C", 2),
                new Use(1, 0, "7", "C", 1)),
            List.of());
    Plot plot = plots(lexicon.labelled("a", "7", "seven")).get(0);
    assertEquals(
        List.of("7: seven", "1 1 1 1 1 1 1 1 1 1 1... (1)", "1 1 1 1 1 1 1 1 1 1 1..."),
        plot.getSeriesCollection().stream().map(XYSeries::getName).toList());
    assertTrue(lexicon.evolution().svg().length > 0);
  }
}
