package dev.parley.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** All goldens here are from scipy 1.17.1: entropy(counts, base=2). */
final class EntropyTest {

  private static final double DIGITS = 1e-14;

  @Test
  void nothing() {
    assertEquals(0, Entropy.bits(List.of()));
  }

  @Test
  void constant() {
    assertEquals(0, Entropy.bits(List.of("7 7", "7 7", "7 7")));
    assertEquals(0, Entropy.bits(List.of("7 7")));
  }

  @Test
  void fairCoin() {
    assertEquals(1, Entropy.bits(List.of("a", "b", "b", "a")), DIGITS);
  }

  @Test
  void unequalCounts() {
    assertEquals(0.8112781244591328, Entropy.bits(List.of(1, 1, 2, 1)), DIGITS);
    assertEquals(
        1.2987949406953987, Entropy.bits(List.of("a", "b", "a", "c", "a", "b", "a", "a")), DIGITS);
  }

  @Test
  void uniformIsTheLogarithmOfTheCount() {
    assertEquals(2.8073549220576037, Entropy.bits(Set.of(1, 2, 3, 4, 5, 6, 7)), DIGITS);
  }

  @Test
  void rareMessages() {
    List<String> messages = new ArrayList<>(Collections.nCopies(97, "0 0"));
    messages.addAll(List.of("0 1", "1 0", "1 1"));
    assertEquals(0.2419407328532109, Entropy.bits(messages), DIGITS);
  }

  @Test
  void counts() {
    assertEquals(1.5645041853857056, Entropy.bits(new long[] {5, 0, 3, 12, 0, 1}), DIGITS);
    assertEquals(1.2987949406953987, Entropy.bits(new long[] {5, 0, 2, 1}), DIGITS);
    assertEquals(0.2419407328532109, Entropy.bits(new long[] {97, 1, 1, 1}), DIGITS);
    assertEquals(3, Entropy.bits(new long[] {4, 4, 4, 4, 4, 4, 4, 4}), DIGITS);
  }

  @Test
  void countsOfNothingAndOfOne() {
    assertEquals(0, Entropy.bits(new long[0]));
    assertEquals(0, Entropy.bits(new long[] {0, 0}));
    assertEquals(0, Entropy.bits(new long[] {0, 8}));
  }

  @Test
  void negativeCount() {
    IllegalArgumentException e =
        assertThrows(IllegalArgumentException.class, () -> Entropy.bits(new long[] {3, -2}));
    assertEquals("counts: got -2, allowed: 0 or more", e.getMessage());
  }

  /** Miller's formula on scipy's plug-in value: + (4 - 1) / (2 * 21 * ln 2). */
  @Test
  void correctedForFewObservations() {
    assertEquals(1.6675538311634888, Entropy.correctedBits(new long[] {5, 0, 3, 12, 0, 1}), DIGITS);
    assertEquals(
        1.6675538311634888,
        Entropy.correctedBits(
            new int[] {9, 9, 9, 9, 9, 2, 2, 2, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, 4, -1}),
        DIGITS);
    assertEquals(0, Entropy.correctedBits(new long[] {0, 8}));
    assertEquals(0, Entropy.correctedBits(new int[0]));
  }

  @Test
  void perplexity() {
    assertEquals(2.957758343595886, Entropy.perplexity(new long[] {5, 0, 3, 12, 0, 1}), DIGITS);
    assertEquals(4, Entropy.perplexity(new int[] {7, -2, 0, 5}), DIGITS);
    assertEquals(1, Entropy.perplexity(new int[] {3, 3}));
    assertEquals(1, Entropy.perplexity(new int[0]));
  }

  /** scipy 1.17.1: jensenshannon(p, q, base=2) ** 2. */
  @Test
  void jensenShannon() {
    assertEquals(
        0.27320498059151654,
        Entropy.jensenShannon(new long[] {5, 0, 3, 12}, new long[] {1, 4, 0, 7}),
        DIGITS);
    assertEquals(0, Entropy.jensenShannon(new long[] {1, 3}, new long[] {10, 30}), DIGITS);
    assertEquals(1, Entropy.jensenShannon(new long[] {2, 0}, new long[] {0, 9}), DIGITS);
  }

  @Test
  void jensenShannonOfNothing() {
    assertEquals(0, Entropy.jensenShannon(new long[] {0, 0}, new long[] {0, 0}));
    assertEquals(1, Entropy.jensenShannon(new long[] {0, 0}, new long[] {3, 0}));
    assertThrows(
        IllegalArgumentException.class,
        () -> Entropy.jensenShannon(new long[] {1}, new long[] {1, 1}));
  }

  @Test
  void conditional() {
    int[] x = {0, 0, 1, 1};
    assertEquals(0, Entropy.conditionalBits(x, x));
    assertEquals(1, Entropy.conditionalBits(x, new int[] {0, 1, 0, 1}), DIGITS);
    assertEquals(0, Entropy.conditionalBits(new int[0], new int[0]));
  }
}
