package dev.parley.random;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Golden numbers are from a program of our own in Python 3 (whole numbers of any length, math.log,
 * math.sqrt), unless a test says otherwise.
 */
final class RandomStreamTest {

  /** The output of the authors' C code, xoshiro256plusplus.c, from the state 1, 2, 3, 4. */
  @Test
  void published() {
    RandomStream random = new RandomStream(0);
    random.restore(new long[] {1, 2, 3, 4});
    assertArrayEquals(
        new long[] {
          41943041,
          58720359,
          3588806011781223L,
          3591011842654386L,
          Long.parseUnsignedLong("9228616714210784205"),
          Long.parseUnsignedLong("9973669472204895162"),
          Long.parseUnsignedLong("14011001112246962877"),
          Long.parseUnsignedLong("12406186145184390807"),
          Long.parseUnsignedLong("15849039046786891736"),
          Long.parseUnsignedLong("10450023813501588000")
        },
        longs(random, 10));
  }

  @Test
  void stateIsSeededBySplitMix() {
    assertArrayEquals(
        new long[] {
          0xE220A8397B1DCDAFL, 0x6E789E6AA1B965F4L, 0x06C45D188009454FL, 0xF88BB8A8724C81ECL
        },
        new RandomStream(0).state());
    assertArrayEquals(
        new long[] {
          0xE4D971771B652C20L, 0xE99FF867DBF682C9L, 0x382FF84CB27281E9L, 0x6D1DB36CCBA982D2L
        },
        new RandomStream(-1).state());
  }

  @Test
  void goldenLongs() {
    assertArrayEquals(
        new long[] {
          0xD0764D4F4476689FL,
          0x519E4174576F3791L,
          0xFBE07CFB0C24ED8CL,
          0xB37D9F600CD835B8L,
          0xCB231C3874846A73L,
          0x968D9F004E50DE7DL
        },
        longs(new RandomStream(42), 6));
  }

  @Test
  void goldenAfterAMillion() {
    RandomStream random = new RandomStream(42);
    for (int i = 0; i < 1_000_000; i++) {
      random.nextLong();
    }
    assertEquals(0x20F90AD983524096L, random.nextLong());
    assertArrayEquals(
        new long[] {
          0x83BC8ED23B67CB97L, 0xB0D4D306ADF7FA22L, 0x61B6CAC327FB886CL, 0xE8BF58D210048920L
        },
        random.state());
  }

  @Test
  void goldenIntsAreTheUpperHalf() {
    RandomStream random = new RandomStream(7);
    assertArrayEquals(
        new int[] {237771264, 739231965, -1213001293, 1834852202, -156081166},
        IntStream.generate(random::nextInt).limit(5).toArray());
  }

  @Test
  void goldenDoubles() {
    RandomStream random = new RandomStream(7);
    assertArrayEquals(
        new double[] {
          0.05536043647833311,
          0.17211585444811772,
          0.7175761283586594,
          0.42720981929150526,
          0.9636595218812296
        },
        DoubleStream.generate(random::nextDouble).limit(5).toArray());
  }

  @Test
  void goldenFloats() {
    RandomStream random = new RandomStream(7);
    float[] drawn = new float[5];
    for (int i = 0; i < drawn.length; i++) {
      drawn[i] = random.nextFloat();
    }
    assertArrayEquals(
        new float[] {0.055360436f, 0.1721158f, 0.7175761f, 0.4272098f, 0.96365947f}, drawn);
  }

  @Test
  void goldenBounded() {
    assertArrayEquals(
        new int[] {0, 1, 7, 4, 9, 4, 7, 3, 9, 0, 1, 1, 7, 1, 4, 0, 1, 1, 1, 7}, bounded(10, 20));
    assertArrayEquals(
        new int[] {
          118885631, 369615982, 1540983000, 917426100, 2069443064, 1000091056, 1554578648, 708324780
        },
        bounded(Integer.MAX_VALUE, 8));
  }

  /** A quarter of the words is rejected for this bound. */
  @Test
  void goldenBoundedWithRejections() {
    assertArrayEquals(
        new int[] {
          277211986, 688069575, 1552082298, 750068292, 531243585, 1582141372, 118031806, 276974077
        },
        bounded(3 << 29, 8));
  }

  /** StrictMath and Python agree in the last digit or the one before. */
  @Test
  void goldenGaussians() {
    RandomStream random = new RandomStream(7);
    assertArrayEquals(
        new double[] {
          1.674036445441065,
          0.5378981681989655,
          1.2079282540944534,
          0.32834061497569145,
          -0.012389036451004696,
          -0.4115374992476508,
          -0.27035077985340805,
          1.7561796575803088
        },
        DoubleStream.generate(random::nextGaussian).limit(8).toArray(),
        1e-15);
  }

  @Test
  void goldenPermutations() {
    RandomStream random = new RandomStream(7);
    assertArrayEquals(new int[] {5, 2, 11, 6, 10, 4, 8, 9, 3, 7, 1, 0}, random.permutation(12));
    assertArrayEquals(new int[] {1, 3, 4, 2, 0}, random.permutation(5));
  }

  @Test
  void permutationOfNothing() {
    RandomStream random = new RandomStream(7);
    long[] before = random.state();
    assertEquals(0, random.permutation(0).length);
    assertArrayEquals(new int[] {0}, random.permutation(1));
    assertArrayEquals(before, random.state());
  }

  @Test
  void permutationHasEveryNumberOnce() {
    RandomStream random = new RandomStream(3);
    for (int count : new int[] {2, 3, 17, 1000}) {
      int[] permuted = random.permutation(count);
      assertFalse(
          count > 3 && Arrays.equals(permuted, IntStream.range(0, count).toArray()),
          "in order: " + count);
      Arrays.sort(permuted);
      assertArrayEquals(IntStream.range(0, count).toArray(), permuted);
    }
  }

