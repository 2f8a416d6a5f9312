package dev.parley.report;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.XYSeries;
import org.knowm.xchart.XYSeries.XYSeriesRenderStyle;
import org.knowm.xchart.style.Styler.LegendLayout;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.lines.SeriesLines;
import org.knowm.xchart.style.markers.Marker;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * An XChart chart of lines and points in the toolkit's style, which can also show and encode
 * itself.
 */
public final class Plot extends XYChart implements Chart {

  private static final int WIDTH = 800;
  private static final int HEIGHT = 500;
  private static final int FAINT = 90;
  private static final int PALE = 45;

  /** What stands before a name in the legend, and between two. */
  private static final int KEY = 48;

  /** The part of the width that a name may take beside the chart. */
  private static final double LONGEST = 0.25;

  /** The name of a series of one place that divides the first gap in these parts. */
  private static final String NOWHERE = "nowhere";

  private static final double UNEVEN = 0.38;

  /** Places that may have a tick each. */
  private static final int FEW = 12;

  private static final Marker[] MARKERS = {SeriesMarkers.CIRCLE, SeriesMarkers.DIAMOND};

  private static final Marker[] SHAPES = {
    SeriesMarkers.CIRCLE,
    SeriesMarkers.SQUARE,
    SeriesMarkers.TRIANGLE_UP,
    SeriesMarkers.DIAMOND,
    SeriesMarkers.TRIANGLE_DOWN
  };
  private static final Marker[] MARKS = {SeriesMarkers.CROSS, SeriesMarkers.PLUS};

  private int used;
  private int scattered;
  private int marked;

  /** An empty chart of 800 x 500 pixels. */
  public Plot(String title, String x, String y) {
    super(
        new XYChartBuilder().width(WIDTH).height(HEIGHT).title(title).xAxisTitle(x).yAxisTitle(y));
    Style.apply(getStyler());
    addAnnotation(new NothingLabel(() -> seriesMap.isEmpty()));
  }

  /**
   * A line in the next colour, dashed when all colours have been used; a marker if it is a single
   * point.
   */
  public Plot line(String name, double[] x, double[] y) {
    BasicStroke stroke = Style.BOLDS[used / Style.PALETTE.length % Style.BOLDS.length];
    Plot drawn = draw(name, x, y, nextColor(), stroke);
    placeLegend();
    return drawn;
  }

  /** A fine, faint line in the colour of what is drawn next. */
  public Plot faint(String name, double[] x, double[] y) {
    Color full = Style.PALETTE[used % Style.PALETTE.length];
    Color color = new Color(full.getRed(), full.getGreen(), full.getBlue(), FAINT);
    return draw(name, x, y, color, Style.FINE);
  }

  /**
   * A line of means in the next colour over a pale band from {@code low} to {@code high}. Where the
   * mean is NaN, both have a gap; where a limit is, the band has.
   */
  public Plot band(String name, double[] x, double[] mean, double[] low, double[] high) {
    Bands.check(name, x, mean, low, high);
    Color color = Style.PALETTE[used % Style.PALETTE.length];
    Color pale = new Color(color.getRed(), color.getGreen(), color.getBlue(), PALE);
    int part = 0;
    for (Bands.Outline outline : Bands.outlines(x, mean, low, high)) {
      part++;
      XYSeries series = hidden(name + ", interval " + part, outline.x(), outline.y());
      series.setXYSeriesRenderStyle(
          outline.upright() ? XYSeriesRenderStyle.Line : XYSeriesRenderStyle.PolygonArea);
      series.setFillColor(pale);
      series.setLineColor(pale);
      series.setLineStyle(outline.upright() ? Style.BROAD : SeriesLines.NONE);
      series.setMarker(SeriesMarkers.NONE);
      toTheBack(series);
    }
    line(name, x, mean);
    for (int i : Bands.alone(mean)) {
      XYSeries point = hidden(name + ", point " + i, new double[] {x[i]}, new double[] {mean[i]});
      point.setMarker(SeriesMarkers.CIRCLE);
      point.setMarkerColor(color);
    }
    return this;
  }

  private XYSeries hidden(String name, double[] x, double[] y) {
    XYSeries series = addSeries(name, x, y);
    series.setShowInLegend(false);
    return series;
  }

