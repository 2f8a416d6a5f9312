package dev.parley.notebook.display;

import dev.parley.report.Chart;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.Locale;

/**
 * A chart as PNG with twice the pixels that it is shown at, so that it is sharp.
 *
 * @param base64 the PNG
 * @param width pixels at which it is shown
 * @param height pixels at which it is shown
 */
record Picture(String base64, int width, int height) {

  private static final int SCALE = 2;

  /** Where a PNG has its width, and after it its height, as whole numbers of four bytes. */
  private static final int SIZE = 16;

  static Picture of(Chart chart) {
    byte[] png = chart.png(SCALE);
    ByteBuffer header = ByteBuffer.wrap(png);
    return new Picture(
        Base64.getEncoder().encodeToString(png),
        header.getInt(SIZE) / SCALE,
        header.getInt(SIZE + Integer.BYTES) / SCALE);
  }

  /** The picture inside HTML; {@code alt} has no characters that HTML reserves. */
  String html(String alt) {
    return String.format(
        Locale.ROOT,
        "<img src=\"data:image/png;base64,%s\" width=\"%d\" height=\"%d\" alt=\"%s\"/>",
        base64,
        width,
        height,
        alt);
  }
}