  @Test
  void permutationsAreEquallyLikely() {
    RandomStream random = new RandomStream(11);
    long[] counts = new long[64];
    for (int i = 0; i < 24_000; i++) {
      int[] p = random.permutation(4);
      counts[p[0] << 4 | p[1] << 2 | p[2]]++;
    }
    long[] seen = LongStream.of(counts).filter(c -> c > 0).toArray();
    assertEquals(24, seen.length);
    ChiSquare.checkUniform(seen);
  }

  @Test
  void boundedIsUnbiased() {
    RandomStream random = new RandomStream(5);
    for (int bound : new int[] {2, 3, 7, 10, 64, 1000}) {
      long[] counts = new long[bound];
      for (int i = 0; i < 100 * bound; i++) {
        counts[random.nextInt(bound)]++;
      }
      ChiSquare.checkUniform(counts);
    }
  }

  /** Without rejection every third number would come up in half of all draws. */
  @Test
  void boundedIsUnbiasedWhereRejectionMatters() {
    RandomStream random = new RandomStream(6);
    long[] counts = new long[3];
    for (int i = 0; i < 30_000; i++) {
      counts[random.nextInt(3 << 29) % 3]++;
    }
    ChiSquare.checkUniform(counts);
  }

  @Test
  void boundOneIsAlwaysZero() {
    assertArrayEquals(new int[100], bounded(1, 100));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
  void boundNotPositive(int bound) {
    IllegalArgumentException thrown =
        assertThrows(IllegalArgumentException.class, () -> new RandomStream(1).nextInt(bound));
    assertEquals("bound: got " + bound + ", allowed: 1 or more", thrown.getMessage());
  }

  /** Bounds are five standard errors for 100,000 draws. */
  @Test
  void momentsOfTheGaussian() {
    int n = 100_000;
    double[] draws = DoubleStream.generate(new RandomStream(8)::nextGaussian).limit(n).toArray();
    assertEquals(0, mean(draws, 1), 5 / Math.sqrt(n));
    assertEquals(1, mean(draws, 2), 5 * Math.sqrt(2.0 / n));
    assertEquals(0, mean(draws, 3), 5 * Math.sqrt(15.0 / n));
    assertEquals(3, mean(draws, 4), 5 * Math.sqrt(96.0 / n));
    double beyond = DoubleStream.of(draws).filter(x -> Math.abs(x) > 1.959964).count();
    assertEquals(0.05 * n, beyond, 5 * Math.sqrt(n * 0.05 * 0.95));
  }

  @Test
  void uniformsFillTheUnitIntervalEvenly() {
    RandomStream random = new RandomStream(9);
    long[] doubles = new long[100];
    long[] floats = new long[100];
    for (int i = 0; i < 50_000; i++) {
      doubles[(int) (random.nextDouble() * 100)]++;
      floats[(int) (random.nextFloat() * 100.0)]++;
    }
    ChiSquare.checkUniform(doubles);
    ChiSquare.checkUniform(floats);
  }

  /** The word of the first draw, s0 + rotl(s0 + s3, 23), is all ones from this state. */
  @Test
  void uniformsStayBelowOne() {
    long[] allOnes = {-1, 0, 0, 1};
    RandomStream random = new RandomStream(0);
    random.restore(allOnes);
    assertEquals(-1, random.nextLong());
    random.restore(allOnes);
    assertEquals(Math.nextDown(1.0), random.nextDouble());
    random.restore(allOnes);
    assertEquals(Math.nextDown(1f), random.nextFloat());
    random.restore(allOnes);
    assertEquals(Integer.MAX_VALUE - 1, random.nextInt(Integer.MAX_VALUE));
  }

  @Test
  void restoreContinuesExactly() {
    RandomStream random = new RandomStream(21);
    random.nextGaussian();
    random.permutation(10);
    long[] state = random.state();
    double gaussian = random.nextGaussian();
    int[] permutation = random.permutation(30);
    long[] after = longs(random, 100);

    RandomStream other = new RandomStream(99);
    other.nextGaussian();
    other.restore(state);
    assertEquals(gaussian, other.nextGaussian());
    assertArrayEquals(permutation, other.permutation(30));
    assertArrayEquals(after, longs(other, 100));
  }

  @Test
  void stateIsACopy() {
    RandomStream random = new RandomStream(4);
    long[] state = random.state();
    Arrays.fill(state, 17);
    assertArrayEquals(new RandomStream(4).state(), random.state());
    long[] given = {1, 2, 3, 4};
    random.restore(given);
    given[0] = 100;
    assertArrayEquals(new long[] {1, 2, 3, 4}, random.state());
  }

  @Test
  void stateThatCannotBe() {
    RandomStream random = new RandomStream(4);
    long[] before = random.state();
    assertThrows(IllegalArgumentException.class, () -> random.restore(new long[4]));
    assertThrows(IllegalArgumentException.class, () -> random.restore(new long[] {1, 2, 3}));
    assertThrows(IllegalArgumentException.class, () -> random.restore(new long[] {1, 2, 3, 4, 5}));
    assertArrayEquals(before, random.state());
  }

  private static long[] longs(RandomStream random, int count) {
    return LongStream.generate(random::nextLong).limit(count).toArray();
  }

  private static int[] bounded(int bound, int count) {
    RandomStream random = new RandomStream(7);
    return IntStream.generate(() -> random.nextInt(bound)).limit(count).toArray();
  }

  private static double mean(double[] draws, int power) {
    return DoubleStream.of(draws).map(x -> Math.pow(x, power)).average().orElseThrow();
  }
}
