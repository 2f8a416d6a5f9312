package dev.parley.random;

import java.util.random.RandomGenerator;

/**
 * A stream of random numbers: xoshiro256++ (Blackman and Vigna, 2021, "Scrambled linear
 * pseudorandom number generators"), period 2^256 - 1.
 *
 * <p>Written here rather than taken from the JDK because a checkpoint must hold its state, and
 * because its bounded and Gaussian draws must be the same on every JDK: those that this class
 * overrides do not depend on the JDK's defaults. Not safe for use by several threads.
 */
public final class RandomStream implements RandomGenerator {

  private static final double DOUBLE_UNIT = 0x1.0p-53;
  private static final float FLOAT_UNIT = 0x1.0p-24f;

  private long s0;
  private long s1;
  private long s2;
  private long s3;

  /**
   * A stream whose 256 bits of state are drawn from a SplitMix64 sequence that starts at {@code
   * seed}.
   */
  public RandomStream(long seed) {
    SplitMix mix = new SplitMix(seed);
    restore(new long[] {mix.next(), mix.next(), mix.next(), mix.next()});
  }

  /** The four words that determine everything this stream will ever draw. */
  public long[] state() {
    return new long[] {s0, s1, s2, s3};
  }

  /**
   * Continues where the stream was when {@link #state()} returned {@code state}.
   *
   * @throws IllegalArgumentException if there are not four words, or all are zero
   */
  public void restore(long[] state) {
    if (state.length != 4 || (state[0] | state[1] | state[2] | state[3]) == 0) {
      throw new IllegalArgumentException("state: needs four words that are not all zero");
    }
    s0 = state[0];
    s1 = state[1];
    s2 = state[2];
    s3 = state[3];
  }

  @Override
  public long nextLong() {
    final long result = Long.rotateLeft(s0 + s3, 23) + s0;
    final long t = s1 << 17;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = Long.rotateLeft(s3, 45);
    return result;
  }

  @Override
  public int nextInt() {
    return (int) (nextLong() >>> 32);
  }

  /** Uniform in [0, 1) on a grid of 2^-53. */
  @Override
  public double nextDouble() {
    return (nextLong() >>> 11) * DOUBLE_UNIT;
  }

  /** Uniform in [0, 1) on a grid of 2^-24. */
  @Override
  public float nextFloat() {
    return (nextLong() >>> 40) * FLOAT_UNIT;
  }

  /**
   * Uniform in [0, bound), without bias (Lemire, 2019, "Fast random integer generation in an
   * interval").
   *
   * @throws IllegalArgumentException if {@code bound} is not positive
   */
  @Override
  public int nextInt(int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("bound: got " + bound + ", allowed: 1 or more");
    }
    long product = (nextLong() >>> 32) * bound;
    long low = product & 0xFFFFFFFFL;
    if (low < bound) {
      long threshold = (1L << 32) % bound;
      while (low < threshold) {
        product = (nextLong() >>> 32) * bound;
        low = product & 0xFFFFFFFFL;
      }
    }
    return (int) (product >>> 32);
  }

  /**
   * Standard normal, by the polar method (Marsaglia and Bray, 1964); the second value of a pair is
   * not kept.
   */
  @Override
  public double nextGaussian() {
    double u;
    double v;
    double s;
    do {
      u = 2 * nextDouble() - 1;
      v = 2 * nextDouble() - 1;
      s = u * u + v * v;
    } while (s >= 1 || s == 0);
    return u * StrictMath.sqrt(-2 * StrictMath.log(s) / s);
  }

  /**
   * Puts the first {@code count} values in uniformly random order (Fisher and Yates; Durstenfeld,
   * 1964).
   */
  public void shuffle(int[] values, int count) {
    for (int i = count - 1; i > 0; i--) {
      int j = nextInt(i + 1);
      int value = values[i];
      values[i] = values[j];
      values[j] = value;
    }
  }

  /** The numbers 0 to {@code count - 1} in uniformly random order. */
  public int[] permutation(int count) {
    int[] values = new int[count];
    for (int i = 0; i < count; i++) {
      values[i] = i;
    }
    shuffle(values, count);
    return values;
  }
}
