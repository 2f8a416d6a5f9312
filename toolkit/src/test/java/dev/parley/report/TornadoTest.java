package dev.parley.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class TornadoTest {

  private static final Color FIRST = Style.PALETTE[0];
  private static final Color SECOND = Style.PALETTE[1];

  private static Tornado tornado() {
    return new Tornado("Title", "x", 5);
  }

  @Test
  void barsGoFromTheBaseToTheResults() throws IOException {
    Pixels picture = Pixels.of(tornado().bar("size", "1", 2, "9", 11));
    Pixels.Box low = picture.box(FIRST);
    Pixels.Box high = picture.box(SECOND);
    assertTrue(low.right() < high.left(), low + " " + high);
    assertEquals(3 / 6.0, low.width() / (double) high.width(), 0.02);
    assertEquals(low.top(), high.top());
    int base = (low.right() + high.left()) / 2;
    assertTrue(picture.inColumn(base, pixel -> pixel != 0xFFFFFF) > 200, "line at the base");
  }

  @Test
  void aResultThatFallsGoesTheOtherWay() throws IOException {
    Pixels picture = Pixels.of(tornado().bar("size", "1", 8, "9", 3));
    assertTrue(picture.box(SECOND).right() < picture.box(FIRST).left());
  }

  @Test
  void longestBarIsUppermost() throws IOException {
    Tornado tornado =
        tornado()
            .bar("short", "a", 4.5, "b", 5)
            .bar("long", "a", 1, "b", 9)
            .bar("mid", "a", 3, "b", 6);
    assertEquals(List.of("long", "mid", "short"), tornado.names());
    Pixels picture = Pixels.of(tornado);
    int third = (picture.height() - 100) / 3;
    Pixels.Box upper = picture.box(pixel -> pixel == Pixels.rgb(FIRST), 40, 40 + third);
    Pixels.Box middle =
        picture.box(pixel -> pixel == Pixels.rgb(FIRST), 40 + third, 40 + 2 * third);
    assertEquals(2, upper.width() / (double) middle.width(), 0.05);
  }

  @Test
  void equalBarsStayInTheirOrder() {
    Tornado tornado = tornado().bar("b", "x", 4, "y", 6).bar("a", "x", 5, "y", 7);
    assertEquals(List.of("b", "a"), tornado.names());
  }

  /** Both results are above the base: neither half hides the other. */
  @Test
  void halvesOnOneSideShareTheRow() throws IOException {
    Pixels picture = Pixels.of(tornado().bar("size", "1", 6, "9", 8));
    Pixels.Box first = picture.box(FIRST);
    Pixels.Box second = picture.box(SECOND);
    assertTrue(first.bottom() <= second.top(), first + " " + second);
    assertEquals(first.left(), second.left(), 1);
    assertEquals(3, second.width() / (double) first.width(), 0.05);
  }

  @Test
  void wrongNumbers() {
    assertThrows(IllegalArgumentException.class, () -> new Tornado("Title", "x", Double.NaN));
    String message =
        assertThrows(
                IllegalArgumentException.class,
                () -> tornado().bar("size", "1", 2, "9", Double.POSITIVE_INFINITY))
            .getMessage();
    assertEquals("size at 9 must be a finite number, not Infinity", message);
    Tornado tornado = tornado().bar("size", "1", 2, "9", 3);
    assertThrows(IllegalArgumentException.class, () -> tornado.bar("size", "1", 2, "9", 3));
  }
}
