package dev.parley.report;

/**
 * Named shares between 0 and 1, each a point with its interval: how often something came about. The
 * numbers stand right of the points.
 */
public final class Shares extends Estimates {

  /** A chart without shares; {@code x} says what of. */
  public Shares(String title, String x) {
    super(title, x);
  }

  /** One more share without an interval. */
  public Shares share(String name, double share) {
    estimate(name, inside(name, share));
    return this;
  }

  /** One more share with an interval around it. */
  public Shares share(String name, double share, double low, double high) {
    estimate(name, inside(name, share), inside(name, low), inside(name, high));
    return this;
  }

  private static double inside(String name, double share) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException(name + ": a share is from 0 to 1, not " + share);
    }
    return share;
  }

  @Override
  int decimals() {
    return 2;
  }

  @Override
  Range range(double width) {
    return new Range(0, 1);
  }
}
