package dev.parley.report;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SharesTest {

  private static final Color INK = Style.PALETTE[0];

  private static Shares shares() {
    return new Shares("Title", "x");
  }

  private static Pixels.Box dot(double share) throws IOException {
    return Pixels.of(shares().share("a", share)).box(INK);
  }

  @Test
  void pointsAreWhereTheyShouldBe() throws IOException {
    double zero = dot(0).across();
    double one = dot(1).across();
    assertTrue(one - zero > 500, zero + " to " + one);
    assertEquals(zero + 0.3 * (one - zero), dot(0.3).across(), 1);
    assertEquals(8, dot(0.3).width(), 1.5);
  }

  @Test
  void whiskersEndAtTheInterval() throws IOException {
    Shares shares = shares().share("zero", 0, 0, 0).share("a", 0.6, 0.2, 0.7).share("one", 1, 1, 1);
    Pixels picture = Pixels.of(shares);
    double zero = middleRow(picture, 30, 170).across();
    double one = middleRow(picture, 310, 440).across();
    Pixels.Box whisker = middleRow(picture, 180, 300);
    assertEquals(zero + 0.2 * (one - zero), whisker.left(), 2);
    assertEquals(zero + 0.7 * (one - zero), whisker.right(), 2);
  }

  private static Pixels.Box middleRow(Pixels picture, int from, int to) {
    return picture.box(pixel -> (pixel & 0xFF) - (pixel >> 16) > 80, from, to);
  }

  /** A window paints a chart as large as it is itself. */
  @Test
  void aWindowDoesNotChangeWhatIsWritten() throws IOException {
    Shares shares = shares().share("a", 0.5);
    byte[] before = shares.png();
    assertEquals(640, Pixels.of(shares, 640, 400).width());
    assertArrayEquals(before, shares.png());
  }

  @Test
  void numbersStandBesideThePoints() {
    Shares shares = shares().share("a", 0.8, 0.555, 0.93).share("b", 1 / 3.0);
    assertEquals(List.of("0.80  [0.56, 0.93]", "0.33"), shares.notes());
  }

  @Test
  void wrongNumbers() {
    for (double wrong : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> shares().share("a", wrong));
      assertThrows(IllegalArgumentException.class, () -> shares().share("a", 0.5, wrong, 0.6));
      assertThrows(IllegalArgumentException.class, () -> shares().share("a", 0.5, 0.4, wrong));
    }
    String message =
        assertThrows(IllegalArgumentException.class, () -> shares().share("a", 0.5, 0.6, 0.7))
            .getMessage();
    assertEquals("a: 0.5 is not from 0.6 to 0.7", message);
    assertThrows(IllegalArgumentException.class, () -> shares().share("a", 0.5).share("a", 0.6));
  }
}
