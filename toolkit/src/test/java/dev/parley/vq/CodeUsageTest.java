package dev.parley.vq;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

final class CodeUsageTest {

  private static CodeUsage of(int... uses) {
    CodeUsage usage = new CodeUsage(uses.length);
    for (int code = 0; code < uses.length; code++) {
      for (int use = 0; use < uses[code]; use++) {
        usage.add(code);
      }
    }
    return usage;
  }

  @Test
  void perplexityOfEvenUseIsTheNumberOfCodes() {
    for (int codes : new int[] {1, 2, 7, 32}) {
      int[] uses = new int[codes];
      Arrays.fill(uses, 13);
      assertEquals(codes, of(uses).perplexity(), 1e-12 * codes);
    }
  }

  @Test
  void perplexityOfOneCodeIsOne() {
    assertEquals(1, of(0, 5, 0).perplexity());
    assertEquals(1, of(0, 5, 0).used());
  }

  @Test
  void perplexityWithoutUseIsZero() {
    assertEquals(0, of(0, 0, 0).perplexity());
    assertEquals(0, of(0, 0, 0).used());
    assertEquals(0, new CodeUsage(0).perplexity());
  }

  /** From numpy: exp of the entropy of 1/8, 2/8, 5/8. */
  @Test
  void goldenPerplexity() {
    assertEquals(2.4602329762891006, of(1, 2, 0, 5).perplexity(), 1e-12);
    assertEquals(3, of(1, 2, 0, 5).used());
  }

  @Test
  void countsAreACopy() {
    CodeUsage usage = of(1, 0, 3);
    usage.counts()[1] = 100;
    assertArrayEquals(new long[] {1, 0, 3}, usage.counts());
  }

  @Test
  void clearForgetsAll() {
    CodeUsage usage = of(1, 0, 3);
    usage.clear();
    assertArrayEquals(new long[3], usage.counts());
    usage.add(1);
    assertEquals(1, usage.used());
    assertEquals(1, usage.perplexity());
  }

  @Test
  void codeThatDoesNotExist() {
    CodeUsage usage = new CodeUsage(2);
    assertThrows(IndexOutOfBoundsException.class, () -> usage.add(2));
    assertThrows(IndexOutOfBoundsException.class, () -> usage.add(-1));
  }
}
