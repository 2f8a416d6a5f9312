package dev.parley.report;

import org.knowm.xchart.XYChart;

/** A chart that XChart encodes and shows, whoever draws it. */
abstract class Drawing implements Chart {

  private final String title;

  Drawing(String title) {
    this.title = title;
  }

  /** What XChart takes for a chart. */
  abstract XYChart canvas();

  String title() {
    return title;
  }

  @Override
  public byte[] png() {
    return Picture.png(canvas());
  }

  @Override
  public byte[] png(int scale) {
    return Picture.png(canvas(), scale);
  }

  @Override
  public byte[] svg() {
    return Picture.svg(canvas());
  }

  @Override
  public String show() {
    return Picture.show(canvas());
  }

  @Override
  public String toString() {
    return Picture.prompt(title);
  }
}
