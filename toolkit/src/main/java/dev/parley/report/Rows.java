package dev.parley.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.util.List;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.internal.chartpart.Annotation;
import org.knowm.xchart.style.XYStyler;

/**
 * A chart of named rows over one axis of numbers. XChart draws title, axis and grid; the names left
 * of the rows, the notes right of them and what is in the rows are an annotation. XChart's own
 * charts of categories leave names out or draw one over another, and keep no room for notes.
 */
abstract class Rows extends Drawing {

  static final Font FONT = Style.FONT.deriveFont(11f);
  static final int GAP = 8;

  private static final int WIDTH = 800;
  private static final int HEIGHT = 500;
  private static final int FRAME = 110;
  private static final int ROW = 24;
  private static final int SIDES = 200;
  private static final int COLUMN = 36;
  private static final double MOST_OF_THE_WIDTH = 0.3;

  /** Room right of the last tick: half of its text may stand there. */
  private static final int EDGE = 12;

  private final String across;
  private final Canvas canvas;

  /** From where to where the axis goes. */
  record Range(double low, double high) {

    /** The range with some room at both ends; never empty. */
    Range widened(double part) {
      double span = high - low;
      double room = span > 0 ? part * span : 0.5 * Math.max(Math.abs(low), 1e-9);
      return new Range(low - room, high + room);
    }
  }

  Rows(String title, String across) {
    super(title);
    this.across = across;
    this.canvas = new Canvas();
  }

  abstract List<String> names();

  /** What stands right of the rows: a text for each, or none at all. */
  abstract List<String> notes();

  /** The axis, if it is {@code width} pixels long. */
  abstract Range range(double width);

  abstract void content(Graphics2D g);

  /** Pixels that are kept free left of the axis. */
  double roomLeft() {
    return Math.min(canvas.most, Lettering.widest(names(), FONT)) + (names().isEmpty() ? 0 : GAP);
  }

  /** Pixels that are kept free right of the axis. */
  double roomRight() {
    return Math.min(canvas.most, Lettering.widest(notes(), FONT)) + (notes().isEmpty() ? 0 : GAP);
  }

  /** Pixels that are kept free below the axis, if it is {@code width} pixels long. */
  double roomBelow(double width) {
    return 0;
  }

  /** Where a number is, in pixels. */
  double at(double value) {
    return canvas.getScreenXFromChart(value);
  }

  /** The height of the middle of a row, the first one uppermost. */
  double middle(int row) {
    return canvas.getScreenYFromChart(names().size() - row - 0.5);
  }

  /** Where the part in which XChart draws begins. */
  double left() {
    return at(canvas.range.low()) - margin();
  }

  /** Where the part in which XChart draws ends. */
  double right() {
    return at(canvas.range.high()) + margin();
  }

  private double margin() {
    double inside = canvas.getStyler().getPlotContentSize();
    return (at(canvas.range.high()) - at(canvas.range.low())) * (1 - inside) / (2 * inside);
  }

  double rowHeight() {
    return canvas.getScreenYFromChart(0) - canvas.getScreenYFromChart(1);
  }

  double top() {
    return canvas.getScreenYFromChart(names().size());
  }

  double bottom() {
    return canvas.getScreenYFromChart(0);
  }

  /** To be called when rows were added, with the number of columns if there are some. */
  void grown(int columns) {
    canvas.resize(
        Math.max(WIDTH, SIDES + COLUMN * columns), Math.max(HEIGHT, FRAME + ROW * names().size()));
  }

  /** A name that is not there yet. */
  String fresh(String name) {
    if (names().contains(name)) {
      throw new IllegalArgumentException("the name \"" + name + "\" is there already");
    }
    return name;
  }

  static double finite(String what, double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException(what + " must be a finite number, not " + value);
    }
    return value;
  }

  @Override
  XYChart canvas() {
    return canvas;
  }

  /** The picture: XChart's part of it is moved right, so that the names have room. */
  private final class Canvas extends XYChart {

    private int ownWidth = WIDTH;
    private int ownHeight = HEIGHT;
    private double most;
    private Range range = new Range(0, 1);

    Canvas() {
      super(new XYChartBuilder().width(WIDTH).height(HEIGHT));
      XYStyler styler = getStyler();
      Style.apply(styler);
      styler.setLegendVisible(false);
      styler.setChartTitlePadding(9);
      styler.setYAxisTicksVisible(false);
      styler.setYAxisTitleVisible(false);
      styler.setPlotGridHorizontalLinesVisible(false);
      styler.setYAxisMin(0.0);
      addAnnotation(new Content());
    }

    void resize(int width, int height) {
      ownWidth = width;
      ownHeight = height;
      setWidth(width);
      setHeight(height);
    }

    @Override
    public void paint(Graphics2D g, int width, int height) {
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      g.setColor(Color.WHITE);
      g.fillRect(0, 0, width, height);
      most = MOST_OF_THE_WIDTH * width;
      int left = (int) Math.ceil(roomLeft());
      int inner = width - left - (int) Math.ceil(roomRight()) - EDGE;
      int below = (int) Math.ceil(roomBelow(inner));
      range = range(inner);
      XYStyler styler = getStyler();
      styler.setXAxisMin(range.low());
      styler.setXAxisMax(range.high());
      styler.setYAxisMax((double) Math.max(1, names().size()));
      styler.setXAxisDecimalPattern(pattern(range));
      setTitle(Lettering.fit(title(), styler.getChartTitleFont(), inner - 4.0 * GAP));
      setXAxisTitle(Lettering.fit(across, styler.getAxisTitleFont(), inner - 4.0 * GAP));
      AffineTransform place = g.getTransform();
      g.translate(left, 0);
      super.paint(g, inner, height - below);
      g.setTransform(place);
      // A window may have any size: what is written next has the chart's own again.
      resize(ownWidth, ownHeight);
    }

    /** As many decimals as tell the ticks of the axis apart. */
    private String pattern(Range range) {
      double span = range.high() - range.low();
      double size = Math.max(Math.abs(range.low()), Math.abs(range.high()));
      if (size >= 1e7 || span < 1e-5) {
        return "0.####E0";
      }
      int decimals = Math.max(1, 2 - (int) Math.floor(Math.log10(span)));
      return "0." + "#".repeat(decimals);
    }
  }

  private final class Content extends Annotation {

    Content() {
      super(false);
    }

    @Override
    public void paint(Graphics2D g) {
      g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      if (names().isEmpty()) {
        g.setColor(Style.LEVEL);
        double y = canvas.getScreenYFromChart(0.5);
        Lettering.draw(g, NothingLabel.TEXT, FONT, (left() + right()) / 2, y, 0.5);
        return;
      }
      content(g);
      g.setColor(Style.INK);
      List<String> names = names();
      for (int i = 0; i < names.size(); i++) {
        String name = Lettering.fit(names.get(i), FONT, canvas.most);
        Lettering.draw(g, name, FONT, left() - GAP, middle(i), 1);
      }
      List<String> notes = notes();
      for (int i = 0; i < notes.size(); i++) {
        String note = Lettering.fit(notes.get(i), FONT, canvas.most);
        Lettering.draw(g, note, FONT, right() + GAP, middle(i), 0);
      }
    }
  }
}
