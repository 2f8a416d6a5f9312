package dev.parley.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class HeatMapTest {

  /** Points in the four cells of a map of two rows and two columns, beside the text in them. */
  private static final int LEFT = 200;

  private static final int RIGHT = 550;
  private static final int TOP = 80;
  private static final int BOTTOM = 300;

  private static HeatMap map(double[]... values) {
    return new HeatMap("Title", "x", "y", List.of("a", "b"), List.of("c", "d"), values);
  }

  private static HeatMap map() {
    return map(new double[] {0, 10}, new double[] {5, Double.NaN});
  }

  private static int color(double part) {
    return Pixels.rgb(Viridis.at(part));
  }

  @Test
  void cellsAreWhereTheyShouldBe() throws IOException {
    Pixels picture = Pixels.of(map().between(0, 20));
    assertEquals(color(0), picture.at(LEFT, TOP));
    assertEquals(color(0.5), picture.at(RIGHT, TOP));
    assertEquals(color(0.25), picture.at(LEFT, BOTTOM));
    assertEquals(0xFFFFFF, picture.at(RIGHT, BOTTOM));
  }

  @Test
  void scaleIsThatOfTheValuesUnlessItIsGiven() throws IOException {
    Pixels own = Pixels.of(map());
    assertEquals(color(0), own.at(LEFT, TOP));
    assertEquals(color(1), own.at(RIGHT, TOP));
    Pixels given = Pixels.of(map().between(-10, 5));
    assertEquals(color(2 / 3.0), given.at(LEFT, TOP));
    assertEquals(color(1), given.at(RIGHT, TOP));
  }

  /** White on the dark cell and black on the bright one, in the middle of each. */
  @Test
  void valuesStandInTheMiddleOfTheirCells() throws IOException {
    Pixels picture = Pixels.of(map());
    Pixels.Box dark = picture.box(pixel -> pixel == color(0), TOP, 150);
    Pixels.Box bright = picture.box(pixel -> pixel == color(1), 150, 200);
    int first = dark.left() + 167;
    int second = first + 333;
    assertEquals(first, ink(picture, color(0), first).across(), 1.5);
    assertEquals(second, ink(picture, color(1), second).across(), 1.5);
    assertEquals(bright.right() + 1, second + 167, 1.5);
    assertEquals(142, ink(picture, color(0), first).down(), 2);
    assertTrue(lightest(picture, first) > 0xC0, "white ink");
    assertTrue(darkest(picture, second) < 0x40, "black ink");
  }

  /** What is not the ground of a cell, around its middle. */
  private static Pixels.Box ink(Pixels picture, int ground, int x) {
    int left = Integer.MAX_VALUE;
    int top = Integer.MAX_VALUE;
    int right = -1;
    int bottom = -1;
    for (int i = x - 100; i < x + 100; i++) {
      for (int y = TOP; y < TOP + 130; y++) {
        if (picture.at(i, y) != ground) {
          left = Math.min(left, i);
          top = Math.min(top, y);
          right = Math.max(right, i);
          bottom = Math.max(bottom, y);
        }
      }
    }
    return new Pixels.Box(left, top, right, bottom);
  }

  private static int lightest(Pixels picture, int x) {
    return reds(picture, x).max().orElseThrow();
  }

  private static int darkest(Pixels picture, int x) {
    return reds(picture, x).min().orElseThrow();
  }

  private static IntStream reds(Pixels picture, int x) {
    return IntStream.range(x - 20, x + 20)
        .flatMap(i -> IntStream.range(TOP, TOP + 130).map(y -> picture.at(i, y) >> 16));
  }

  @Test
  void valuesAreCopied() {
    double[][] values = {{1, 2}, {3, 4}};
    HeatMap map = map(values);
    byte[] before = map.png();
    values[0][0] = 9;
    values[1] = new double[0];
    assertTrue(Arrays.equals(before, map.png()));
  }

  @Test
  void wrongSizes() {
    String rows =
        assertThrows(IllegalArgumentException.class, () -> map(new double[] {1, 2})).getMessage();
    assertEquals("2 names of rows, but 1 rows of values", rows);
    String columns =
        assertThrows(
                IllegalArgumentException.class,
                () -> map(new double[] {1, 2}, new double[] {1, 2, 3}))
            .getMessage();
    assertEquals("2 names of columns, but row 1 has 3", columns);
  }

  @Test
  void wrongNumbers() {
    double[] infinite = {Double.POSITIVE_INFINITY, 0};
    assertThrows(IllegalArgumentException.class, () -> map(infinite, infinite));
    assertThrows(IllegalArgumentException.class, () -> map().between(1, 1));
    assertThrows(IllegalArgumentException.class, () -> map().between(Double.NaN, 1));
  }

  @Test
  void noValueAtAll() throws IOException {
    double[] unknown = {Double.NaN, Double.NaN};
    Pixels picture = Pixels.of(map(unknown, unknown));
    assertEquals(0, picture.count(Viridis.at(0)));
    assertEquals(0xFFFFFF, picture.at(LEFT, TOP));
    long inTheMiddle =
        IntStream.range(300, 500)
            .filter(x -> IntStream.range(230, 260).anyMatch(y -> picture.at(x, y) != 0xFFFFFF))
            .count();
    assertTrue(inTheMiddle > 20, inTheMiddle + " columns of \"no data\"");
  }

  @ParameterizedTest
  @CsvSource({"0, 0x440154", "0.125, 0x472D7B", "0.5, 0x21908C", "1, 0xFDE725", "-3, 0x440154"})
  void coloursAreThosePublished(double part, String color) {
    assertEquals(Integer.decode(color), color(part));
  }

  /**
   * Steps of lightness (CIE 1976 L*) that are about even, and always a readable ink (WCAG 2.1:
   * 4.5).
   */
  @Test
  void lightnessGrowsAndTextCanBeRead() {
    double before = lightness(Viridis.at(0));
    double whole = lightness(Viridis.at(1)) - before;
    for (int i = 1; i <= 16; i++) {
      Color color = Viridis.at(i / 16.0);
      double step = lightness(color) - before;
      assertEquals(whole / 16, step, 0.4 * whole / 16, "step " + i);
      before += step;
      double ground = Viridis.luminance(color) + 0.05;
      double ink = Viridis.luminance(Viridis.inkOn(color)) + 0.05;
      assertTrue(Math.max(ground, ink) / Math.min(ground, ink) >= 4.5, "ink at " + i);
    }
  }

  private static double lightness(Color color) {
    return 116 * Math.cbrt(Viridis.luminance(color)) - 16;
  }
}
