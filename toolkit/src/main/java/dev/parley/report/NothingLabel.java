package dev.parley.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.util.function.BooleanSupplier;
import org.knowm.xchart.internal.chartpart.Annotation;

/** Says in the middle of a chart that there is nothing to be shown, where that is so. */
final class NothingLabel extends Annotation {

  static final String TEXT = "no data";

  private final BooleanSupplier nothing;

  NothingLabel(BooleanSupplier nothing) {
    super(false);
    this.nothing = nothing;
  }

  @Override
  public void paint(Graphics2D g) {
    if (nothing.getAsBoolean()) {
      double x = (getXAxisScreenValueForMin() + getXAxisScreenValueForMax()) / 2.0;
      double y = (getYAxisScreenValueForMin() + getYAxisScreenValueForMax()) / 2.0;
      double width = Lettering.width(TEXT, Rows.FONT) + Rows.GAP;
      double height = 2.0 * Rows.GAP;
      g.setColor(Color.WHITE);
      g.fill(new Rectangle2D.Double(x - width / 2, y - height / 2, width, height));
      g.setColor(Style.LEVEL);
      Lettering.draw(g, TEXT, Rows.FONT, x, y, 0.5);
    }
  }
}
