package dev.parley.nn;

import dev.parley.random.RandomStream;

/** Initial values of parameters. */
public final class Initial {

  private Initial() {}

  /** Uniform from -bound to bound. */
  public static float[] uniform(int length, double bound, RandomStream stream) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) ((2 * stream.nextDouble() - 1) * bound);
    }
    return values;
  }

  /** Normal with mean 0 and the given standard deviation. */
  public static float[] normal(int length, double deviation, RandomStream stream) {
    float[] values = new float[length];
    for (int i = 0; i < length; i++) {
      values[i] = (float) (stream.nextGaussian() * deviation);
    }
    return values;
  }
}
