package dev.parley.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.random.RandomStream;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.tribuo.util.infotheory.InformationTheory;

/** Goldens are from scikit-learn 1.9.1 and scipy 1.17.1; the call is named where they are. */
final class MutualInformationTest {

  private static final double DIGITS = 1e-12;

  private static int[] x() {
    return IntStream.range(0, 60).map(i -> (i * i + 3 * i) % 7).toArray();
  }

  private static int[] y() {
    return IntStream.range(0, 60).map(i -> (i * 5 + i / 3) % 4).toArray();
  }

  /** mutual_info_score(x, y) / ln 2, entropy(bincount(x), base=2). */
  @Test
  void plugIn() {
    MutualInformation mi = MutualInformation.of(x(), y(), new RandomStream(1));
    assertEquals(0.0029190109805602655, mi.bits(), DIGITS);
    assertEquals(1.9556432066052152, mi.entropyX(), DIGITS);
    assertEquals(1.584962500721156, mi.entropyY(), DIGITS);
    assertEquals(1.9527241956246546, Entropy.conditionalBits(x(), y()), DIGITS);
    assertEquals(mi.bits() / 1.584962500721156, mi.normalised(), DIGITS);
    assertEquals(mi.normalised(), mi.coverage(), DIGITS);
    assertTrue(mi.corrected() < 0, mi::toString);
    assertEquals(60, mi.pairs());
    assertEquals(MutualInformation.PERMUTATIONS, mi.permutations());
  }

  /** Tribuo 4.3.2: InformationTheory.mi and conditionalEntropy, whose default base is 2. */
  @Test
  void asTribuo() {
    RandomStream random = new RandomStream(3);
    for (int round = 0; round < 20; round++) {
      int kinds = 1 + random.nextInt(30);
      int[] x = IntStream.generate(() -> random.nextInt(kinds) - 5).limit(200).toArray();
      int[] y = Arrays.stream(x).map(v -> (v + random.nextInt(3)) / 2).toArray();
      var boxedX = Arrays.stream(x).boxed().toList();
      var boxedY = Arrays.stream(y).boxed().toList();
      assertEquals(InformationTheory.mi(boxedX, boxedY), MutualInformation.plugIn(x, y), 1e-10);
      assertEquals(
          InformationTheory.conditionalEntropy(boxedX, boxedY),
          Entropy.conditionalBits(x, y),
          1e-10);
    }
  }

  /**
   * All 56 ways to deal y out, by scikit-learn: mean of mutual_info_score / ln 2, and the share of
   * those with as much, 2 of 56.
   */
  @Test
  void nullIsThatOfAllPermutations() {
    int[] x = {0, 0, 0, 1, 1, 1, 2, 2};
    int[] y = {0, 0, 0, 1, 1, 1, 1, 1};
    MutualInformation mi = MutualInformation.of(x, y, 50_000, new RandomStream(1));
    assertEquals(0.9544340029249646, mi.bits(), DIGITS);
    assertEquals(0.267068210079625, mi.nullMean(), 0.004);
    assertEquals(2.0 / 56, mi.p(), 0.003);
    assertEquals(mi.bits() - mi.nullMean(), mi.corrected());
  }

  /** (8 - 4 - 2 + 1) / (2 n) nats for 4 x 2 values; for 64 pairs 0.0234, Lowe's chance level. */
  @Test
  void chanceOfABatchOf64() {
    RandomStream random = new RandomStream(9);
    double sum = 0;
    for (int batch = 0; batch < 300; batch++) {
      int[] messages = IntStream.generate(() -> random.nextInt(4)).limit(64).toArray();
      int[] actions = IntStream.generate(() -> random.nextInt(2)).limit(64).toArray();
      sum += MutualInformation.of(messages, actions, 20, random).nullMean() * Math.log(2);
    }
    assertEquals(3.0 / 128, sum / 300, 0.0012);
  }

