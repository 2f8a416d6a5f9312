package dev.parley.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.XYStyler;

final class PlotTest {

  private static final double[] X = {1, 2, 4};
  private static final double[] Y = {0.5, 0.3, 0.2};

  private static Plot plot() {
    return new Plot("Title", "x", "y");
  }

  @Test
  void pngIsAnImageOfItsSizeWithTheSeriesInIt() throws IOException {
    BufferedImage image = decoded(plot().line("line", X, Y));
    assertEquals(800, image.getWidth());
    assertEquals(500, image.getHeight());
    assertTrue(pixelsOf(image, Style.PALETTE[0].getRGB()) > 500);
    assertEquals(0, pixelsOf(image, Style.PALETTE[1].getRGB()));
  }

  /** Labels of ticks that are nearer to each other touch. */
  @ParameterizedTest
  @ValueSource(ints = {25, 60, 133, 160, 399})
  void ticksOfALineWithEvenlySpacedPlacesAreFarApart(int rounds) throws IOException {
    double[] x = IntStream.rangeClosed(1, rounds).mapToDouble(i -> i).toArray();
    BufferedImage image = decoded(plot().line("line", x, x).across(0, rounds));
    int[] lines = IntStream.range(80, 780).filter(column -> isLine(image, column)).toArray();
    assertTrue(lines.length >= 5, lines.length + " lines");
    for (int i = 1; i < lines.length; i++) {
      int apart = lines[i] - lines[i - 1];
      assertTrue(apart == 1 || apart > 40, lines[i - 1] + " and " + lines[i]);
    }
  }

  /** Whether most of a column of the picture has one colour that is not white. */
  private static boolean isLine(BufferedImage image, int column) {
    int ground = 0xFFFFFFFF;
    long drawn =
        IntStream.range(60, 400).filter(row -> image.getRGB(column, row) != ground).count();
    return drawn > 250;
  }

  @Test
  void nothingIsSaidToBeNothing() throws IOException {
    int level = Style.LEVEL.getRGB();
    double[] nowhere = {Double.NaN};
    Plot plot = plot();
    assertTrue(
        pixelsOf(decoded(plot), level)
            > pixelsOf(decoded(plot.line("line", nowhere, nowhere)), level));
  }

  @Test
  void seriesHaveColoursOfTheirOwn() throws IOException {
    Plot plot = plot().line("one", X, Y).points("two", X, new double[] {0.1, 0.4, 0.1});
    assertEquals(2, plot.getSeriesCollection().size());
    assertArrayEquals(Y, plot.getSeries("one").getYData());
    assertArrayEquals(X, plot.getSeries("two").getXData());
    BufferedImage image = decoded(plot);
    assertTrue(pixelsOf(image, Style.PALETTE[0].getRGB()) > 500);
    assertTrue(pixelsOf(image, Style.PALETTE[1].getRGB()) > 50);
  }

  /** A faint line announces the line that is drawn next. */
  @Test
  void faintLineHasTheColourOfTheNextLine() {
    Plot plot = plot().faint("each", X, Y).line("mean", X, Y);
    XYSeries faint = plot.getSeries("each");
    XYSeries line = plot.getSeries("mean");
    assertEquals(0xFFFFFF & line.getLineColor().getRGB(), 0xFFFFFF & faint.getLineColor().getRGB());
    assertTrue(faint.getLineColor().getAlpha() < line.getLineColor().getAlpha());
  }

  @Test
  void moreSeriesThanColours() {
    Plot plot = plot();
    for (int i = 0; i < 7; i++) {
      plot.line("line " + i, X, Y);
    }
    assertEquals(Style.PALETTE[1], plot.getSeries("line 6").getLineColor());
    assertNotEquals(
        plot.getSeries("line 1").getLineStyle(), plot.getSeries("line 6").getLineStyle());
  }

