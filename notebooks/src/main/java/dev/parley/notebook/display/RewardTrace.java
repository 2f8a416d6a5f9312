package dev.parley.notebook.display;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Joint rewards as they were told, as a line with its least and largest value, in a colour that can
 * be seen on light and dark.
 */
final class RewardTrace {

  private static final int WIDTH = 360;
  private static final int HEIGHT = 48;
  private static final int MARGIN = 2;

  /** More points than that are halved: the drawing stays small in an hour too. */
  private static final int MOST = 512;

  /** Fewer points are no curve. */
  private static final int FEWEST = 8;

  /** One in so many parts of the width is the least that a curve has. */
  private static final long LEAST_SHARE = 4;

  /** Room for the numbers on the right. */
  private static final int LETTERS = 60;

  private record Point(int round, double reward) {}

  private final List<Point> points = new ArrayList<>();

  /** One more point; none if there is no reward yet. */
  void add(int round, double reward) {
    if (!Double.isFinite(reward)) {
      return;
    }
    points.add(new Point(round, reward));
    if (points.size() > MOST) {
      List<Point> half = new ArrayList<>();
      for (int i = 0; i < points.size(); i += 2) {
        half.add(points.get(i));
      }
      points.clear();
      points.addAll(half);
    }
  }

  /**
   * The drawing, as wide as that many rounds, but the curve never less than a quarter of it;
   * nothing if there are too few points.
   */
  String svg(int rounds) {
    if (points.size() < FEWEST) {
      return "";
    }
    long last = points.get(points.size() - 1).round();
    double wide = Math.max(1, Math.min(rounds, LEAST_SHARE * last));
    double least = points.stream().mapToDouble(Point::reward).min().orElse(0);
    double most = points.stream().mapToDouble(Point::reward).max().orElse(0);
    double range = most > least ? most - least : 1;
    StringBuilder line = new StringBuilder();
    for (Point point : points) {
      double x = MARGIN + (WIDTH - 2.0 * MARGIN) * point.round() / wide;
      double y = HEIGHT - MARGIN - (HEIGHT - 2.0 * MARGIN) * (point.reward() - least) / range;
      line.append(String.format(Locale.ROOT, "%.1f,%.1f ", x, y));
    }
    return String.format(
        Locale.ROOT,
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" role=\"img\""
            + " aria-label=\"joint reward\"><polyline points=\"%s\" fill=\"none\""
            + " stroke=\"#1f83c4\" stroke-width=\"1.5\"/>%s%s</svg>",
        WIDTH + LETTERS,
        HEIGHT,
        line.toString().strip(),
        number(most, 11),
        number(least, HEIGHT - MARGIN));
  }

  private static String number(double value, int y) {
    return String.format(
        Locale.ROOT,
        "<text x=\"%d\" y=\"%d\" font-size=\"11\" fill=\"currentColor\">%s</text>",
        WIDTH + 4,
        y,
        String.format(Locale.ROOT, Math.abs(value) < 1e5 ? "%.2f" : "%.2e", value));
  }
}
