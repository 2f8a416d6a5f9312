package dev.parley.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.error.Problem;
import java.util.Arrays;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SplitTest {

  /**
   * Pixel {@code i} is {@code i / 64}, so that it tells which sample it was; 40 of class 0, 20 of
   * class 1.
   */
  private static Samples sixty() {
    float[] pixels = new float[60];
    int[] labels = new int[60];
    for (int i = 0; i < 60; i++) {
      pixels[i] = i / 64f;
      labels[i] = i % 3 == 2 ? 1 : 0;
    }
    return Samples.of("sixty", 1, 1, 2, pixels, labels);
  }

  private static RandomGenerator random(long seed) {
    return new SplitMix64(seed)::nextLong;
  }

  private static int[] indices(Samples part) {
    return IntStream.range(0, part.count()).map(i -> (int) (part.pixels()[i] * 64)).toArray();
  }

  @Test
  void everyClassKeepsItsShare() {
    Samples.Split split = sixty().split(0.25, random(1));
    assertEquals(10, split.evaluation().ofClass(0).length);
    assertEquals(5, split.evaluation().ofClass(1).length);
    assertEquals(30, split.train().ofClass(0).length);
    assertEquals(15, split.train().ofClass(1).length);
  }

  @Test
  void disjointAndComplete() {
    Samples.Split split = sixty().split(0.4, random(2));
    int[] both =
        IntStream.concat(
                Arrays.stream(indices(split.train())), Arrays.stream(indices(split.evaluation())))
            .sorted()
            .toArray();
    assertArrayEquals(IntStream.range(0, 60).toArray(), both);
  }

  @Test
  void orderIsThatOfTheWhole() {
    Samples.Split split = sixty().split(0.4, random(3));
    for (Samples part : new Samples[] {split.train(), split.evaluation()}) {
      int[] indices = indices(part);
      assertArrayEquals(Arrays.stream(indices).sorted().toArray(), indices);
    }
  }

  @Test
  void labelsGoWithTheirImages() {
    Samples whole = sixty();
    Samples.Split split = whole.split(0.3, random(4));
    for (Samples part : new Samples[] {split.train(), split.evaluation()}) {
      int[] indices = indices(part);
      for (int i = 0; i < indices.length; i++) {
        assertEquals(whole.label(indices[i]), part.label(i));
      }
    }
  }

  @Test
  void sameGeneratorSameSplit() {
    Samples.Split one = sixty().split(0.25, random(5));
    Samples.Split two = sixty().split(0.25, random(5));
    assertEquals(one.train().sha256(), two.train().sha256());
    assertEquals(one.evaluation().sha256(), two.evaluation().sha256());
    assertNotEquals(
        one.evaluation().sha256(), sixty().split(0.25, random(6)).evaluation().sha256());
  }

  /** From a program of our own in Python 3; pinned, so that a later version can repeat a run. */
  @Test
  void golden() {
    assertArrayEquals(
        new int[] {1, 3, 10, 16, 23, 41}, indices(sixty().split(0.1, random(0)).evaluation()));
  }

  /**
   * 3,000 splits hold every one of 60 samples out about 750 times; bounds are five standard errors.
   */
  @Test
  void everySampleHasTheSameChance() {
    Samples whole = sixty();
    RandomGenerator random = random(7);
    int[] held = new int[60];
    for (int i = 0; i < 3000; i++) {
      for (int index : indices(whole.split(0.25, random).evaluation())) {
        held[index]++;
      }
    }
    double bound = 5 * Math.sqrt(3000 * 0.25 * 0.75);
    for (int index = 0; index < 60; index++) {
      assertEquals(750, held[index], bound, "sample " + index);
    }
  }

  /** Only nextLong has one meaning in every version of the JDK. */
  @Test
  void drawsNothingButLongs() {
    SplitMix64 source = new SplitMix64(8);
    RandomGenerator onlyLongs =
        new RandomGenerator() {
          @Override
          public long nextLong() {
            return source.nextLong();
          }

          @Override
          public int nextInt() {
            throw new AssertionError("nextInt");
          }

          @Override
          public int nextInt(int bound) {
            throw new AssertionError("nextInt");
          }

          @Override
          public long nextLong(long bound) {
            throw new AssertionError("nextLong");
          }
        };
    assertEquals(15, sixty().split(0.25, onlyLongs).evaluation().count());
  }

  @Test
  void nothingHeldOut() {
    Samples whole = sixty();
    SplitMix64 source = new SplitMix64(9);
    Samples.Split split = whole.split(0, source::nextLong);
    assertSame(whole, split.train());
    assertSame(whole, split.evaluation());
    assertEquals(new SplitMix64(9).nextLong(), source.nextLong());
  }

  @Test
  void mostHeldOut() {
    Samples.Split split = sixty().split(0.9, random(10));
    assertEquals(4, split.train().ofClass(0).length);
    assertEquals(2, split.train().ofClass(1).length);
  }

  @Test
  void digits() {
    Samples.Split split = Digits.embedded().load().split(0.2, random(11));
    assertArrayEquals(
        new int[] {36, 36, 35, 37, 36, 36, 36, 36, 35, 36},
        IntStream.range(0, 10).map(c -> split.evaluation().ofClass(c).length).toArray());
    assertEquals("digits (train)", split.train().name());
    assertEquals("digits (evaluation)", split.evaluation().name());
  }

  @ParameterizedTest
  @ValueSource(doubles = {-0.1, 0.91, 1, Double.NaN, Double.POSITIVE_INFINITY})
  void shareOutOfRange(double holdout) {
    Problem problem = Failing.setting(() -> sixty().split(holdout, random(12)));
    assertEquals("holdout", problem.subject());
    assertEquals(String.valueOf(holdout), Failing.got(problem));
    assertEquals("0 to 0.9", Failing.allowed(problem));
  }

  @Test
  void nothingToEvaluate() {
    Problem problem = Failing.data(() -> sixty().split(0.02, random(13)));
    assertEquals("sixty", problem.subject());
    assertEquals("0 of the 20 samples of class 1 held out", Failing.got(problem));
    assertEquals("0.02", problem.value("holdout").orElseThrow());
  }

  @Test
  void nothingToLearnFrom() {
    Samples four = sixty().select(new int[] {0, 1, 2, 5});
    Problem problem = Failing.data(() -> four.split(0.8, random(14)));
    assertEquals("2 of the 2 samples of class 0 held out", Failing.got(problem));
  }

  @Test
  void classThatWasLeftOut() {
    Samples three = sixty().select(new int[] {0, 1, 3});
    Problem problem = Failing.data(() -> three.split(0.5, random(15)));
    assertTrue(Failing.got(problem).contains("class 1"), problem::toString);
  }
}
