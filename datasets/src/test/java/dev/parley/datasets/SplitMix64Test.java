package dev.parley.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class SplitMix64Test {

  /**
   * The first numbers of seed 1234567 as Rosetta Code lists them, "Pseudo-random
   * numbers/Splitmix64".
   */
  @Test
  void published() {
    SplitMix64 random = new SplitMix64(1234567);
    assertArrayEquals(
        new long[] {
          6457827717110365317L,
          3203168211198807973L,
          Long.parseUnsignedLong("9817491932198370423"),
          4593380528125082431L,
          Long.parseUnsignedLong("16408922859458223821")
        },
        LongStream.generate(random::nextLong).limit(5).toArray());
  }

  /** The JDK's own generator of the same paper. */
  @Test
  void sameAsTheJdk() {
    for (long seed : new long[] {0, 1, -1, 42, Long.MIN_VALUE, Long.MAX_VALUE}) {
      assertArrayEquals(
          LongStream.generate(new SplittableRandom(seed)::nextLong).limit(1000).toArray(),
          LongStream.generate(new SplitMix64(seed)::nextLong).limit(1000).toArray());
    }
  }

  /** From a program of our own in Python 3, with its math.log and math.sqrt. */
  @Test
  void doubles() {
    SplitMix64 random = new SplitMix64(42);
    assertArrayEquals(
        new double[] {0.7415648787718233, 0.1599103928769201, 0.27860113025513866},
        DoubleStream.generate(random::nextDouble).limit(3).toArray());
  }

  /** From the same program. */
  @Test
  void gaussians() {
    SplitMix64 random = new SplitMix64(42);
    assertArrayEquals(
        new double[] {
          0.49295065581737485,
          -0.6940056672160174,
          -1.2810773478777024,
          -0.901557193497174,
          -0.6018779810957331,
          0.6425676289796471
        },
        DoubleStream.generate(random::nextGaussian).limit(6).toArray(),
        1e-15);
  }

  /** Bounds are five standard errors for 100,000 draws. */
  @Test
  void momentsOfTheGaussian() {
    SplitMix64 random = new SplitMix64(7);
    int n = 100_000;
    double[] draws = DoubleStream.generate(random::nextGaussian).limit(n).toArray();
    assertEquals(0, DoubleStream.of(draws).average().orElseThrow(), 5 / Math.sqrt(n));
    assertEquals(
        1, DoubleStream.of(draws).map(x -> x * x).average().orElseThrow(), 5 * Math.sqrt(2.0 / n));
    double beyond = DoubleStream.of(draws).filter(x -> Math.abs(x) > 1.959964).count();
    assertEquals(0.05 * n, beyond, 5 * Math.sqrt(n * 0.05 * 0.95));
    assertTrue(DoubleStream.of(draws).anyMatch(x -> x > 3));
  }
}
