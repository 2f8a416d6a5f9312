package dev.parley.report;

import java.awt.FontMetrics;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import org.knowm.xchart.internal.chartpart.Annotation;

/** Lines of text in the upper right corner of what is drawn, with a rim as {@link LevelLabel}'s. */
final class Notes extends Annotation {

  private static final int GAP = 6;

  private final List<String> lines;

  Notes(List<String> lines) {
    super(false);
    this.lines = List.copyOf(lines);
  }

  @Override
  public void paint(Graphics2D g) {
    g.setFont(styler.getAnnotationTextFont());
    FontMetrics metrics = g.getFontMetrics();
    int right = getXAxisScreenValueForMax() - GAP;
    int top = getYAxisScreenValueForMin() + GAP;
    int widest = 0;
    for (int i = 0; i < lines.size(); i++) {
      int width = metrics.stringWidth(lines.get(i));
      widest = Math.max(widest, width);
      int base = top + i * metrics.getHeight() + metrics.getAscent();
      LevelLabel.write(g, lines.get(i), right - width, base);
    }
    int height = lines.size() * metrics.getHeight();
    bounds = new Rectangle2D.Double(right - widest, top, widest, height);
  }
}
