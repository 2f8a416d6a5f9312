package dev.parley.datasets;

import dev.parley.error.Problem;
import dev.parley.error.SettingException;

/**
 * Synthetic signals: one Gaussian cluster per class. The centre of a cluster is uniform in [0.2,
 * 0.8] in every dimension; a sample is its centre plus {@code noise} times a standard normal in
 * every dimension, clipped to [0, 1].
 *
 * <p>Sample {@code i} is of class {@code i mod classes}, so that more samples per class extend the
 * same data. Equal settings give equal samples on every platform.
 *
 * @param classes how many clusters, 2 or more
 * @param dimensions length of a signal, 1 or more; {@link Samples#width()}
 * @param perClass samples of each class, 1 or more
 * @param noise standard deviation around the centre, 0 or more
 * @param seed of the centres and the noise
 */
public record Signals(int classes, int dimensions, int perClass, double noise, long seed)
    implements Dataset {

  private static final int PER_CLASS = 100;
  private static final double NOISE = 0.1;
  private static final long SEED = 0;

  private static final double LOWEST = 0.2;
  private static final double SPAN = 0.6;

  /** 2^28 floats are one gibibyte. */
  private static final long MOST_VALUES = 1L << 28;

  /**
   * Checks every value.
   *
   * @throws SettingException if a value is out of its range, or all signals together have more than
   *     2^28 values
   */
  public Signals {
    atLeast("classes", classes, 2);
    atLeast("dimensions", dimensions, 1);
    atLeast("perClass", perClass, 1);
    if (!(noise >= 0 && noise <= Double.MAX_VALUE)) {
      throw new SettingException(
          Problem.with("noise").got(noise).allowed("a finite number, 0 or more"));
    }
    noise = noise + 0.0; // -0 becomes 0, which it is equal to
    if ((double) classes * dimensions * perClass > MOST_VALUES) {
      throw new SettingException(
          Problem.with("signals")
              .got(classes + " classes x " + perClass + " samples x " + dimensions + " dimensions")
              .allowed("at most " + MOST_VALUES + " values"));
    }
  }

  /** Signals with 100 samples per class, noise 0.1 and seed 0. */
  public static Signals of(int classes, int dimensions) {
    return new Signals(classes, dimensions, PER_CLASS, NOISE, SEED);
  }

  /** The same with {@code n} samples of each class, 1 or more. */
  public Signals perClass(int n) {
    return new Signals(classes, dimensions, n, noise, seed);
  }

  /** The same with this standard deviation around the centres, 0 or more. */
  public Signals noise(double sd) {
    return new Signals(classes, dimensions, perClass, sd, seed);
  }

  /** The same with other centres and other noise. */
  public Signals seed(long s) {
    return new Signals(classes, dimensions, perClass, noise, s);
  }

  @Override
  public String name() {
    return "signals";
  }

  @Override
  public Samples load() {
    SplitMix64 random = new SplitMix64(seed);
    double[] centres = new double[classes * dimensions];
    for (int c = 0; c < centres.length; c++) {
      centres[c] = LOWEST + SPAN * random.nextDouble();
    }
    int[] labels = new int[classes * perClass];
    float[] values = new float[labels.length * dimensions];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = i % classes;
      for (int d = 0; d < dimensions; d++) {
        double value = centres[labels[i] * dimensions + d] + noise * random.nextGaussian();
        values[i * dimensions + d] = (float) Math.max(0, Math.min(1, value));
      }
    }
    return Samples.of("signals", dimensions, 1, classes, values, labels);
  }

  /** The expression that makes these signals; settings that {@link #of} has chosen are left out. */
  @Override
  public String toString() {
    StringBuilder text =
        new StringBuilder("Signals.of(")
            .append(classes)
            .append(", ")
            .append(dimensions)
            .append(')');
    if (perClass != PER_CLASS) {
      text.append(".perClass(").append(perClass).append(')');
    }
    if (noise != NOISE) {
      text.append(".noise(").append(noise).append(')');
    }
    if (seed != SEED) {
      text.append(".seed(").append(JavaLiteral.of(seed)).append(')');
    }
    return text.toString();
  }

  private static void atLeast(String setting, int got, int least) {
    if (got < least) {
      throw new SettingException(Problem.with(setting).got(got).allowed(least + " or more"));
    }
  }
}
