package dev.parley.train;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.env.Anchors;
import dev.parley.report.Plot;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.knowm.xchart.XYSeries;

final class RunChartsTest {

  private static List<String> series(Plot plot) {
    return plot.getSeriesCollection().stream().map(XYSeries::getName).toList();
  }

  @Test
  void rewardCurveHasItsAnchors() {
    Plot needed = Runs.of(Fake.plan(), Runs.NEEDED, 5, 6, 10).rewardCurve();
    assertEquals(
        List.of(
            "optimum 10.00",
            "best without communication 7.00",
            "uniform play 4.50",
            "each round",
            "mean of 20 rounds"),
        series(needed));
    assertArrayEquals(new double[] {1, 2, 3}, needed.getSeries("each round").getXData());
    assertArrayEquals(new double[] {5, 6, 10}, needed.getSeries("each round").getYData());
    assertArrayEquals(
        new double[] {5, 5.5, 7}, needed.getSeries("mean of 20 rounds").getYData(), 1e-12);
    assertArrayEquals(new double[] {10, 10}, needed.getSeries("optimum 10.00").getYData());
    assertArrayEquals(new double[] {0, 3}, needed.getSeries("optimum 10.00").getXData());
    Plot idle = Runs.of(Fake.plan().batch(1), Runs.NOT_NEEDED, 5, 6).rewardCurve();
    assertEquals(
        List.of("optimum 9.00", "uniform play 4.00", "each round", "mean of 100 rounds"),
        series(idle));
  }

  /** A chart of a hundred thousand rounds takes no longer than one of a thousand. */
  @Test
  void manyRoundsAreDrawnByTheirExtremes() {
    double[] rewards = new double[2_001];
    Arrays.setAll(rewards, i -> i % 6);
    Plot plot = Runs.of(Fake.plan(), Runs.NEEDED, rewards).rewardCurve();
    XYSeries drawn = plot.getSeries("lowest and highest of 6 rounds");
    assertEquals(2 * 334, drawn.getXData().length);
    assertArrayEquals(new double[] {6, 6, 12, 12}, Arrays.copyOf(drawn.getXData(), 4));
    assertArrayEquals(new double[] {0, 5, 0, 5}, Arrays.copyOf(drawn.getYData(), 4));
    assertEquals(2_001, drawn.getXData()[2 * 334 - 1]);
    XYSeries mean = plot.getSeries("mean of 20 rounds");
    assertEquals(334, mean.getXData().length);
    assertEquals(2.5, mean.getYData()[0]);
  }

  /** The axis holds the anchors and every reward, also those outside of the anchors. */
  @Test
  void nothingIsOutsideOfTheAxes() {
    Plot plot = Runs.of(Fake.plan(), Runs.NOT_NEEDED, -3, 12).rewardCurve();
    assertTrue(plot.getStyler().getYAxisMin() < -3);
    assertTrue(plot.getStyler().getYAxisMax() > 12);
    Plot inside = Runs.of(Fake.plan(), Runs.NOT_NEEDED, 5, 6).rewardCurve();
    assertTrue(inside.getStyler().getYAxisMin() < 4);
    assertTrue(inside.getStyler().getYAxisMax() > 9);
  }

  /** a says 1 once or twice and 2 once or twice; b says nothing but 3. */
  @Test
  void symbolsByRank() {
    Plot plot = Runs.of(Fake.plan(), Runs.NEEDED, 5).symbolChart();
    assertEquals(List.of("agent a", "agent b"), series(plot));
    assertArrayEquals(new double[] {1, 2}, plot.getSeries("agent a").getXData());
    assertArrayEquals(new double[] {0.5, 0.5}, plot.getSeries("agent a").getYData());
    assertArrayEquals(new double[] {1}, plot.getSeries("agent b").getYData());
    assertTrue(plot.getStyler().isXAxisLogarithmic());
    assertEquals("Symbols by rank: last 3 episodes", plot.getTitle());
    assertEquals(0.1, plot.getStyler().getYAxisMin());
    assertEquals(1, plot.getStyler().getYAxisMax());
  }

  @Test
  void codesByRank() {
    Plot plot = Runs.of(Fake.plan(), Runs.NEEDED, 5).codebookChart();
    assertEquals(List.of("codes of a and b, 2 of 3 used"), series(plot));
    assertArrayEquals(
        new double[] {1, 2}, plot.getSeries("codes of a and b, 2 of 3 used").getXData());
    assertArrayEquals(
        new double[] {2 / 3.0, 1 / 3.0},
        plot.getSeries("codes of a and b, 2 of 3 used").getYData(),
        1e-15);
    assertEquals("Codes by rank", plot.getTitle());
    assertEquals(3, plot.getStyler().getXAxisMax());
  }

  static Stream<Run> unusual() {
    Fake mute = Fake.plan().rounds(1);
    mute.script().speaks = false;
    mute.script().codeUse = Map.of();
    return Stream.of(
        Runs.of(Fake.plan(), Runs.NEEDED),
        Runs.of(Fake.plan(), Runs.NEEDED, 5),
        Runs.of(Fake.plan(), Runs.NEEDED, 5, 5, 5),
        Runs.of(Fake.plan(), new Anchors(5, 5, 5, 5), 5, 5),
        mute.run(Listener.silent()));
  }

  @ParameterizedTest
  @MethodSource("unusual")
  void unusualRunsAreDrawn(Run run) {
    assertTrue(run.rewardCurve().png().length > 1000);
    assertTrue(run.symbolChart().png().length > 1000);
    assertTrue(run.codebookChart().png().length > 1000);
  }
}
