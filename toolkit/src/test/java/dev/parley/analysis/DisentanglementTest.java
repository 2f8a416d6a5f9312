package dev.parley.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.random.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The full grid has known answers; other goldens are numpy 2.4.6 and scikit-learn 1.9.1. */
final class DisentanglementTest {

  private static final double DIGITS = 1e-12;

  private static int[][] grid() {
    return IntStream.range(0, 64)
        .mapToObj(i -> new int[] {i % 4, i / 4 % 4, i / 16})
        .toArray(int[][]::new);
  }

  private static int[][] coded() {
    return Arrays.stream(grid())
        .map(m -> new int[] {8 + m[2], m[0], 4 + m[1]})
        .toArray(int[][]::new);
  }

  @Test
  void oneSymbolAnAttribute() {
    Messages messages = Messages.of(coded(), 12);
    Disentanglement positional = Disentanglement.positional(grid(), messages);
    assertEquals(1, positional.value(), DIGITS);
    assertEquals(
        List.of(2, 0, 1),
        positional.parts().stream().map(Disentanglement.Part::attribute).toList());
    assertEquals(1, Disentanglement.bagOfSymbols(grid(), messages).value(), DIGITS);
  }

  /** In any order the bag is the same, and positions say little. */
  @Test
  void shuffledOrderKeepsTheBag() {
    RandomStream random = new RandomStream(1);
    int[][] shuffled =
        Arrays.stream(coded())
            .map(row -> Arrays.stream(random.permutation(3)).map(i -> row[i]).toArray())
            .toArray(int[][]::new);
    Messages messages = Messages.of(shuffled, 12);
    assertEquals(1, Disentanglement.bagOfSymbols(grid(), messages).value(), DIGITS);
    assertTrue(Disentanglement.positional(grid(), messages).value() < 0.2);
  }

  /** Of mutual_info_score and entropy, over the three positions and all four symbols that vary. */
  @Test
  void asScikitLearn() {
    int[][] meanings = new int[60][];
    int[][] rows = new int[60][];
    for (int i = 0; i < 60; i++) {
      int[] m = {i % 3, i / 3 % 4, i * i % 5};
      meanings[i] = m;
      rows[i] = new int[] {(m[0] + (i % 7 == 0 ? 1 : 0)) % 4, (m[1] * 2 + m[2]) % 4, 2, i / 2 % 3};
    }
    Messages messages = Messages.of(rows, 4);
    Disentanglement positional = Disentanglement.positional(meanings, messages);
    assertEquals(0.23199399631750148, positional.value(), DIGITS);
    assertEquals(
        List.of(0, 1, 3), positional.parts().stream().map(Disentanglement.Part::part).toList());
    assertEquals(
        0.08406957985066814, Disentanglement.bagOfSymbols(meanings, messages).value(), DIGITS);
  }

  @Test
  void degenerateLanguages() {
    Messages constant = Messages.of(new int[64][2], 3);
    for (Disentanglement none :
        List.of(
            Disentanglement.positional(grid(), constant),
            Disentanglement.bagOfSymbols(grid(), constant),
            Disentanglement.positional(new int[0][], Messages.of(new int[0][], 2)),
            Disentanglement.positional(new int[64][0], Messages.of(coded(), 12)))) {
      assertEquals(0, none.value());
      assertFalse(none.defined());
      assertTrue(none.parts().isEmpty());
    }
    Disentanglement sameMeaning =
        Disentanglement.positional(new int[64][3], Messages.of(coded(), 12));
    assertEquals(0, sameMeaning.value());
    assertTrue(sameMeaning.defined());
  }

  @Test
  void oneAttributeHasNoSecond() {
    int[][] label = {{0}, {1}, {0}, {1}};
    Messages messages = Messages.of(new int[][] {{2}, {0}, {2}, {0}}, 3);
    assertEquals(1, Disentanglement.positional(label, messages).value(), DIGITS);
  }

  @Test
  void argumentsAreChecked() {
    Messages two = Messages.of(new int[][] {{0}, {1}}, 2);
    assertThrows(
        IllegalArgumentException.class, () -> Disentanglement.positional(new int[3][1], two));
    assertThrows(
        IllegalArgumentException.class,
        () -> Disentanglement.bagOfSymbols(new int[][] {{0}, {1, 1}}, two));
  }

  /** numpy: [17, 3, 0, 0], [0, 17, 3, 0], [0, 0, 17, 3] counted, argmax of p(c | v). */
  @Test
  void contextIndependence() {
    int[] concepts = IntStream.range(0, 60).map(i -> i % 3).toArray();
    int[] said = IntStream.range(0, 60).map(i -> i % 3 + (i < 9 ? 1 : 0)).toArray();
    ContextIndependence shifted = ContextIndependence.of(concepts, said, 200, new RandomStream(1));
    assertEquals(0.5741666666666666, shifted.value(), DIGITS);
    assertEquals(1 / 201.0, shifted.p());
    assertTrue(shifted.nullMean() > 0.05 && shifted.nullMean() < 0.3, shifted::toString);
    assertEquals(shifted.value() - shifted.nullMean(), shifted.corrected());
  }

  @Test
  void contextIndependenceOfCodes() {
    int[] concepts = IntStream.range(0, 60).map(i -> i % 3).toArray();
    Messages own =
        Messages.of(
            Arrays.stream(concepts).mapToObj(c -> new int[] {c, c}).toArray(int[][]::new), 3);
    assertEquals(1, ContextIndependence.of(concepts, own, new RandomStream(1)).value(), DIGITS);
    ContextIndependence constant =
        ContextIndependence.of(concepts, new int[60], 50, new RandomStream(1));
    assertEquals(1.0 / 3, constant.value(), DIGITS);
    assertEquals(1, constant.p());
    assertEquals(0, constant.corrected(), DIGITS);
  }

  @Test
  void contextIndependenceOfNothing() {
    ContextIndependence none =
        ContextIndependence.of(new int[0], new int[0], 10, new RandomStream(1));
    assertEquals(new ContextIndependence(0, 0, 1, 0), none);
  }
}
