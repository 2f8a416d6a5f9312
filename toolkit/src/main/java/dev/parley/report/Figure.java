package dev.parley.report;

/**
 * A chart on a page.
 *
 * @param chart what is shown
 * @param alt what it shows, for those who cannot see it
 * @param caption what stands below it; nothing if empty
 */
public record Figure(Chart chart, String alt, String caption) {

  /** A chart without a caption. */
  public static Figure of(Chart chart, String alt) {
    return new Figure(chart, alt, "");
  }
}
