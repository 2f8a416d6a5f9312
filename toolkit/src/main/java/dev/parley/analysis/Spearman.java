package dev.parley.analysis;

import java.util.Arrays;

/**
 * Spearman's rank correlation (1904) of pairs of classes, from how often each pair occurs: classes
 * are in order, and values of one class are ties, with their average rank. In place of the rank r
 * of n stands (r - 1/2) / n, the share below plus half of the share at a value, which is linear in
 * it.
 *
 * <p>The influence of a pair is the derivative of the correlation towards a distribution that is
 * this pair alone (Hampel, 1974). A pair moves the ranks of others and both variances as well: all
 * of it counts. Its mean over all pairs is 0.
 */
final class Spearman {

  private final Side x;
  private final Side y;
  private final double product;
  private final double rho;

  /**
   * The correlation.
   *
   * @param xs class of each cell in x
   * @param ys class of each cell in y
   * @param counts how often each cell occurs, 0 or more
   * @param classesX more than any of {@code xs}
   * @param classesY more than any of {@code ys}
   */
  Spearman(int[] xs, int[] ys, long[] counts, int classesX, int classesY) {
    double total = Arrays.stream(counts).asDoubleStream().sum();
    this.x = new Side(xs, counts, total, classesX);
    this.y = new Side(ys, counts, total, classesY);
    double sum = 0;
    for (int c = 0; c < counts.length; c++) {
      double share = counts[c] / total;
      double below = x.below[xs[c]];
      double belowY = y.below[ys[c]];
      sum += share * below * belowY;
      x.others[xs[c]] += share * belowY;
      y.others[ys[c]] += share * below;
    }
    this.product = sum;
    accumulate(x.others);
    accumulate(y.others);
    double correlation = (sum - 0.25) / Math.sqrt(x.variance() * y.variance());
    this.rho = defined() ? Math.max(-1, Math.min(1, correlation)) : 0;
  }

  /** Whether there are two values or more on both sides. */
  boolean defined() {
    return x.kinds > 1 && y.kinds > 1;
  }

  /** From -1 to 1; 0 where it is not defined. */
  double rho() {
    return rho;
  }

  /** The influence of a pair of classes; 0 where nothing is defined. */
  double influence(int classX, int classY) {
    if (!defined()) {
      return 0;
    }
    double ofProduct =
        x.below[classX] * y.below[classY] + x.others[classX] + y.others[classY] - 3 * product;
    double scale = Math.sqrt(x.variance() * y.variance());
    return ofProduct / scale - rho / 2 * (x.ofVariance(classX) + y.ofVariance(classY));
  }

  /** What is above each class, and half of what is at it. */
  private static void accumulate(double[] values) {
    double above = 0;
    for (int k = values.length - 1; k >= 0; k--) {
      double at = values[k];
      values[k] = above + at / 2;
      above += at;
    }
  }

  /** One of the two variables. */
  private static final class Side {

    /** The share below a class plus half of the share at it. */
    private final double[] below;

    /** Over the pairs above a class, and half of those at it: their sum of the other's shares. */
    private final double[] others;

    /** The same of their own shares. */
    private final double[] own;

    private final double squares;
    private final int kinds;

    Side(int[] classOf, long[] counts, double total, int classes) {
      double[] share = new double[classes];
      for (int c = 0; c < counts.length; c++) {
        share[classOf[c]] += counts[c] / total;
      }
      this.below = new double[classes];
      this.own = new double[classes];
      this.others = new double[classes];
      double before = 0;
      double sum = 0;
      for (int k = 0; k < classes; k++) {
        below[k] = before + share[k] / 2;
        before += share[k];
        own[k] = share[k] * below[k];
        sum += own[k] * below[k];
      }
      accumulate(own);
      this.squares = sum;
      this.kinds = (int) Arrays.stream(share).filter(s -> s > 0).count();
    }

    double variance() {
      return squares - 0.25;
    }

    /** The influence of a pair on the variance, by the variance. */
    double ofVariance(int k) {
      return (below[k] * below[k] + 2 * own[k] - 3 * squares) / variance();
    }
  }
}
