package dev.parley.analysis;

import java.util.Arrays;
import java.util.Locale;
import java.util.random.RandomGenerator;

/**
 * Vectors as points of a plane, such that neighbours stay neighbours: t-SNE, exact (van der Maaten
 * and Hinton, 2008, "Visualizing data using t-SNE"). It minimises Kullback and Leibler's divergence
 * Σ p(i, j) ln (p(i, j) / q(i, j)), where q(i, j) ∝ 1 / (1 + |yᵢ - yⱼ|²), by gradient descent with
 * momentum 0.5, then 0.8, and a gain for each coordinate (Jacobs, 1988).
 *
 * <p>Departures, all of them usual today: points start at the first two principal components,
 * scaled to a deviation of 1e-4 (Kobak and Berens, 2019), with a hundredth of that as noise, which
 * sets equal vectors apart; in the first third of the steps, at most 250, p is taken 12 times; the
 * step is n / 48, at least 50 (Belkina et al., 2019). Near points of the map are alike; how far
 * apart groups lie, and how large they are, means little. Immutable.
 *
 * <p>One thread, and no function of the platform's own: equal arguments give equal points.
 */
public final class Tsne {

  /** The most vectors: time and memory grow with the square of their number. */
  public static final int MOST = 3000;

  /** Neighbours that a point has in effect, unless said otherwise. */
  public static final double PERPLEXITY = 30;

  /** Steps of the descent, unless said otherwise. */
  public static final int ITERATIONS = 750;

  private static final int LONGEST_EXAGGERATION = 250;
  private static final double EXAGGERATION = 12;
  private static final double SPREAD = 1e-4;
  private static final double LEAST_GAIN = 0.01;

  private final double[] joint;
  private final Axis x;
  private final Axis y;

  /** Σ 1 / (1 + |yᵢ - yⱼ|²) over the pairs, once each. */
  private double total;

  private Tsne(double[][] rows, double perplexity, RandomGenerator random) {
    joint = Neighbours.of(rows, perplexity);
    double[][] start = Pca.of(rows, 2).project(rows);
    double scale = SPREAD / deviation(start);
    x = new Axis(start, 0, scale, random);
    y = new Axis(start, 1, scale, random);
  }

  /** The map with {@link #PERPLEXITY} and {@link #ITERATIONS}. */
  public static Tsne of(double[][] rows, RandomGenerator random) {
    return of(rows, PERPLEXITY, ITERATIONS, random);
  }

  /**
   * The map of these rows; one row lies at the origin.
   *
   * @param rows vectors of one length, finite; at most {@link #MOST}, fewer are drawn by the caller
   * @param perplexity neighbours that a point has in effect, 1 or more; cut to (n - 1) / 3
   * @param iterations steps of the descent, 1 or more
   * @param random the noise of the start
   * @throws IllegalArgumentException if an argument is not in its range
   */
  public static Tsne of(
      double[][] rows, double perplexity, int iterations, RandomGenerator random) {
    Rectangle.width(rows);
    if (rows.length > MOST) {
      throw new IllegalArgumentException(
          "rows: got " + rows.length + ", allowed: at most " + MOST + "; draw some of them");
    }
    if (!(perplexity >= 1)) {
      throw new IllegalArgumentException("perplexity: got " + perplexity + ", allowed: 1 or more");
    }
    if (iterations < 1) {
      throw new IllegalArgumentException("iterations: got " + iterations + ", allowed: 1 or more");
    }
    double least = Math.max(1, Math.min(perplexity, (rows.length - 1) / 3.0));
    Tsne map = new Tsne(rows, least, random);
    map.descend(iterations);
    return map;
  }

  private static double deviation(double[][] start) {
    double squares = 0;
    for (double[] place : start) {
      squares += place.length == 0 ? 0 : place[0] * place[0];
    }
    return squares > 0 ? Math.sqrt(squares / start.length) : 1;
  }

