package dev.parley.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.Shape;
import java.awt.geom.Rectangle2D;
import org.knowm.xchart.internal.chartpart.Annotation;

/**
 * The name of a horizontal line, written above its right end with a rim of the ground around each
 * letter: it can be read over a curve, and the curve between the letters.
 */
final class LevelLabel extends Annotation {

  private static final BasicStroke RIM =
      new BasicStroke(3f, BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND);
  private static final int GAP = 3;

  private final String text;
  private final double value;

  LevelLabel(String text, double value) {
    super(false);
    this.text = text;
    this.value = value;
  }

  @Override
  public void paint(Graphics2D g) {
    g.setFont(styler.getAnnotationTextFont());
    FontMetrics metrics = g.getFontMetrics();
    int width = metrics.stringWidth(text);
    int left = getXAxisScreenValueForMax() - width - GAP;
    int base = getYAxisScreenValue(value) - GAP - metrics.getDescent();
    bounds =
        new Rectangle2D.Double(
            left - GAP, base - metrics.getAscent(), width + 2.0 * GAP, metrics.getHeight());
    write(g, text, left, base);
  }

  /** Letters with their rim. */
  static void write(Graphics2D g, String text, int left, int base) {
    Shape letters =
        g.getFont().createGlyphVector(g.getFontRenderContext(), text).getOutline(left, base);
    g.setColor(Color.WHITE);
    g.setStroke(RIM);
    g.draw(letters);
    g.setColor(Style.LEVEL);
    g.fill(letters);
  }
}
