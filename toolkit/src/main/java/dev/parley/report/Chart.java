package dev.parley.report;

/** A picture of data that can encode and show itself. The same data give the same bytes. */
public interface Chart {

  /** The chart as PNG. */
  byte[] png();

  /**
   * The chart as PNG with {@code scale} times as many pixels each way, for screens and print that
   * have them.
   *
   * @param scale 1 or more
   */
  byte[] png(int scale);

  /** The chart as SVG in UTF-8: letters are outlines, so that it needs no font and nothing else. */
  byte[] svg();

  /**
   * Opens the chart in a window; where there is no display, writes it to a temporary file.
   *
   * @return where it can be seen
   */
  String show();

  /** What a prompt shows of a chart: its title and how to see it. */
  @Override
  String toString();
}
