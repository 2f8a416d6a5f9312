package dev.parley.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.GraphicsEnvironment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.knowm.xchart.ChartEncoder;
import org.knowm.xchart.SwingWrapper;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * An XChart chart of lines and points in the toolkit's style, which can also show and encode
 * itself.
 */
public final class Plot extends XYChart {

  private static final int WIDTH = 800;
  private static final int HEIGHT = 500;
  private static final int FAINT = 90;
  private static final Marker[] MARKERS = {SeriesMarkers.CIRCLE, SeriesMarkers.DIAMOND};

  private int used;

  /** An empty chart of 800 x 500 pixels. */
  public Plot(String title, String x, String y) {
    super(
        new XYChartBuilder().width(WIDTH).height(HEIGHT).title(title).xAxisTitle(x).yAxisTitle(y));
    Style.apply(getStyler());
  }

  /** A line in the next colour; a marker if it is a single point. */
  public Plot line(String name, double[] x, double[] y) {
    return draw(name, x, y, nextColor(), Style.BOLD);
  }

  /** A fine, faint line in the colour of what is drawn next. */
  public Plot faint(String name, double[] x, double[] y) {
    Color full = Style.PALETTE[used % Style.PALETTE.length];
    Color color = new Color(full.getRed(), full.getGreen(), full.getBlue(), FAINT);
    return draw(name, x, y, color, Style.FINE);
  }

  /** Points in the next colour, joined by a fine line. */
  public Plot points(String name, double[] x, double[] y) {
    Marker marker = MARKERS[used % MARKERS.length];
    Color color = nextColor();
    XYSeries series = addSeries(name, x, y);
    series.setLineColor(color);
    series.setLineStyle(Style.FINE);
    series.setMarkerColor(color);
    series.setMarker(marker);
    return this;
  }

  /**
   * A dashed horizontal line from {@code from} to {@code to}, with its name above its right end.
   */
  public Plot level(String name, double value, double from, double to) {
    draw(name, new double[] {from, to}, new double[] {value, value}, Style.LEVEL, Style.DASHED);
    getSeries(name).setShowInLegend(false);
    addAnnotation(new LevelLabel(name, value));
    return this;
  }

  /** Both axes logarithmic, small numbers written out. */
  public Plot logarithmic() {
    getStyler().setDecimalPattern("0.##########");
    getStyler().setXAxisLogarithmic(true);
    getStyler().setYAxisLogarithmic(true);
    return this;
  }

  /** The horizontal axis from {@code low} to {@code high}. */
  public Plot across(double low, double high) {
    getStyler().setXAxisMin(low);
    getStyler().setXAxisMax(high);
    return this;
  }

  /** The vertical axis from {@code low} to {@code high}. */
  public Plot upright(double low, double high) {
    getStyler().setYAxisMin(low);
    getStyler().setYAxisMax(high);
    return this;
  }

  private Plot draw(String name, double[] x, double[] y, Color color, BasicStroke stroke) {
    XYSeries series = addSeries(name, x, y);
    series.setMarker(x.length == 1 ? SeriesMarkers.CIRCLE : SeriesMarkers.NONE);
    series.setMarkerColor(color);
    series.setLineColor(color);
    series.setLineStyle(stroke);
    return this;
  }

  private Color nextColor() {
    return Style.PALETTE[used++ % Style.PALETTE.length];
  }

  /** The chart as PNG. */
  public byte[] png() {
    try {
      return ChartEncoder.getBytes(this, "png");
    } catch (IOException e) {
      throw new UncheckedIOException("cannot encode a chart in memory", e);
    }
  }

  /**
   * Opens the chart in a window; where there is no display, writes it to a temporary file.
   *
   * @return where it can be seen
   */
  public String show() {
    if (!GraphicsEnvironment.isHeadless()) {
      new SwingWrapper<>(this).displayChart();
      return "shown in a window";
    }
    try {
      Path file = Files.createTempFile("parley-", ".png");
      Files.write(file, png());
      return "no display: written to " + file;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write a temporary file", e);
    }
  }

  /** What a prompt shows of a chart: its title and how to see it. */
  @Override
  public String toString() {
    return "chart \"" + getTitle() + "\": show() shows it";
  }
}