  private void descend(int iterations) {
    int n = x.at.length;
    if (n < 2) {
      return;
    }
    double rate = Math.max(n / (4 * EXAGGERATION), 50);
    int exaggerated = Math.min(LONGEST_EXAGGERATION, iterations / 3);
    for (int i = 0; i < iterations; i++) {
      boolean early = i < exaggerated;
      forces();
      double factor = early ? EXAGGERATION : 1;
      x.step(factor, total, rate, early ? 0.5 : 0.8);
      y.step(factor, total, rate, early ? 0.5 : 0.8);
    }
    forces();
  }

  /** What draws points together and what drives them apart, each pair once. */
  private void forces() {
    x.clear();
    y.clear();
    total = 0;
    int pair = 0;
    for (int i = 1; i < x.at.length; i++) {
      double ownX = x.at[i];
      double ownY = y.at[i];
      for (int j = 0; j < i; j++) {
        double dx = ownX - x.at[j];
        double dy = ownY - y.at[j];
        double near = 1 / (1 + dx * dx + dy * dy);
        total += near;
        double pull = joint[pair++] * near;
        double push = near * near;
        x.pull[i] += pull * dx;
        x.pull[j] -= pull * dx;
        y.pull[i] += pull * dy;
        y.pull[j] -= pull * dy;
        x.push[i] += push * dx;
        x.push[j] -= push * dx;
        y.push[i] += push * dy;
        y.push[j] -= push * dy;
      }
    }
  }

  /** Where the points lie on the first axis, whose mean is 0; in a new array. */
  public double[] x() {
    return x.at.clone();
  }

  /** Where the points lie on the second axis, whose mean is 0; in a new array. */
  public double[] y() {
    return y.at.clone();
  }

  /** The divergence that is left, in nats; 0 for one point or none. */
  public double divergence() {
    double sum = 0;
    int pair = 0;
    for (int i = 1; i < x.at.length; i++) {
      for (int j = 0; j < i; j++) {
        double dx = x.at[i] - x.at[j];
        double dy = y.at[i] - y.at[j];
        double p = joint[pair++];
        if (p > 0) {
          sum += 2 * p * StrictMath.log(p * 2 * total * (1 + dx * dx + dy * dy));
        }
      }
    }
    return sum;
  }

  /** How many points, and the divergence that is left. */
  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "map of %,d points, divergence %.3f nats", x.at.length, divergence());
  }

  /** One coordinate of all points, and what moves it. */
  private static final class Axis {

    private final double[] at;
    private final double[] pull;
    private final double[] push;
    private final double[] velocity;
    private final double[] gain;

    Axis(double[][] start, int component, double scale, RandomGenerator random) {
      int n = start.length;
      at = new double[n];
      pull = new double[n];
      push = new double[n];
      velocity = new double[n];
      gain = new double[n];
      Arrays.fill(gain, 1);
      for (int i = 0; i < n; i++) {
        double place = component < start[i].length ? start[i][component] * scale : 0;
        at[i] = n == 1 ? 0 : place + SPREAD / 100 * random.nextGaussian();
      }
    }

    void clear() {
      Arrays.fill(pull, 0);
      Arrays.fill(push, 0);
    }

    void step(double exaggeration, double total, double rate, double momentum) {
      double mean = 0;
      for (int i = 0; i < at.length; i++) {
        double gradient = 4 * (exaggeration * pull[i] - push[i] / (2 * total));
        boolean turned = gradient * velocity[i] > 0;
        gain[i] = turned ? Math.max(LEAST_GAIN, gain[i] * 0.8) : gain[i] + 0.2;
        velocity[i] = momentum * velocity[i] - rate * gain[i] * gradient;
        at[i] += velocity[i];
        mean += at[i] / at.length;
      }
      for (int i = 0; i < at.length; i++) {
        at[i] -= mean;
      }
    }
  }
}