  /** A legend in one line that is wider than the chart would lose names at both ends. */
  @Test
  void moreNamesThanFitBelow() {
    Plot plot = plot().line("short", X, Y);
    assertEquals(LegendPosition.OutsideS, plot.getStyler().getLegendPosition());
    String name = "codebook 100, seqLen 3, hidden 256, and something that is far too long";
    plot.line(name, X, Y).line("another name, codebook 20, seqLen 2, hidden 64", X, Y);
    assertEquals(LegendPosition.OutsideE, plot.getStyler().getLegendPosition());
    assertEquals("short", plot.getSeries("short").getLabel());
    assertTrue(plot.getSeries(name).getLabel().length() < name.length());
  }

  /** Grey ink above the right end of the line: the name is drawn, and moves with the value. */
  @Test
  void levelHasItsNameAboveItsRightEnd() throws IOException {
    BufferedImage named =
        decoded(plot().level("optimum 9.00", 9, 0, 10).across(0, 10).upright(0, 10));
    BufferedImage bare = decoded(plot().level(" ", 9, 0, 10).across(0, 10).upright(0, 10));
    int line = rowWithMost(bare, Style.LEVEL.getRGB());
    int[] ink = box(named, bare);
    assertTrue(ink[0] > 600 && ink[2] < 800, "columns " + ink[0] + " to " + ink[2]);
    assertTrue(ink[1] > line - 25 && ink[3] < line, "rows " + ink[1] + " to " + ink[3]);
    Plot plot = plot().level("optimum 9.00", 9, 0, 10);
    assertFalse(plot.getSeries("optimum 9.00").isShowInLegend());
    assertArrayEquals(new double[] {9, 9}, plot.getSeries("optimum 9.00").getYData());
  }

  @Test
  void showWithoutADisplayWritesAFileAndSaysWhere() throws IOException {
    Plot plot = plot().line("line", X, Y);
    String where = plot.show();
    String said = "no display: written to ";
    assertTrue(where.startsWith(said), where);
    Path file = Path.of(where.substring(said.length()));
    try {
      assertArrayEquals(plot.png(), Files.readAllBytes(file));
    } finally {
      Files.delete(file);
    }
  }

  @Test
  void axesEndWhereTheyAreTold() {
    XYStyler styler = plot().across(-1, 7).upright(2, 3.5).getStyler();
    assertEquals(-1, styler.getXAxisMin());
    assertEquals(7, styler.getXAxisMax());
    assertEquals(2, styler.getYAxisMin());
    assertEquals(3.5, styler.getYAxisMax());
  }

  @Test
  void promptShowsTheTitle() {
    assertEquals("chart \"Title\": show() shows it", plot().toString());
  }

  /** On logarithmic axes 1, 10, 100 are as far apart as they are on plain ones 0, 1, 2. */
  @Test
  void logarithmicAxes() throws IOException {
    double[] powers = {1, 10, 100};
    double[] exponents = {0, 1, 2};
    int[] logarithmic =
        box(decoded(plot().logarithmic().points("p", powers, powers)), Style.PALETTE[0].getRGB());
    int[] plain = box(decoded(plot().points("p", exponents, exponents)), Style.PALETTE[0].getRGB());
    int[] skewed = box(decoded(plot().points("p", powers, exponents)), Style.PALETTE[0].getRGB());
    assertEquals(plain[1], logarithmic[1], 12);
    assertEquals(plain[2], logarithmic[2], 12);
    assertTrue(skewed[2] > 700);
    assertTrue(plot().logarithmic().getStyler().isXAxisLogarithmic());
    assertTrue(plot().logarithmic().getStyler().isYAxisLogarithmic());
  }

  /** A tick of 0.000001 is not 0. */
  @Test
  void smallNumbersOnLogarithmicAxes() {
    String pattern = plot().logarithmic().getStyler().getDecimalPattern();
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    assertEquals("0.000001", new DecimalFormat(pattern, symbols).format(1e-6));
    assertEquals("1000", new DecimalFormat(pattern, symbols).format(1000));
  }

  static Stream<Plot> unusual() {
    double[] one = {1};
    double[] equal = {3, 3, 3};
    return Stream.of(
        plot(),
        plot().logarithmic(),
        plot().line("p", one, one),
        plot().points("p", one, one),
        plot().logarithmic().points("p", one, one),
        plot().points("p", one, one).across(0, 1),
        plot().line("p", X, equal),
        plot().line("p", X, equal).upright(3, 3),
        plot().logarithmic().points("p", X, new double[] {0.5, 0.5, 0.5}),
        plot().points("p", equal, equal),
        plot().level("level", 2, 0, 10),
        plot().line("p", X, new double[] {-1e15, 0, 1e15}),
        plot().line("p", new double[] {1, 2}, new double[] {Double.NaN, 1}));
  }

