package dev.parley.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.geom.AffineTransform;
import java.util.Arrays;
import java.util.List;
import org.knowm.xchart.style.XYStyler;

/**
 * A number for each pair of a row and a column, as a colour and as text, all with the decimals that
 * three digits of the largest have. A cell without a number (NaN) stays blank; the text is left out
 * where a cell is too small for it. Where no cell has a number, that is said.
 */
public final class HeatMap extends Rows {

  private static final double SLANT = Math.PI / 4;
  private static final double LONGEST = 110;
  private static final float SMALLEST = 6.5f;
  private static final int BAR = 14;
  private static final int TICKS = 4;

  private final String across;
  private final String down;
  private final List<String> rows;
  private final List<String> columns;
  private final double[][] values;
  private final boolean empty;
  private Range scale;
  private boolean constant;

  /**
   * A heat map of the values {@code values[row][column]}, copied.
   *
   * @param x what the columns are
   * @param y what the rows are
   */
  public HeatMap(
      String title,
      String x,
      String y,
      List<String> rows,
      List<String> columns,
      double[][] values) {
    super(title, x);
    this.across = x;
    this.down = y;
    this.rows = List.copyOf(rows);
    this.columns = List.copyOf(columns);
    this.values = checked(values, rows, columns);
    this.empty = rows.isEmpty() || columns.isEmpty();
    double[] known = known(this.values);
    double low = Arrays.stream(known).min().orElse(0);
    double high = Arrays.stream(known).max().orElse(1);
    this.constant = low == high;
    this.scale = low < high ? new Range(low, high) : new Range(low, high).widened(0);
    XYStyler styler = canvas().getStyler();
    styler.setPlotContentSize(1);
    styler.setXAxisTicksVisible(false);
    styler.setXAxisTitleVisible(false);
    styler.setPlotGridVerticalLinesVisible(false);
    grown(columns.size());
  }

  private static double[][] checked(double[][] values, List<String> rows, List<String> columns) {
    if (values.length != rows.size()) {
      throw new IllegalArgumentException(
          rows.size() + " names of rows, but " + values.length + " rows of values");
    }
    double[][] copy = new double[values.length][];
    for (int i = 0; i < copy.length; i++) {
      copy[i] = values[i].clone();
      if (copy[i].length != columns.size()) {
        throw new IllegalArgumentException(
            columns.size() + " names of columns, but row " + i + " has " + copy[i].length);
      }
      for (double value : copy[i]) {
        if (Double.isInfinite(value)) {
          throw new IllegalArgumentException("row " + i + " has a value that is infinite");
        }
      }
    }
    return copy;
  }

  /** The colours from {@code low} to {@code high}; values beyond get the colours at the ends. */
  public HeatMap between(double low, double high) {
    if (!(finite("low", low) < finite("high", high))) {
      throw new IllegalArgumentException("no range from " + low + " to " + high);
    }
    scale = new Range(low, high);
    constant = false;
    return this;
  }

  private static double[] known(double[][] values) {
    return Arrays.stream(values)
        .flatMapToDouble(Arrays::stream)
        .filter(v -> !Double.isNaN(v))
        .toArray();
  }

  @Override
  List<String> names() {
    return empty ? List.of() : rows;
  }

  @Override
  List<String> notes() {
    return List.of();
  }

  @Override
  Range range(double width) {
    return new Range(0, Math.max(1, columns.size()));
  }

  @Override
  double roomLeft() {
    return super.roomLeft() + FONT.getSize() + 2 * GAP;
  }

  @Override
  double roomRight() {
    return 2 * GAP + BAR + Lettering.widest(ticks(), FONT);
  }

  @Override
  double roomBelow(double width) {
    double widest = Lettering.widest(columns, FONT);
    boolean slanted = slanted(width);
    double labels = slanted ? Math.min(LONGEST, widest) * Math.sin(SLANT) + GAP : 0;
    return labels + 2 * (FONT.getSize() + GAP);
  }

  private boolean slanted(double width) {
    return Lettering.widest(columns, FONT) + GAP > width / Math.max(1, columns.size()) - GAP;
  }

  private List<String> ticks() {
    double[] at = new double[TICKS + 1];
    Arrays.setAll(at, i -> scale.low() + (scale.high() - scale.low()) * i / TICKS);
    int decimals = Digits.decimals(at);
    return Arrays.stream(at).mapToObj(v -> Digits.shown(v, decimals)).toList();
  }

