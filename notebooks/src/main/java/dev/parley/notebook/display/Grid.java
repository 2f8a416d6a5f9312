package dev.parley.notebook.display;

import dev.parley.train.Progress;
import java.util.Locale;

/** The trials of a study as squares, filled from the first on as trials end. */
final class Grid {

  private static final int SIDE = 12;
  private static final int COLUMNS = 30;

  /** More trials share squares. */
  private static final int MOST = 300;

  private Grid() {}

  static String svg(Progress progress) {
    int squares = Math.min(progress.total(), MOST);
    if (squares == 0) {
      return "";
    }
    int filled = (int) ((long) squares * progress.done() / progress.total());
    StringBuilder svg = new StringBuilder();
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" role=\"img\""
                + " aria-label=\"%d of %d trials\">",
            Math.min(squares, COLUMNS) * SIDE,
            (squares + COLUMNS - 1) / COLUMNS * SIDE,
            progress.done(),
            progress.total()));
    for (int i = 0; i < squares; i++) {
      svg.append(
          String.format(
              Locale.ROOT,
              "<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" fill=\"%s\" stroke=\"#1f83c4\"/>",
              i % COLUMNS * SIDE + 1,
              i / COLUMNS * SIDE + 1,
              SIDE - 3,
              SIDE - 3,
              i < filled ? "#1f83c4" : "none"));
    }
    return svg.append("</svg>").toString();
  }
}
