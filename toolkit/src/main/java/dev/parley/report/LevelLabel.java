package dev.parley.report;

import java.awt.Color;
import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import org.knowm.xchart.internal.chartpart.Annotation;

/**
 * The name of a horizontal line, written above its right end on a ground that lets little through.
 */
final class LevelLabel extends Annotation {

  private static final Color GROUND = new Color(255, 255, 255, 215);
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
    g.setColor(GROUND);
    g.fill(bounds);
    g.setColor(Style.LEVEL);
    g.drawString(text, left, base);
  }
}
