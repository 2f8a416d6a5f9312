package dev.parley.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

final class PanelsTest {

  private static final double[] EDGES = {0, 10, 20};

  private static Plot stack(String first, double low, double high) {
    double[][] values = {{low, high}, {1 - low, 1 - high}};
    return new Plot("Title of " + first, "round", "share")
        .stacked(List.of(first, "others"), EDGES, values, 1)
        .across(0, 20)
        .upright(0, 1)
        .height(300);
  }

  private static BufferedImage decoded(Chart chart) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(chart.png()));
  }

  /** Columns of pixels in which there is that colour, within some rows. */
  private static int[] across(BufferedImage image, Color color, int top, int bottom) {
    int first = image.getWidth();
    int last = -1;
    for (int y = top; y < bottom; y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        if (image.getRGB(x, y) == color.getRGB()) {
          first = Math.min(first, x);
          last = Math.max(last, x);
        }
      }
    }
    return new int[] {first, last};
  }

  /** The steps end at one place, although one legend is much wider. */
  @Test
  void oneBelowTheOtherAndInLine() throws IOException {
    Panels panels =
        new Panels("Both", List.of(stack("x", 0.25, 0.75), stack("a much longer name", 1, 1)));
    BufferedImage image = decoded(panels);
    assertEquals(800, image.getWidth());
    assertEquals(600, image.getHeight());
    // Rows that the lower half of each axis crosses; the legend stands higher.
    int[] upper = across(image, Style.PALETTE[0], 215, 230);
    int[] lower = across(image, Style.PALETTE[0], 515, 530);
    assertTrue(upper[1] - upper[0] > 300, () -> upper[0] + " to " + upper[1]);
    assertEquals(upper[0], lower[0], 2);
    assertEquals(upper[1], lower[1], 2);
    assertEquals("chart \"Both\": show() shows it", panels.toString());
    assertEquals(2, panels.plots().size());
    assertArrayEquals(panels.png(), panels.png());
    String svg = new String(panels.svg(), StandardCharsets.UTF_8);
    assertTrue(svg.contains("viewBox=\"0 0 800 600\""));
  }

  /** A quarter of the height, then three quarters. */
  @Test
  void stepsAreAsHighAsTheirValues() throws IOException {
    BufferedImage image = decoded(new Panels("One", List.of(stack("x", 0.25, 0.75))));
    int[] ends = across(image, Style.REST, 50, 60);
    int x = ends[0] + 40;
    assertTrue(ends[1] > x);
    int blueLow = count(image, x, Style.PALETTE[0]);
    int greyLow = count(image, x, Style.REST);
    assertEquals(0.25, (double) blueLow / (blueLow + greyLow), 0.02);
    int[] blue = across(image, Style.PALETTE[0], 215, 230);
    int blueHigh = count(image, blue[1] - 20, Style.PALETTE[0]);
    int greyHigh = count(image, blue[1] - 20, Style.REST);
    assertEquals(0.75, (double) blueHigh / (blueHigh + greyHigh), 0.02);
  }

  private static int count(BufferedImage image, int x, Color color) {
    int count = 0;
    for (int y = 0; y < image.getHeight(); y++) {
      count += image.getRGB(x, y) == color.getRGB() ? 1 : 0;
    }
    return count;
  }

  @Test
  void whatDoesNotFit() {
    Plot plot = new Plot("t", "x", "y");
    List<String> names = List.of("a", "b");
    double[][] good = {{1, 0}, {0, 1}};
    assertThrows(IllegalArgumentException.class, () -> new Panels("t", List.of()));
    assertThrows(IllegalArgumentException.class, () -> plot.stacked(List.of("a"), EDGES, good, 1));
    assertThrows(
        IllegalArgumentException.class, () -> plot.stacked(names, new double[] {1, 2}, good, 1));
    assertThrows(
        IllegalArgumentException.class,
        () -> plot.stacked(names, new double[0], new double[2][0], 1));
    for (double bad : new double[] {-1, Double.NaN, Double.POSITIVE_INFINITY}) {
      double[][] values = {{1, 0}, {bad, 1}};
      assertThrows(IllegalArgumentException.class, () -> plot.stacked(names, EDGES, values, 1));
    }
  }
}
