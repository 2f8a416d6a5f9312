package dev.parley.report;

import java.awt.Color;

/**
 * From dark blue over green to yellow: the colour map viridis of matplotlib (N. Smith and S. van
 * der Walt, 2015, released under CC0) at nine even places, straight lines in sRGB between them. Its
 * lightness grows evenly, so that it can be read with all common forms of colour blindness, and in
 * print without colour.
 */
final class Viridis {

  private static final Color[] ANCHORS = {
    new Color(0x440154),
    new Color(0x472D7B),
    new Color(0x3B528B),
    new Color(0x2C728E),
    new Color(0x21908C),
    new Color(0x27AD81),
    new Color(0x5DC863),
    new Color(0xAADC32),
    new Color(0xFDE725),
  };

  private Viridis() {}

  /** The colour of a part from 0 to 1; beyond, that at the end. */
  static Color at(double part) {
    double place = Math.max(0, Math.min(1, part)) * (ANCHORS.length - 1);
    int below = (int) Math.min(place, ANCHORS.length - 2);
    Color from = ANCHORS[below];
    Color to = ANCHORS[below + 1];
    double weight = place - below;
    return new Color(
        mixed(from.getRed(), to.getRed(), weight),
        mixed(from.getGreen(), to.getGreen(), weight),
        mixed(from.getBlue(), to.getBlue(), weight));
  }

  private static int mixed(int from, int to, double weight) {
    return (int) Math.round(from + weight * (to - from));
  }

  /** Black or white, whichever has the greater contrast (WCAG 2.1). */
  static Color inkOn(Color ground) {
    double light = luminance(ground) + 0.05;
    return 1.05 / light >= light / 0.05 ? Color.WHITE : Color.BLACK;
  }

  /** Relative luminance of sRGB, from 0 to 1. */
  static double luminance(Color color) {
    return 0.2126 * linear(color.getRed())
        + 0.7152 * linear(color.getGreen())
        + 0.0722 * linear(color.getBlue());
  }

  private static double linear(int channel) {
    double c = channel / 255.0;
    return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
  }
}
