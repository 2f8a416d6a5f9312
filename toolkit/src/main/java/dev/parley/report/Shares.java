package dev.parley.report;

import java.awt.Graphics2D;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Line2D;
import java.util.ArrayList;
import java.util.List;

/**
 * Named shares between 0 and 1, each a point with its interval: how often something came about. The
 * numbers stand right of the points.
 */
public final class Shares extends Rows {

  private static final double DOT = 8;
  private static final double CAP = 4;

  private record Share(String name, double share, double low, double high) {

    String note() {
      String text = Digits.text(share, 2);
      return Double.isNaN(low)
          ? text
          : text + "  [" + Digits.text(low, 2) + ", " + Digits.text(high, 2) + "]";
    }
  }

  private final List<Share> shares = new ArrayList<>();

  /** A chart without shares; {@code x} says what of. */
  public Shares(String title, String x) {
    super(title, x);
  }

  /** One more share without an interval. */
  public Shares share(String name, double share) {
    return add(new Share(fresh(name), inside(name, share), Double.NaN, Double.NaN));
  }

  /** One more share with an interval around it. */
  public Shares share(String name, double share, double low, double high) {
    inside(name, low);
    inside(name, high);
    if (low > inside(name, share) || share > high) {
      throw new IllegalArgumentException(
          name + ": the share " + share + " is not from " + low + " to " + high);
    }
    return add(new Share(fresh(name), share, low, high));
  }

  private static double inside(String name, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(name + ": a share is from 0 to 1, not " + share);
    }
    return share;
  }

  private Shares add(Share share) {
    shares.add(share);
    grown(0);
    return this;
  }

  @Override
  List<String> names() {
    return shares.stream().map(Share::name).toList();
  }

  @Override
  List<String> notes() {
    return shares.stream().map(Share::note).toList();
  }

  @Override
  Range range(double width) {
    return new Range(0, 1);
  }

  @Override
  void content(Graphics2D g) {
    g.setColor(Style.PALETTE[0]);
    g.setStroke(Style.BOLD);
    for (int i = 0; i < shares.size(); i++) {
      Share share = shares.get(i);
      double y = middle(i);
      if (!Double.isNaN(share.low())) {
        g.draw(new Line2D.Double(at(share.low()), y, at(share.high()), y));
        for (double end : new double[] {share.low(), share.high()}) {
          g.draw(new Line2D.Double(at(end), y - CAP, at(end), y + CAP));
        }
      }
      g.fill(new Ellipse2D.Double(at(share.share()) - DOT / 2, y - DOT / 2, DOT, DOT));
    }
  }
}
