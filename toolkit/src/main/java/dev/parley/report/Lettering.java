package dev.parley.report;

import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.font.TextLayout;
import java.awt.geom.AffineTransform;

/** Text as outlines, measured the same way wherever it is drawn. */
final class Lettering {

  private static final FontRenderContext CONTEXT = new FontRenderContext(null, true, true);
  private static final String DOTS = "\u2026";

  /** From the middle of a line of digits or capitals down to its base, in sizes of the font. */
  private static final double HALF = 0.36;

  private Lettering() {}

  static double width(String text, Font font) {
    return text.isEmpty() ? 0 : new TextLayout(text, font, CONTEXT).getAdvance();
  }

  static double widest(Iterable<String> texts, Font font) {
    double widest = 0;
    for (String text : texts) {
      widest = Math.max(widest, width(text, font));
    }
    return widest;
  }

  /**
   * The text, or its two ends around dots if it is wider than {@code width}: ends tell it apart.
   */
  static String fit(String text, Font font, double width) {
    if (width(text, font) <= width) {
      return text;
    }
    int[] points = text.codePoints().toArray();
    for (int kept = points.length - 1; kept > 1; kept--) {
      int head = (kept + 1) / 2;
      int tail = kept - head;
      String shorter =
          new String(points, 0, head) + DOTS + new String(points, points.length - tail, tail);
      if (width(shorter, font) <= width) {
        return shorter;
      }
    }
    return DOTS;
  }

  /**
   * Draws text with its middle at height {@code y}.
   *
   * @param part how much of it is left of {@code x}: 0, 0.5 or 1
   */
  static void draw(Graphics2D g, String text, Font font, double x, double y, double part) {
    if (!text.isEmpty()) {
      AffineTransform place =
          AffineTransform.getTranslateInstance(
              x - part * width(text, font), y + HALF * font.getSize2D());
      g.fill(outline(text, font, place));
    }
  }

  /** Draws text turned by {@code radians} against the clock, its right end at that point. */
  static void slanted(Graphics2D g, String text, Font font, double x, double y, double radians) {
    if (!text.isEmpty()) {
      AffineTransform place = AffineTransform.getTranslateInstance(x, y);
      place.rotate(-radians);
      place.translate(-width(text, font), HALF * font.getSize2D());
      g.fill(outline(text, font, place));
    }
  }

  private static Shape outline(String text, Font font, AffineTransform place) {
    return new TextLayout(text, font, CONTEXT).getOutline(place);
  }
}