  /** Bands lie under all curves: what is drawn first is what XChart has first. */
  private void toTheBack(XYSeries series) {
    Map<String, XYSeries> others = new LinkedHashMap<>(seriesMap);
    seriesMap.clear();
    seriesMap.put(series.getName(), series);
    others.forEach(seriesMap::putIfAbsent);
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
   * How often each of some things was counted, as a share of all, by rank: those that were counted
   * at all, the most frequent first. Nothing is drawn if there is none.
   */
  public Plot ranked(String name, long[] counts) {
    long[] used = Arrays.stream(counts).filter(count -> count > 0).sorted().toArray();
    double total = Arrays.stream(used).sum();
    double[] ranks = new double[used.length];
    double[] shares = new double[used.length];
    for (int i = 0; i < used.length; i++) {
      ranks[i] = i + 1;
      shares[i] = used[used.length - 1 - i] / total;
    }
    return used.length == 0 ? this : points(name, ranks, shares);
  }

  /**
   * Values that lie one upon another, the first lowest, as steps: each value holds from one edge to
   * the next. The legend has them as they lie, and the vertical axis has one decimal.
   *
   * @param names of the values
   * @param edges in order, one more than there are values of a name
   * @param values 0 or more, {@code values[name][step]}
   * @param coloured how many of them, from the lowest, have colours of their own; the others are
   *     grey
   * @throws IllegalArgumentException if the numbers of names, edges and values do not fit
   */
  public Plot stacked(List<String> names, double[] edges, double[][] values, int coloured) {
    double[][] outlines = Stack.outlines(names, edges, values);
    double[] x = Stack.around(edges);
    for (int i = outlines.length - 1; i >= 0; i--) {
      Color color = i < coloured ? Style.PALETTE[i % Style.PALETTE.length] : Style.REST;
      XYSeries series = addSeries(names.get(i), x, outlines[i]);
      series.setXYSeriesRenderStyle(XYSeriesRenderStyle.PolygonArea);
      series.setFillColor(color);
      series.setLineColor(color);
      series.setLineStyle(SeriesLines.NONE);
      series.setMarker(SeriesMarkers.NONE);
    }
    getStyler().setYAxisDecimalPattern("0.0");
    getStyler().setLegendPosition(LegendPosition.OutsideE);
    getStyler().setLegendLayout(LegendLayout.Vertical);
    return this;
  }

  /** The height of the picture in pixels. */
  public Plot height(int pixels) {
    setHeight(pixels);
    return this;
  }

  /**
   * Points that are not joined, such as those of one class: in the next colour and shape, of which
   * there are 40 pairs, with a legend on the right. Without points nothing is added.
   */
  public Plot scatter(String name, double[] x, double[] y) {
    Color color = Style.CLASSES[scattered % Style.CLASSES.length];
    Marker shape = SHAPES[scattered % SHAPES.length];
    if (x.length > 0) {
      scattered++;
      scattered(name, x, y, color, shape);
    }
    return this;
  }

  /**
   * Points as black crosses, the second time as grey ones of another shape: to be seen among those
   * of {@link #scatter}. Without points nothing is added.
   */
  public Plot marks(String name, double[] x, double[] y) {
    Marker shape = MARKS[marked % MARKS.length];
    if (x.length > 0) {
      scattered(name, x, y, marked == 0 ? Color.BLACK : Style.LEVEL, shape);
      marked++;
    }
    return this;
  }

  private void scattered(String name, double[] x, double[] y, Color color, Marker shape) {
    XYSeries series = addSeries(name, x, y);
    series.setLineStyle(SeriesLines.NONE);
    series.setLineColor(color);
    series.setMarkerColor(color);
    series.setMarker(shape);
    getStyler().setLegendPosition(LegendPosition.OutsideE);
    getStyler().setLegendLayout(LegendLayout.Vertical);
  }

  /** No numbers and no grid: for maps, whose axes have no unit. */
  public Plot unscaled() {
    getStyler().setAxisTicksVisible(false);
    getStyler().setPlotGridLinesVisible(false);
    getStyler().setXAxisTitleVisible(false);
    getStyler().setYAxisTitleVisible(false);
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

  /** So many pixels, each way, in place of 800 x 500. */
  public Plot size(int width, int height) {
    setWidth(width);
    setHeight(height);
    return this;
  }

  /** No legend below: for a single line that the title names. */
  public Plot withoutLegend() {
    getStyler().setLegendVisible(false);
    return this;
  }

  /** Lines of text in the upper right corner, where curves that fall leave room. */
  public Plot notes(String... lines) {
    addAnnotation(new Notes(List.of(lines)));
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

  /** Below the chart while it fits there in one line, else beside it, one name below another. */
  private void placeLegend() {
    List<XYSeries> named = seriesMap.values().stream().filter(XYSeries::isShowInLegend).toList();
    Font font = getStyler().getLegendFont();
    double width = named.stream().mapToDouble(s -> Lettering.width(s.getName(), font) + KEY).sum();
    if (width > WIDTH - KEY) {
      getStyler().setLegendPosition(LegendPosition.OutsideE);
      getStyler().setLegendLayout(LegendLayout.Vertical);
      named.forEach(s -> s.setLabel(Lettering.fit(s.getName(), font, LONGEST * WIDTH)));
    }
  }

  /**
   * Draws the chart with one place more, at which nothing is: where all places are evenly spaced,
   * XChart puts a tick at every so-manieth of them, the 7th say, as many as can stand side by side.
   */
  @Override
  public void paint(Graphics2D g, int width, int height) {
    double[] places =
        seriesMap.values().stream()
            .flatMapToDouble(series -> Arrays.stream(series.getXData()))
            .sorted()
            .distinct()
            .toArray();
    if (places.length > FEW) {
      double[] odd = {places[0] + UNEVEN * (places[1] - places[0])};
      hidden(NOWHERE, odd, new double[] {Double.NaN});
    }
    try {
      super.paint(g, width, height);
    } finally {
      seriesMap.remove(NOWHERE);
    }
  }

  private Color nextColor() {
    return Style.PALETTE[used++ % Style.PALETTE.length];
  }

  @Override
  public byte[] png() {
    return Picture.png(this);
  }

  @Override
  public byte[] png(int scale) {
    return Picture.png(this, scale);
  }

  @Override
  public byte[] svg() {
    return Picture.svg(this);
  }

  @Override
  public String show() {
    return Picture.show(this);
  }

  @Override
  public String toString() {
    return Picture.prompt(getTitle());
  }
}
