package dev.parley.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BoxesTest {

  private static Boxes boxes() {
    return new Boxes("Title", "x");
  }

  private static double[] upTo(int last) {
    return IntStream.rangeClosed(0, last).asDoubleStream().toArray();
  }

  /** Lines of the box, not its pale ground. */
  private static boolean line(int pixel) {
    return (pixel & 0xFF) - (pixel >> 16) > 80;
  }

  /** Of 0 to 80 the quartiles are 20, 40 and 60; so many values are not drawn as points. */
  @Test
  void quartilesAreWhereTheyShouldBe() throws IOException {
    Pixels picture = Pixels.of(boxes().sample("a", upTo(80)));
    Pixels.Box all = picture.box(BoxesTest::line);
    int[] high =
        IntStream.range(0, picture.width())
            .filter(x -> picture.inColumn(x, BoxesTest::line) > 20)
            .toArray();
    double width = all.right() - all.left();
    for (double part : new double[] {0.25, 0.5, 0.75}) {
      double x = all.left() + part * width;
      assertTrue(
          Arrays.stream(high).anyMatch(column -> Math.abs(column - x) <= 1.5),
          part + " in " + Arrays.toString(high));
    }
    assertTrue(high.length <= 6, Arrays.toString(high));
  }

  /** The quartiles are 2 and 4: 7 is the last value within 1.5 boxes, 8 is an outlier. */
  @Test
  void whiskersEndAtValues() throws IOException {
    double[] inner = {2, 2, 2, 3, 4, 4, 4};
    double[] values = new double[77];
    Arrays.setAll(values, i -> inner[i % inner.length]);
    values[0] = 0;
    values[1] = 7;
    values[2] = 8;
    Pixels picture = Pixels.of(boxes().sample("a", values));
    Pixels.Box all = picture.box(BoxesTest::line);
    // From the whisker at 0 to the right edge of the point at 8.
    double unit = (all.right() - all.left() - 2.5) / 8;
    assertTrue(highest(picture, all.left() + 7 * unit) > 8, "end of the whisker");
    assertTrue(highest(picture, all.left() + 6 * unit) <= 2, "whisker");
    assertEquals(0, highest(picture, all.left() + 7.5 * unit), "nothing before the outlier");
  }

  private static int highest(Pixels picture, double x) {
    return IntStream.rangeClosed((int) x - 1, (int) x + 2)
        .map(column -> picture.inColumn(column, BoxesTest::line))
        .max()
        .orElseThrow();
  }

  /** With 61 equal values there is a line; with 60, their points lie around it. */
  @Test
  void everyValueOfASmallSampleIsAPoint() throws IOException {
    Pixels many = Pixels.of(boxes().sample("a", new double[61]));
    Pixels few = Pixels.of(boxes().sample("a", new double[60]));
    assertTrue(many.box(BoxesTest::line).width() <= 3);
    assertTrue(few.box(BoxesTest::line).width() >= 5);
  }

  @Test
  void samplesAreCopiedAndKeepTheirOrder() {
    double[] values = {3, 1, 2};
    Boxes boxes = boxes().sample("a", values);
    byte[] before = boxes.png();
    assertArrayEquals(new double[] {3, 1, 2}, values);
    values[0] = 99;
    assertArrayEquals(before, boxes.png());
  }

  @Test
  void rowsAreNamedWithTheirSizes() {
    Boxes boxes = boxes().sample("a", 1, 2).sample("b");
    assertEquals(List.of("a", "b"), boxes.names());
    assertEquals(List.of("n = 2", "n = 0"), boxes.notes());
  }

  @Test
  void manyRowsMakeAHigherPicture() throws IOException {
    Boxes boxes = boxes();
    for (int i = 0; i < 40; i++) {
      boxes.sample("sample " + i, i, i + 1);
    }
    assertEquals(110 + 40 * 24, Pixels.of(boxes).height());
  }

  @Test
  void wrongValues() {
    String message =
        assertThrows(IllegalArgumentException.class, () -> boxes().sample("a", 1, Double.NaN))
            .getMessage();
    assertEquals("a value of a must be a finite number, not NaN", message);
    String again =
        assertThrows(IllegalArgumentException.class, () -> boxes().sample("a", 1).sample("a", 2))
            .getMessage();
    assertEquals("the name \"a\" is there already", again);
  }

  @Test
  void howManyOfASampleHaveAValueIsNoted() {
    Boxes boxes = new Boxes("Title", "x").part("some", 5, 1, 2).part("none", 3).sample("all", 4);
    assertEquals(List.of("n = 2 of 5", "n = 0 of 3", "n = 1"), boxes.notes());
    assertThrows(IllegalArgumentException.class, () -> boxes.part("more", 1, 1, 2));
  }
}
