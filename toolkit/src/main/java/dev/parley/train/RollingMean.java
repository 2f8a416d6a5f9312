package dev.parley.train;

/** The mean of the last few values. */
final class RollingMean {

  private final double[] window;
  private long count;

  RollingMean(int size) {
    this.window = new double[size];
  }

  void add(double value) {
    window[(int) (count % window.length)] = value;
    count++;
  }

  double mean() {
    int n = (int) Math.min(count, window.length);
    double sum = 0;
    for (int i = 0; i < n; i++) {
      sum += window[i];
    }
    return n == 0 ? Double.NaN : sum / n;
  }
}
