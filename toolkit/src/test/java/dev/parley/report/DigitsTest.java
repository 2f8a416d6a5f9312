package dev.parley.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Numbers as text, and text in a given width. */
final class DigitsTest {

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "1, 1",
    "0.5, 0.5",
    "7.9123, 7.91",
    "12345.6, 12346",
    "100, 100",
    "0.0001234, 0.000123",
    "0.00001234, 1.23e-5",
    "-12345678, -1.23e7",
    "1e300, 1e300",
    "9.999, 10",
    "NaN, NaN",
    "-Infinity, -Infinity"
  })
  void ofItsOwn(double value, String text) {
    assertEquals(text, Digits.text(value));
  }

  @Test
  void withDecimals() {
    assertEquals("0.50", Digits.text(0.5, 2));
    assertEquals("-3", Digits.text(-2.5001, 0));
    assertEquals("0.0", Digits.text(-0.04, 1));
    assertEquals("1e9", Digits.shown(1e9, -1));
  }

  @Test
  void shared() {
    assertEquals(0, Digits.decimals());
    assertEquals(0, Digits.decimals(0, Double.NaN));
    assertEquals(0, Digits.decimals(1, 2, 1000));
    assertEquals(1, Digits.decimals(0.5, 1));
    assertEquals(2, Digits.decimals(1.23456, 0.1));
    assertEquals(3, Digits.decimals(0.123456));
    assertEquals(0, Digits.decimals(1234.5));
    assertEquals(-1, Digits.decimals(1e9, 1.5));
    assertEquals(-1, Digits.decimals(1.234e-9));
    assertTrue(Digits.vanishes(2, 1, 0.001));
    assertFalse(Digits.vanishes(2, 1, 0, 0.01));
  }

  @Test
  void textThatIsTooWideKeepsItsEnds() {
    Font font = Style.FONT;
    String text = "sender.learningRate=0.001";
    assertEquals(text, Lettering.fit(text, font, 1000));
    String fitted = Lettering.fit(text, font, 100);
    assertTrue(Lettering.width(fitted, font) <= 100);
    assertTrue(Lettering.width(fitted, font) > 80, fitted);
    assertTrue(fitted.startsWith("sende") && fitted.endsWith(".001"), fitted);
    assertEquals("\u2026", Lettering.fit(text, font, 1));
    assertEquals("", Lettering.fit("", font, 0));
  }
}
