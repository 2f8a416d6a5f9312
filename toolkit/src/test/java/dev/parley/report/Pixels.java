package dev.parley.report;

import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.function.IntPredicate;
import javax.imageio.ImageIO;
import org.knowm.xchart.XYChart;

/** What tests ask of a picture. */
final class Pixels {

  /** The part of a picture in which something is; all four are within it. */
  record Box(int left, int top, int right, int bottom) {

    double across() {
      return (left + right) / 2.0;
    }

    double down() {
      return (top + bottom) / 2.0;
    }

    int width() {
      return right - left + 1;
    }
  }

  private final BufferedImage image;

  private Pixels(BufferedImage image) {
    this.image = image;
  }

  static Pixels of(Chart chart) throws IOException {
    return new Pixels(ImageIO.read(new ByteArrayInputStream(chart.png())));
  }

  /** The chart at a size of the caller's. */
  static Pixels of(Chart chart, int width, int height) {
    XYChart canvas = chart instanceof Plot plot ? plot : ((Rows) chart).canvas();
    BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D g = image.createGraphics();
    canvas.paint(g, width, height);
    g.dispose();
    return new Pixels(image);
  }

  int width() {
    return image.getWidth();
  }

  int height() {
    return image.getHeight();
  }

  int at(int x, int y) {
    return 0xFFFFFF & image.getRGB(x, y);
  }

  int count(Color color) {
    int count = 0;
    for (int x = 0; x < width(); x++) {
      count += inColumn(x, pixel -> pixel == rgb(color));
    }
    return count;
  }

  int inColumn(int x, IntPredicate wanted) {
    int count = 0;
    for (int y = 0; y < height(); y++) {
      count += wanted.test(at(x, y)) ? 1 : 0;
    }
    return count;
  }

  Box box(Color color) {
    return box(pixel -> pixel == rgb(color));
  }

  Box box(IntPredicate wanted) {
    return box(wanted, 0, height());
  }

  /** Where such pixels are, from one line to before another. */
  Box box(IntPredicate wanted, int from, int to) {
    int left = Integer.MAX_VALUE;
    int top = Integer.MAX_VALUE;
    int right = -1;
    int bottom = -1;
    for (int y = from; y < to; y++) {
      for (int x = 0; x < width(); x++) {
        if (wanted.test(at(x, y))) {
          left = Math.min(left, x);
          top = Math.min(top, y);
          right = Math.max(right, x);
          bottom = Math.max(bottom, y);
        }
      }
    }
    assertNotEquals(-1, right, "no such pixel");
    return new Box(left, top, right, bottom);
  }

  /** Where anything is. */
  Box ink() {
    return box(pixel -> pixel != 0xFFFFFF);
  }

  static int rgb(Color color) {
    return 0xFFFFFF & color.getRGB();
  }
}
