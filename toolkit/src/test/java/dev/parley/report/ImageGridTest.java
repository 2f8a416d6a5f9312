package dev.parley.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ImageGridTest {

  private static final float[] CHECKS = {0, 1, 0.5f, 2};

  private static ImageGrid grid() {
    return new ImageGrid("Title", 2, 2);
  }

  /** The edges of letters are grey too. */
  private static ImageGrid wordless() {
    return new ImageGrid("", 2, 2);
  }

  /** Two by two pixels, each a square of 28: nothing between black, white and the grey. */
  @Test
  void pixelsAreSquares() throws IOException {
    float[] red = {0.2f, 0.2f, 0.2f, 0.2f};
    Pixels shown = Pixels.of(wordless().row("", List.of(red), List.of()));
    assertEquals(56 * 56, shown.count(new Color(51, 51, 51)));
    Pixels checks = Pixels.of(wordless().row("", List.of(CHECKS), List.of()));
    assertEquals(28 * 28, checks.count(new Color(128, 128, 128)));
    Pixels.Box grey = checks.box(new Color(128, 128, 128));
    assertEquals(28, grey.width());
  }

  @Test
  void gridGrowsWithItsImages() throws IOException {
    ImageGrid grid = grid().columns(List.of("one", "two"));
    for (int i = 0; i < 4; i++) {
      grid.row("row " + i, Collections.nCopies(12, CHECKS), Collections.nCopies(12, "caption"));
    }
    Pixels shown = Pixels.of(grid);
    assertTrue(shown.width() > 12 * 56);
    assertTrue(shown.height() > 4 * 70);
    Pixels.Box ink = shown.ink();
    assertTrue(ink.left() > 2 && ink.top() > 2);
    assertTrue(ink.right() < shown.width() - 2 && ink.bottom() < shown.height() - 2);
  }

  @Test
  void titleWidensTheGridUpToALimit() throws IOException {
    String title = "Reconstructions; mean squared error of 80 images: a and b 0.1127";
    Pixels shown = Pixels.of(new ImageGrid(title, 2, 2));
    assertTrue(shown.width() > 450 && shown.width() < 800);
    assertTrue(shown.ink().left() > 2 && shown.ink().right() < shown.width() - 2);
    assertEquals(800, Pixels.of(new ImageGrid(title.repeat(5), 2, 2)).width());
  }

  /** Of one row of pixels: a strip. */
  @Test
  void signals() throws IOException {
    ImageGrid grid = new ImageGrid("", 4, 1);
    grid.row("", List.of(new float[] {0.2f, 0.2f, 0.2f, 0.2f}), List.of());
    assertEquals(56 * 14, Pixels.of(grid).count(new Color(51, 51, 51)));
  }

  @Test
  void blankPlace() throws IOException {
    float[] dark = {0.2f, 0.2f, 0.2f, 0.2f};
    ImageGrid grid = wordless().row("", List.of(new float[0], dark), List.of());
    assertEquals(56 * 56, Pixels.of(grid).count(new Color(51, 51, 51)));
  }

  @Test
  void svgHasEachImageAsAPng() {
    ImageGrid grid = grid().row("a < b", List.of(CHECKS, CHECKS, new float[0]), List.of());
    String svg = new String(grid.svg(), StandardCharsets.UTF_8);
    assertEquals(2, svg.lines().filter(line -> line.contains("<image ")).count());
    assertTrue(svg.contains("data:image/png;base64,"));
    assertTrue(svg.strip().endsWith(">"));
    assertFalse(svg.contains("<text"));
    assertArrayEquals(grid.svg(), grid.svg());
    assertArrayEquals(grid.png(), grid.png());
  }

  @Test
  void withoutImages() throws IOException {
    assertTrue(Pixels.of(grid()).ink().width() > 20);
    assertTrue(grid().row("", List.of(), List.of()).svg().length > 0);
    assertEquals("chart \"Title\": show() shows it", grid().toString());
  }

  @Test
  void wrongArguments() {
    assertEquals(
        "image: got 3 pixels, allowed: 4",
        assertThrows(
                IllegalArgumentException.class,
                () -> grid().row("", List.of(new float[3]), List.of()))
            .getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> grid().row("", List.of(CHECKS), List.of("one", "two")));
    assertThrows(IllegalArgumentException.class, () -> new ImageGrid("Title", 0, 2));
  }
}
