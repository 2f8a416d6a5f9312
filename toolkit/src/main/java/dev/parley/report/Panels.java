package dev.parley.report;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;

/** Charts of one width, one below the other, as one picture. */
public final class Panels implements Chart {

  private final String title;
  private final List<Plot> plots;
  private final Sheet sheet;

  /**
   * A picture of these charts, the first on top; it shows them as they are when it is drawn.
   *
   * @param title what the picture is called; each chart keeps its own title
   * @throws IllegalArgumentException if there is no chart
   */
  public Panels(String title, List<Plot> plots) {
    if (plots.isEmpty()) {
      throw new IllegalArgumentException("plots: got none, allowed: one or more");
    }
    this.title = title;
    this.plots = List.copyOf(plots);
    this.sheet = new Sheet();
  }

  /** The charts, the uppermost first. */
  public List<Plot> plots() {
    return plots;
  }

  @Override
  public byte[] png() {
    return Picture.png(sheet);
  }

  @Override
  public byte[] svg() {
    return Picture.svg(sheet);
  }

  @Override
  public String show() {
    return Picture.show(sheet);
  }

  @Override
  public String toString() {
    return Picture.prompt(title);
  }

  /** What XChart takes for a chart: it draws the others. */
  private final class Sheet extends XYChart {

    Sheet() {
      super(
          new XYChartBuilder()
              .width(plots.stream().mapToInt(Plot::getWidth).max().orElseThrow())
              .height(plots.stream().mapToInt(Plot::getHeight).sum())
              .title(title));
    }

    @Override
    public void paint(Graphics2D g, int width, int height) {
      AffineTransform place = g.getTransform();
      int top = 0;
      for (int i = 0; i < plots.size(); i++) {
        int bottom = height * (i + 1) / plots.size();
        g.setTransform(place);
        g.translate(0, top);
        g.setClip(0, 0, width, bottom - top);
        plots.get(i).paint(g, width, bottom - top);
        top = bottom;
      }
      g.setTransform(place);
      g.setClip(null);
    }
  }
}
