package dev.parley.report;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Charts as parts of a page, as data addresses. Also an SVG is an image of its own: in the text of
 * the page, the names of its clips would be those of other charts too.
 */
final class Embedded {

  /** Beyond these bytes, a PNG of twice the size is smaller and quicker to draw. */
  private static final int LARGEST_SVG = 96 << 10;

  private static final int SCALE = 2;

  /** Where a PNG has its width, and after it its height, as whole numbers of four bytes. */
  private static final int SIZE = 16;

  private static final Pattern SVG_SIZE =
      Pattern.compile("<svg[^>]*\\bviewBox=\"0 0 ([0-9]+) ([0-9]+)\"");

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
    byte[] svg = chart.svg();
    Matcher size = SVG_SIZE.matcher(new String(svg, StandardCharsets.UTF_8));
    if (svg.length <= LARGEST_SVG && size.find()) {
      return image(
          "svg+xml", svg, Integer.parseInt(size.group(1)), Integer.parseInt(size.group(2)));
    }
    byte[] png = chart.png(SCALE);
    ByteBuffer header = ByteBuffer.wrap(png);
    return image(
        "png", png, header.getInt(SIZE) / SCALE, header.getInt(SIZE + Integer.BYTES) / SCALE);
  }

  private static String image(String type, byte[] content, int width, int height) {
    String data = Base64.getEncoder().encodeToString(content);
    return String.format(
        Locale.ROOT,
        "src=\"data:image/%s;base64,%s\" width=\"%d\" height=\"%d\"",
        type,
        data,
        width,
        height);
  }
}
