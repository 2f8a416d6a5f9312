package dev.parley.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

final class SplitMixTest {

  /**
   * The first numbers of seed 1234567 as Rosetta Code lists them, "Pseudo-random
   * numbers/Splitmix64".
   */
  @Test
  void published() {
    SplitMix mix = new SplitMix(1234567);
    assertArrayEquals(
        new long[] {
          6457827717110365317L,
          3203168211198807973L,
          Long.parseUnsignedLong("9817491932198370423"),
          4593380528125082431L,
          Long.parseUnsignedLong("16408922859458223821")
        },
        LongStream.generate(mix::next).limit(5).toArray());
  }

  /** The JDK's own generator of the same paper. */
  @Test
  void sameAsTheJdk() {
    for (long seed : new long[] {0, 1, -1, 42, Long.MIN_VALUE, Long.MAX_VALUE}) {
      assertArrayEquals(
          LongStream.generate(new SplittableRandom(seed)::nextLong).limit(100).toArray(),
          LongStream.generate(new SplitMix(seed)::next).limit(100).toArray());
    }
  }

  @Test
  void zeroIsItsOwnMix() {
    assertEquals(0, SplitMix.mix(0));
  }
}