  @Test
  void smallestP() {
    int[] x = IntStream.range(0, 400).map(i -> i % 4).toArray();
    MutualInformation mi = MutualInformation.of(x, x, new RandomStream(1));
    assertEquals(2, mi.bits(), DIGITS);
    assertEquals(1, mi.normalised(), DIGITS);
    assertEquals(1 / 201.0, mi.p());
  }

  /** Under independence p is uniform on its grid: a tenth of it is below a tenth. */
  @Test
  void pIsUniformByChance() {
    RandomStream random = new RandomStream(2);
    int low = 0;
    for (int round = 0; round < 1000; round++) {
      int[] x = IntStream.generate(() -> random.nextInt(10)).limit(100).toArray();
      int[] y = IntStream.generate(() -> random.nextInt(5)).limit(100).toArray();
      low += MutualInformation.of(x, y, 49, random).p() <= 0.1 ? 1 : 0;
    }
    assertEquals(0.1, low / 1000.0, 0.03);
  }

  @Test
  void nothingToKnow() {
    int[] constant = new int[50];
    int[] other = IntStream.range(0, 50).toArray();
    for (MutualInformation mi :
        new MutualInformation[] {
          MutualInformation.of(constant, other, new RandomStream(1)),
          MutualInformation.of(other, constant, new RandomStream(1)),
          MutualInformation.of(new int[0], new int[0], new RandomStream(1)),
          MutualInformation.of(new int[1], new int[1], new RandomStream(1))
        }) {
      assertEquals(0, mi.bits());
      assertEquals(0, mi.corrected());
      assertEquals(1, mi.p());
      assertEquals(0, mi.normalised());
    }
    assertEquals(0, MutualInformation.of(other, constant, new RandomStream(1)).coverage());
  }

  @Test
  void everyMessageDifferentTellsNothingAboveChance() {
    int[] unique = IntStream.range(0, 100).toArray();
    int[] labels = IntStream.range(0, 100).map(i -> i % 10).toArray();
    MutualInformation mi = MutualInformation.of(unique, labels, new RandomStream(1));
    assertEquals(1, mi.coverage(), DIGITS);
    assertEquals(0, mi.corrected(), DIGITS);
    assertEquals(1, mi.p());
  }

  @Test
  void argumentsAreChecked() {
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class, () -> MutualInformation.plugIn(new int[2], new int[3]));
    assertEquals("y: got 3 values, allowed: 2, as many as x", e.getMessage());
    assertThrows(
        IllegalArgumentException.class,
        () -> MutualInformation.of(new int[2], new int[2], 0, new RandomStream(1)));
  }

  /** normalized_mutual_info_score. */
  @Test
  void nmi() {
    assertEquals(0.001648876617082848, Nmi.of(x(), y()), DIGITS);
    int[] three = {0, 0, 1, 1, 2, 2};
    int[] two = {5, 5, 5, 9, 9, 9};
    assertEquals(0.5158037429793889, Nmi.of(three, two), DIGITS);
    assertEquals(1, Nmi.of(three, new int[] {7, 7, 3, 3, 5, 5}), DIGITS);
    assertEquals(1, Nmi.of(new int[3], new int[3]));
    assertEquals(0, Nmi.of(new int[3], new int[] {1, 2, 1}));
    assertEquals(1, Nmi.of(new int[0], new int[0]));
  }

  /** Every message is another one: whatever is dealt tells all, in another order of adding. */
  @Test
  void chanceThatTellsEverythingLeavesNothing() {
    for (int n : new int[] {3, 5, 32, 1000}) {
      int[] messages = IntStream.range(0, n).toArray();
      int[] labels = IntStream.range(0, n).map(i -> i * 7 % 10).toArray();
      MutualInformation told = MutualInformation.of(messages, labels, new RandomStream(n));
      assertTrue(told.bits() > 1);
      assertEquals("0.0", Double.toString(told.corrected()));
    }
  }
}
