package dev.parley.report;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;

/**
 * Charts of one width, one below the other, as one picture. Where the ends of their horizontal axes
 * were set, the axes end one below the other, however wide the legends are.
 */
public final class Panels extends Drawing {

  private final List<Plot> plots;
  private final Sheet sheet;

  /**
   * A picture of these charts, the first on top; it shows them as they are when it is drawn.
   *
   * @param title what the picture is called; each chart keeps its own title
   * @throws IllegalArgumentException if there is no chart
   */
  public Panels(String title, List<Plot> plots) {
    super(title);
    if (plots.isEmpty()) {
      throw new IllegalArgumentException("plots: got none, allowed: one or more");
    }
    this.plots = List.copyOf(plots);
    this.sheet = new Sheet();
  }

  @Override
  XYChart canvas() {
    return sheet;
  }

  /** The charts, the uppermost first. */
  public List<Plot> plots() {
    return plots;
  }

  /** What XChart takes for a chart: it draws the others. */
  private final class Sheet extends XYChart {

    Sheet() {
      super(
          new XYChartBuilder()
              .width(plots.stream().mapToInt(Plot::getWidth).max().orElseThrow())
              .height(plots.stream().mapToInt(Plot::getHeight).sum())
              .title(title()));
    }

    @Override
    public void paint(Graphics2D g, int width, int height) {
      int[] widths = widths(width, height / plots.size());
      g.setColor(Color.WHITE);
      g.fillRect(0, 0, width, height);
      AffineTransform place = g.getTransform();
      int top = 0;
      for (int i = 0; i < plots.size(); i++) {
        int bottom = height * (i + 1) / plots.size();
        g.setTransform(place);
        g.translate(0, top);
        g.setClip(0, 0, width, bottom - top);
        plots.get(i).paint(g, widths[i], bottom - top);
        top = bottom;
      }
      g.setTransform(place);
      g.setClip(null);
    }

    /** How wide each chart is drawn, so that all horizontal axes end where the shortest does. */
    private int[] widths(int width, int height) {
      int[] widths = new int[plots.size()];
      Arrays.fill(widths, width);
      // A narrower chart has narrower margins, too: the second time is for these.
      for (int times = 0; times < 2; times++) {
        double[] ends = ends(widths, height);
        double common = Arrays.stream(ends).filter(end -> !Double.isNaN(end)).min().orElse(0);
        for (int i = 0; i < widths.length; i++) {
          widths[i] -= Double.isNaN(ends[i]) ? 0 : (int) Math.round(ends[i] - common);
        }
      }
      return widths;
    }

    /** Where each horizontal axis ends: known once the chart was drawn. */
    private double[] ends(int[] widths, int height) {
      Graphics2D scratch = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).createGraphics();
      double[] ends = new double[widths.length];
      for (int i = 0; i < ends.length; i++) {
        Plot plot = plots.get(i);
        plot.paint(scratch, widths[i], height);
        Double end = plot.getStyler().getXAxisMax();
        ends[i] = end == null ? Double.NaN : plot.getScreenXFromChart(end);
      }
      scratch.dispose();
      return ends;
    }
  }
}
