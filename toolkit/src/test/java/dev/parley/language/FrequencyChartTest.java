package dev.parley.language;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.analysis.PowerLaw;
import dev.parley.analysis.RankFrequency;
import dev.parley.analysis.Zipf;
import dev.parley.random.RandomStream;
import dev.parley.report.Plot;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

final class FrequencyChartTest {

  private static Plot chart(long[] counts) {
    RankFrequency frequencies = RankFrequency.of(counts);
    return FrequencyChart.of(
        "messages",
        frequencies,
        Zipf.ofObserved(counts),
        PowerLaw.of(counts, 200, new RandomStream(1)));
  }

  private static List<String> series(Plot plot) {
    return plot.getSeriesCollection().stream().map(series -> series.getName()).toList();
  }

  /** Counts proportional to 1 / rank: the tail is drawn, and ends at the highest count. */
  @Test
  void plausibleTailIsDrawn() {
    long[] counts = new long[1000];
    Arrays.setAll(counts, i -> Math.round(2000.0 / (i + 1)));
    Plot plot = chart(counts);
    assertEquals(3, plot.getSeriesCollection().size(), series(plot).toString());
    assertTrue(plot.getTitle().startsWith("Messages by rank: exponent 1.0"), plot.getTitle());
    assertTrue(plot.getStyler().isXAxisLogarithmic());
    assertTrue(plot.png().length > 1000);
  }

  @Test
  void withoutAPowerLawThereIsNoTail() {
    long[] counts = new long[300];
    Arrays.setAll(counts, i -> 1 + i % 60);
    Plot plot = chart(counts);
    assertEquals(List.of("messages", "Zipf's law over 300 types observed"), series(plot));
    assertEquals(100, plot.getStyler().getYAxisMax());
    assertEquals(1000, plot.getStyler().getXAxisMax());
  }

  @Test
  void oneTypeAndNone() {
    Plot one = chart(new long[] {9});
    assertEquals("Messages by rank: no exponent", one.getTitle());
    assertArrayEquals(new double[] {9}, one.getSeries("messages").getYData());
    assertEquals("Messages by rank: nothing was said", chart(new long[0]).getTitle());
    assertTrue(chart(new long[0]).png().length > 1000);
  }
}
