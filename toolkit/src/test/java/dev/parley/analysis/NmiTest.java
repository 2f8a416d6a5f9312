package dev.parley.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

/** Goldens are from scikit-learn 1.9.1: normalized_mutual_info_score(a, b). */
final class NmiTest {

  @Test
  void agreement() {
    int[] a = {0, 0, 1, 1, 2, 2, 2, 0, 1, 2};
    int[] b = {1, 1, 0, 0, 0, 2, 2, 1, 2, 2};
    assertEquals(0.6180656462921544, Nmi.of(a, b), 1e-14);
    assertEquals(0.6180656462921544, Nmi.of(b, a), 1e-14);
    assertEquals(1, Nmi.of(new int[] {0, 0, 1, 1}, new int[] {5, 5, -3, -3}), 1e-15);
    assertEquals(0, Nmi.of(new int[] {0, 0, 1, 1}, new int[] {0, 1, 0, 1}), 1e-15);
  }

  @Test
  void oneGroup() {
    assertEquals(0, Nmi.of(new int[5], new int[] {0, 1, 0, 1, 0}));
    assertEquals(1, Nmi.of(new int[4], new int[] {1, 1, 1, 1}));
    assertEquals(1, Nmi.of(new int[0], new int[0]));
  }

  @Test
  void lengths() {
    assertThrows(IllegalArgumentException.class, () -> Nmi.of(new int[2], new int[3]));
  }
}