  @ParameterizedTest
  @MethodSource("unusual")
  void unusualDataAreDrawn(Plot plot) throws IOException {
    BufferedImage image = decoded(plot);
    assertEquals(800, image.getWidth());
    assertTrue(pixelsOf(image, 0xFFFFFFFF) < 800 * 500, "something is drawn");
  }

  @Test
  void pictureIsTheSameEverywhere() {
    byte[] usualPicture = plot().line("line", X, Y).png();
    assertArrayEquals(usualPicture, plot().line("line", X, Y).png());
    Locale usual = Locale.getDefault();
    try {
      for (String language : List.of("de-DE", "ar-EG-u-nu-arab")) {
        Locale.setDefault(Locale.forLanguageTag(language));
        assertArrayEquals(usualPicture, plot().line("line", X, Y).png(), language);
      }
    } finally {
      Locale.setDefault(usual);
    }
  }

  private static BufferedImage decoded(Plot plot) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(plot.png()));
  }

  private static int pixelsOf(BufferedImage image, int color) {
    int count = 0;
    for (int pixel : image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, 800)) {
      count += pixel == color ? 1 : 0;
    }
    return count;
  }

  private static int rowWithMost(BufferedImage image, int color) {
    int best = 0;
    int most = -1;
    for (int y = 0; y < image.getHeight(); y++) {
      int count = 0;
      for (int x = 0; x < image.getWidth(); x++) {
        count += image.getRGB(x, y) == color ? 1 : 0;
      }
      if (count > most) {
        most = count;
        best = y;
      }
    }
    return best;
  }

  /** Left, top, right, bottom of the pixels of a colour above the legend. */
  private static int[] box(BufferedImage image, int color) {
    BufferedImage other = new BufferedImage(800, 500, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < 440; y++) {
      for (int x = 0; x < 800; x++) {
        other.setRGB(x, y, image.getRGB(x, y) == color ? 1 : 0);
      }
    }
    return box(other, new BufferedImage(800, 500, BufferedImage.TYPE_INT_RGB));
  }

  /** Left, top, right, bottom of where two images differ. */
  private static int[] box(BufferedImage one, BufferedImage other) {
    int[] box = {Integer.MAX_VALUE, Integer.MAX_VALUE, -1, -1};
    for (int y = 0; y < one.getHeight(); y++) {
      for (int x = 0; x < one.getWidth(); x++) {
        if (one.getRGB(x, y) != other.getRGB(x, y)) {
          box[0] = Math.min(box[0], x);
          box[1] = Math.min(box[1], y);
          box[2] = Math.max(box[2], x);
          box[3] = Math.max(box[3], y);
        }
      }
    }
    assertNotEquals(-1, box[2], "nothing is drawn");
    return box;
  }

  /** Twelve classes: no two have colour and shape in common, and none is joined by a line. */
  @Test
  void classesAreToldApart() throws IOException {
    Plot plot = plot().scatter("none", new double[0], new double[0]);
    for (int i = 0; i < 12; i++) {
      plot.scatter("class " + i, new double[] {i, i + 1}, new double[] {i % 3, 2});
    }
    plot.marks("code", new double[] {4}, new double[] {1}).marks("unused", X, Y).unscaled();
    assertEquals(14, plot.getSeriesCollection().size());
    assertEquals(
        12,
        Stream.iterate(0, i -> i + 1)
            .limit(12)
            .map(i -> plot.getSeries("class " + i))
            .map(series -> series.getMarkerColor() + " " + series.getMarker())
            .distinct()
            .count());
    assertTrue(pixelsOf(decoded(plot), Style.CLASSES[1].getRGB()) > 20);
    assertTrue(plot().scatter("none", new double[0], new double[0]).png().length > 0);
  }
}
