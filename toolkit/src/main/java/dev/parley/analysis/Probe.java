package dev.parley.analysis;

import java.util.Arrays;
import java.util.random.RandomGenerator;

/**
 * How well a simple reader tells classes, such as labels or actions, from messages it has not seen
 * (Alain and Bengio, 2016, "Understanding intermediate layers using linear classifier probes"):
 * multinomial logistic regression on one feature for each pair of position and symbol, under
 * stratified cross-validation (Kohavi, 1995). As a linear reader it weighs symbols one by one: a
 * class that only a combination of symbols tells is not found.
 *
 * @param accuracy the share of all held-out messages whose class was found; NaN for fewer than two
 * @param low the lower end of Wilson's interval of 0.95 around it; it takes the held-out messages
 *     as independent
 * @param high the upper end
 * @param majority the share of the most frequent class: what a guess without messages reaches; NaN
 *     for no message
 * @param control the accuracy of the same procedure with classes shuffled among the messages, a
 *     mean over shuffles (Hewitt and Liang, 2019, have the idea of a control task)
 * @param folds of the cross-validation; 0 if there was none
 * @param n messages that took part
 */
public record Probe(
    double accuracy, double low, double high, double majority, double control, int folds, int n) {

  /** Folds, unless said otherwise. */
  public static final int FOLDS = 5;

  /** The most messages that take part: of more, so many are drawn. */
  public static final int MOST = 5000;

  private static final int SHUFFLES = 5;
  private static final double LEVEL = 0.95;

  /** A probe with {@link #FOLDS} folds. */
  public static Probe of(Messages messages, int[] targets, RandomGenerator random) {
    return of(messages, targets, FOLDS, random);
  }

  /**
   * Probes messages for classes. If all are of one class, accuracy and control are 1, as is the
   * majority; if all are one message, its class is taken to be the most frequent one. A class with
   * one message is never found.
   *
   * @param targets the class of each message, any numbers
   * @param folds 2 or more; as many as there are messages if these are fewer
   * @param random draws messages, folds, shuffles and the order of learning
   * @throws IllegalArgumentException if an argument is not in its range
   */
  public static Probe of(Messages messages, int[] targets, int folds, RandomGenerator random) {
    if (targets.length != messages.size()) {
      throw new IllegalArgumentException(
          "targets: got " + targets.length + ", allowed: " + messages.size() + ", one a message");
    }
    if (folds < 2) {
      throw new IllegalArgumentException("folds: got " + folds + ", allowed: 2 or more");
    }
    int n = Math.min(MOST, targets.length);
    if (n < 2) {
      double majority = n == 0 ? Double.NaN : 1;
      return new Probe(Double.NaN, Double.NaN, Double.NaN, majority, Double.NaN, 0, n);
    }
    int[] rows = Shuffle.order(targets.length, random);
    rows = Arrays.copyOf(rows, n);
    Arrays.sort(rows);
    int[] classes = Arrays.stream(rows).map(row -> targets[row]).toArray();
    return cross(new Regression(messages.rows(rows)), classes, Math.min(folds, n), random);
  }

  private static Probe cross(Regression reader, int[] classes, int folds, RandomGenerator random) {
    int n = classes.length;
    int hits = hits(reader, classes, folds, random);
    double shuffled = 0;
    for (int i = 0; i < SHUFFLES; i++) {
      shuffled += hits(reader, Shuffle.of(classes, random), folds, random);
    }
    int most = Regression.mostFrequent(classes);
    double majority = (double) Arrays.stream(classes).filter(c -> c == most).count() / n;
    Interval interval = Interval.ofShare(hits, n, LEVEL);
    return new Probe(
        interval.estimate(),
        interval.low(),
        interval.high(),
        majority,
        shuffled / SHUFFLES / n,
        folds,
        n);
  }

  private static int hits(Regression reader, int[] classes, int folds, RandomGenerator random) {
    Folds dealt = Folds.of(classes, folds, random);
    int hits = 0;
    for (int fold = 0; fold < folds; fold++) {
      int[] held = dealt.held(fold);
      int[] found = reader.predict(dealt.train(fold), held, classes, random.nextLong());
      for (int i = 0; i < held.length; i++) {
        hits += found[i] == classes[held[i]] ? 1 : 0;
      }
    }
    return hits;
  }

  /** Whether messages tell the class: the interval lies above majority and control. */
  public boolean tells() {
    return low > Math.max(majority, control);
  }
}
