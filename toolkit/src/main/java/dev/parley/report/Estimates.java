package dev.parley.report;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Named estimates, each a point with its interval, and levels that they are read against. The
 * numbers stand right of the points.
 */
public class Estimates extends Rows {

  private static final double DOT = 8;
  private static final double CAP = 4;

  /** Room above the rows, where levels have their names. */
  private static final double SPACE = 8;

  private record Estimate(String name, double value, double low, double high) {

    String note(int decimals) {
      String text = Digits.shown(value, decimals);
      return Double.isNaN(low)
          ? text
          : text + "  [" + Digits.shown(low, decimals) + ", " + Digits.shown(high, decimals) + "]";
    }

    DoubleStream numbers() {
      return DoubleStream.of(value, low, high).filter(Double::isFinite);
    }
  }

  private record Level(String name, double value) {}

  private final List<Estimate> estimates = new ArrayList<>();
  private final List<Level> levels = new ArrayList<>();

  /** A chart without estimates; {@code x} says what is estimated. */
  public Estimates(String title, String x) {
    super(title, x);
  }

  /** One more estimate without an interval; a finite number. */
  public Estimates estimate(String name, double value) {
    estimates.add(new Estimate(fresh(name), finite(name, value), Double.NaN, Double.NaN));
    grown(0);
    return this;
  }

  /** One more estimate with an interval around it. */
  public Estimates estimate(String name, double value, double low, double high) {
    finite(name + ", low", low);
    finite(name + ", high", high);
    if (low > finite(name, value) || value > high) {
      throw new IllegalArgumentException(
          name + ": " + value + " is not from " + low + " to " + high);
    }
    estimates.add(new Estimate(fresh(name), value, low, high));
    grown(0);
    return this;
  }

  /** A dashed upright line at a value, with its name above. */
  public Estimates level(String name, double value) {
    levels.add(new Level(name, finite(name, value)));
    return this;
  }

  @Override
  List<String> names() {
    return estimates.stream().map(Estimate::name).toList();
  }

  @Override
  List<String> notes() {
    int decimals = decimals();
    return estimates.stream().map(e -> e.note(decimals)).toList();
  }

  /** Digits after the point in the notes. */
  int decimals() {
    return Digits.decimals(estimates.stream().flatMapToDouble(Estimate::numbers).toArray());
  }

  @Override
  Range range(double width) {
    double[] all =
        DoubleStream.concat(
                estimates.stream().flatMapToDouble(Estimate::numbers),
                levels.stream().mapToDouble(Level::value))
            .toArray();
    double low = Arrays.stream(all).min().orElse(0);
    double high = Arrays.stream(all).max().orElse(1);
    return new Range(low, high).widened(0.06);
  }

  @Override
  void content(Graphics2D g) {
    double end = Double.NEGATIVE_INFINITY;
    for (Level level :
        levels.stream().sorted((a, b) -> Double.compare(a.value, b.value)).toList()) {
      end = draw(g, level, end);
    }
    for (int i = 0; i < estimates.size(); i++) {
      draw(g, estimates.get(i), middle(i));
    }
  }

  private void draw(Graphics2D g, Estimate estimate, double y) {
    g.setColor(Style.PALETTE[0]);
    g.setStroke(Style.BOLD);
    if (!Double.isNaN(estimate.low())) {
      g.draw(new Line2D.Double(at(estimate.low()), y, at(estimate.high()), y));
      for (double end : new double[] {estimate.low(), estimate.high()}) {
        g.draw(new Line2D.Double(at(end), y - CAP, at(end), y + CAP));
      }
    }
    g.fill(new Ellipse2D.Double(at(estimate.value()) - DOT / 2, y - DOT / 2, DOT, DOT));
  }

  /**
   * The line and its name, moved right if that of the level before it is in the way.
   *
   * @return where the name ends
   */
  private double draw(Graphics2D g, Level level, double taken) {
    double x = at(level.value());
    g.setColor(Style.LEVEL);
    g.setStroke(Style.DASHED);
    g.draw(new Line2D.Double(x, top(), x, bottom()));
    double width = Lettering.width(level.name(), FONT);
    double start = Math.max(x - width / 2, taken + SPACE);
    Lettering.draw(g, level.name(), FONT, start, top() - SPACE, 0);
    return start + width;
  }
}
