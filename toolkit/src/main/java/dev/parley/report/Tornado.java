package dev.parley.report;

import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * What changing one setting at a time does to a result: for each setting a bar from the result at
 * one of its values to that at another, around the result of the plan as it is; the longest bar is
 * uppermost. At each end stand the value of the setting and the result. Where both results are on
 * one side of the base, the two halves of the bar share the row.
 */
public final class Tornado extends Rows {

  private static final double THICKEST = 22;
  private static final double WIDEST_LABEL = 0.25;
  private static final int SPACE = 5;
  private static final Color FIRST = Style.PALETTE[0];
  private static final Color SECOND = Style.PALETTE[1];

  private record End(String text, double result) {}

  private record Bar(String name, End from, End to) {

    double span() {
      return Math.abs(from.result() - to.result());
    }

    /** Whether both ends are on the same side of the base. */
    boolean lopsided(double base) {
      return (from.result() - base) * (to.result() - base) > 0;
    }

    /** Whether the label of the first or second end stands left of the bar. */
    boolean leftward(boolean first, double base) {
      double mine = first ? from.result() : to.result();
      double other = first ? to.result() : from.result();
      if (!lopsided(base)) {
        return mine < other || (mine == other && first);
      }
      double further = Math.abs(mine - base) - Math.abs(other - base);
      boolean outer = further > 0 || (further == 0 && first);
      return outer == mine < base;
    }
  }

  private final double base;
  private final List<Bar> bars = new ArrayList<>();

  /** A chart without bars; {@code x} says what the result is, {@code base} what the plan gives. */
  public Tornado(String title, String x, double base) {
    super(title, x);
    this.base = finite("the base", base);
  }

  /**
   * One more bar.
   *
   * @param setting what is changed
   * @param from one value of the setting
   * @param atFrom the result there
   * @param to the other value
   * @param atTo the result there
   */
  public Tornado bar(String setting, String from, double atFrom, String to, double atTo) {
    finite(setting + " at " + from, atFrom);
    finite(setting + " at " + to, atTo);
    bars.add(new Bar(fresh(setting), new End(from, atFrom), new End(to, atTo)));
    bars.sort(Comparator.comparingDouble(Bar::span).reversed());
    grown(0);
    return this;
  }

  @Override
  List<String> names() {
    return bars.stream().map(Bar::name).toList();
  }

  @Override
  List<String> notes() {
    return List.of();
  }

  @Override
  Range range(double width) {
    double low = base;
    double high = base;
    double left = 0;
    double right = 0;
    for (Bar bar : bars) {
      for (boolean first : new boolean[] {true, false}) {
        End end = first ? bar.from() : bar.to();
        low = Math.min(low, end.result());
        high = Math.max(high, end.result());
        double label = Lettering.width(label(end, width), FONT) + 2 * SPACE;
        if (bar.leftward(first, base)) {
          left = Math.max(left, label);
        } else {
          right = Math.max(right, label);
        }
      }
    }
    Range range = low < high ? new Range(low, high) : new Range(low, high).widened(0);
    double span = (range.high() - range.low()) / (1 - (left + right) / width);
    return new Range(range.low() - span * left / width, range.high() + span * right / width);
  }

  private int decimals() {
    return Digits.decimals(
        DoubleStream.concat(
                DoubleStream.of(base),
                bars.stream()
                    .flatMapToDouble(b -> DoubleStream.of(b.from().result(), b.to().result())))
            .toArray());
  }

  private String label(End end, double width) {
    String result = " (" + Digits.shown(end.result(), decimals()) + ")";
    double most = WIDEST_LABEL * width - Lettering.width(result, FONT);
    return Lettering.fit(end.text(), FONT, most) + result;
  }

  @Override
  void content(Graphics2D g) {
    for (int i = 0; i < bars.size(); i++) {
      Bar bar = bars.get(i);
      double height = Math.min(THICKEST, 0.7 * rowHeight());
      double top = middle(i) - height / 2;
      boolean shared = bar.lopsided(base);
      half(g, bar, true, top, shared ? height / 2 : height);
      half(g, bar, false, shared ? middle(i) : top, shared ? height / 2 : height);
    }
    double x = at(base);
    g.setColor(Style.INK);
    g.setStroke(Style.FINE);
    g.draw(new Line2D.Double(x, top(), x, bottom()));
    Font font = FONT.deriveFont(Font.BOLD);
    Lettering.draw(g, "base " + Digits.shown(base, decimals()), font, x, top() - SPACE, 0.5);
  }

  private void half(Graphics2D g, Bar bar, boolean first, double top, double height) {
    End end = first ? bar.from() : bar.to();
    Color color = first ? FIRST : SECOND;
    double from = Math.min(at(base), at(end.result()));
    double to = Math.max(at(base), at(end.result()));
    g.setColor(color);
    g.fill(new Rectangle2D.Double(from, top, to - from, height));
    g.setColor(color.darker());
    String label = label(end, right() - left());
    double middle = top + height / 2;
    if (bar.leftward(first, base)) {
      Lettering.draw(g, label, FONT, from - SPACE, middle, 1);
    } else {
      Lettering.draw(g, label, FONT, to + SPACE, middle, 0);
    }
  }
}