  @Override
  void content(Graphics2D g) {
    int decimals = Digits.decimals(known(values));
    List<List<String>> texts = Arrays.stream(values).map(row -> texts(row, decimals)).toList();
    Font font = fitting(texts.stream().flatMap(List::stream).toList());
    for (int i = 0; i < values.length; i++) {
      for (int j = 0; j < values[i].length; j++) {
        cell(g, cell(i, j), values[i][j], texts.get(i).get(j), font);
      }
    }
    labels(g);
    if (known(values).length > 0) {
      bar(g);
    } else {
      g.setColor(Style.LEVEL);
      double y = (top() + bottom()) / 2;
      Lettering.draw(g, NothingLabel.TEXT, FONT, (left() + right()) / 2, y, 0.5);
    }
  }

  private static List<String> texts(double[] row, int decimals) {
    return Arrays.stream(row)
        .mapToObj(v -> Double.isNaN(v) ? "" : Digits.shown(v, decimals))
        .toList();
  }

  /** The largest font in which every text fits into its cell; of no size if there is none. */
  private Font fitting(List<String> texts) {
    double width = (right() - left()) / columns.size() - 4;
    double height = rowHeight() - 2;
    for (float size = 12; size >= SMALLEST; size -= 0.5f) {
      Font font = FONT.deriveFont(size);
      if (size <= height && Lettering.widest(texts, font) <= width) {
        return font;
      }
    }
    return FONT.deriveFont(0f);
  }

  /** A cell in whole pixels: no seam between two of them. */
  private Rectangle cell(int row, int column) {
    double half = rowHeight() / 2;
    int left = (int) Math.round(at(column));
    int top = (int) Math.round(middle(row) - half);
    int right = (int) Math.round(at(column + 1));
    return new Rectangle(left, top, right - left, (int) Math.round(middle(row) + half) - top);
  }

  private void cell(Graphics2D g, Rectangle cell, double value, String text, Font font) {
    if (Double.isNaN(value)) {
      return;
    }
    Color color = Viridis.at((value - scale.low()) / (scale.high() - scale.low()));
    g.setColor(color);
    g.fill(cell);
    if (font.getSize2D() > 0) {
      g.setColor(Viridis.inkOn(color));
      Lettering.draw(g, text, font, cell.getCenterX(), cell.getCenterY(), 0.5);
    }
  }

  private void labels(Graphics2D g) {
    g.setColor(Style.INK);
    boolean slanted = slanted(right() - left());
    double y = bottom() + GAP;
    for (int j = 0; j < columns.size(); j++) {
      double x = at(j + 0.5);
      if (slanted) {
        double longest = Math.min(LONGEST, (x + roomLeft()) / Math.cos(SLANT));
        String label = Lettering.fit(columns.get(j), FONT, longest);
        Lettering.slanted(g, label, FONT, x, y, SLANT);
      } else {
        Lettering.draw(g, columns.get(j), FONT, x, y + 2, 0.5);
      }
    }
    Font font = Style.FONT;
    double below = y + roomBelow(right() - left()) - 2.5 * GAP;
    String name = Lettering.fit(across, font, right() - left());
    Lettering.draw(g, name, font, (left() + right()) / 2, below, 0.5);
    AffineTransform place = g.getTransform();
    g.translate(left() - super.roomLeft() - 1.5 * GAP, (top() + bottom()) / 2);
    g.rotate(-Math.PI / 2);
    Lettering.draw(g, Lettering.fit(down, font, bottom() - top()), font, 0, 0, 0.5);
    g.setTransform(place);
  }

  private void bar(Graphics2D g) {
    int x = (int) Math.round(right()) + GAP;
    int top = (int) Math.round(top());
    int bottom = (int) Math.round(bottom());
    for (int y = top; y < bottom; y++) {
      g.setColor(Viridis.at((bottom - y - 0.5) / (bottom - top)));
      g.fill(new Rectangle(x, y, BAR, 1));
    }
    g.setColor(Style.INK);
    List<String> ticks = ticks();
    for (int i = 0; i <= TICKS; i++) {
      if (constant && i != TICKS / 2) {
        continue;
      }
      double y = bottom - (double) (bottom - top) * i / TICKS;
      Lettering.draw(g, ticks.get(i), FONT, x + BAR + GAP / 2.0, y, 0);
    }
  }
}
