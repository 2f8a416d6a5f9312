package dev.parley.report;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Locale;

/** Charts as parts of a page: PNG of twice the size, as data addresses. */
final class Embedded {

  /** Pixels of the picture for one of the page, so that print is sharp. */
  private static final int SCALE = 2;

  /** Where a PNG has its width, and after it its height, as whole numbers of four bytes. */
  private static final int SIZE = 16;

  private Embedded() {}

  static String html(Figure figure) {
    String caption = Html.text(figure.caption());
    return "<figure>\n<img "
        + image(figure.chart())
        + " alt=\""
        + Html.text(figure.alt())
        + "\"/>\n"
        + (caption.isEmpty() ? "" : "<figcaption>" + caption + "</figcaption>\n")
        + "</figure>\n";
  }

  private static String image(Chart chart) {
    byte[] png = chart.png(SCALE);
    ByteBuffer header = ByteBuffer.wrap(png);
    return String.format(
        Locale.ROOT,
        "src=\"data:image/png;base64,%s\" width=\"%d\" height=\"%d\"",
        Base64.getEncoder().encodeToString(png),
        header.getInt(SIZE) / SCALE,
        header.getInt(SIZE + Integer.BYTES) / SCALE);
  }
}
