package dev.parley.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

final class EstimatesTest {

  private static final Color INK = Style.PALETTE[0];

  private static Estimates estimates() {
    return new Estimates("Title", "x");
  }

  /** Levels at both ends fix the axis, so that dots can be compared. */
  @Test
  void pointsAreWhereTheyShouldBe() throws IOException {
    double low = dot(10);
    double high = dot(30);
    assertTrue(high - low > 200, low + " to " + high);
    assertEquals((low + high) / 2, dot(20), 1);
  }

  private static double dot(double value) throws IOException {
    return Pixels.of(estimates().level("", 0).level("", 40).estimate("a", value)).box(INK).across();
  }

  @Test
  void numbersStandBesideThePoints() {
    Estimates chart = estimates().estimate("a", 3.04159, 2.85, 3.22).estimate("b", -0.5);
    assertEquals(List.of("3.04  [2.85, 3.22]", "-0.50"), chart.notes());
  }

  @Test
  void wrongNumbers() {
    double[] notFinite = {Double.NaN, Double.POSITIVE_INFINITY};
    for (double wrong : notFinite) {
      assertThrows(IllegalArgumentException.class, () -> estimates().estimate("a", wrong));
      assertThrows(IllegalArgumentException.class, () -> estimates().estimate("a", 1, wrong, 2));
      assertThrows(IllegalArgumentException.class, () -> estimates().level("a", wrong));
    }
    assertThrows(IllegalArgumentException.class, () -> estimates().estimate("a", 1, 2, 3));
    Estimates named = estimates().estimate("a", 1);
    assertThrows(IllegalArgumentException.class, () -> named.estimate("a", 1));
  }
}
