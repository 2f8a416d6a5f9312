package dev.parley.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.error.Problem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SamplesTest {

  /** Four images of 2x1 in two classes. */
  private final float[] pixels = {0, 0.25f, 0.5f, 0.75f, 1, 0, 0.125f, 1};

  private final Samples samples = Samples.of("four", 2, 1, 2, pixels, new int[] {1, 0, 1, 1});

  @Test
  void whatWasGiven() {
    assertEquals("four", samples.name());
    assertEquals(4, samples.count());
    assertEquals(2, samples.width());
    assertEquals(1, samples.height());
    assertEquals(2, samples.size());
    assertEquals(2, samples.classes());
    assertEquals(0, samples.label(1));
    assertSame(pixels, samples.pixels());
    assertEquals("four: 4 samples of 2x1, 2 classes", samples.toString());
  }

  @Test
  void labelsAreCopied() {
    int[] labels = {0, 1};
    Samples two = Samples.of("two", 1, 1, 2, new float[2], labels);
    labels[0] = 1;
    assertEquals(0, two.label(0));
  }

  @Test
  void indicesOfAClassAscend() {
    assertArrayEquals(new int[] {1}, samples.ofClass(0));
    assertArrayEquals(new int[] {0, 2, 3}, samples.ofClass(1));
    assertSame(samples.ofClass(1), samples.ofClass(1));
  }

  @Test
  void imageIsCopiedToItsPlace() {
    float[] into = {9, 9, 9, 9};
    samples.copyImage(1, into, 1);
    assertArrayEquals(new float[] {9, 0.5f, 0.75f, 9}, into);
  }

  @Test
  void indexOutOfRange() {
    float[] into = new float[2];
    assertThrows(IndexOutOfBoundsException.class, () -> samples.label(4));
    assertThrows(IndexOutOfBoundsException.class, () -> samples.label(-1));
    assertThrows(IndexOutOfBoundsException.class, () -> samples.ofClass(2));
    assertThrows(IndexOutOfBoundsException.class, () -> samples.copyImage(4, into, 0));
    assertThrows(IndexOutOfBoundsException.class, () -> samples.copyImage(0, into, 1));
    assertThrows(IndexOutOfBoundsException.class, () -> samples.select(new int[] {0, 4}));
  }

  @Test
  void selectKeepsOrderAndRepeats() {
    Samples chosen = samples.select(new int[] {3, 1, 3});
    assertEquals("four", chosen.name());
    assertArrayEquals(new float[] {0.125f, 1, 0.5f, 0.75f, 0.125f, 1}, chosen.pixels());
    assertArrayEquals(new int[] {0, 2}, chosen.ofClass(1));
    assertArrayEquals(new int[] {1}, chosen.ofClass(0));
  }

  @Test
  void selectMayLeaveOutAClass() {
    Samples chosen = samples.select(new int[] {0, 2});
    assertEquals(2, chosen.classes());
    assertEquals(0, chosen.ofClass(0).length);
  }

  @Test
  void selectNothing() {
    Problem problem = Failing.data(() -> samples.select(new int[0]));
    assertEquals("four", problem.subject());
    assertEquals("0 samples of 2 pixels", Failing.got(problem));
  }

  /** Computed with Python 3 (struct, hashlib) by the rule in Samples. */
  @Test
  void hashIsOfTheDocumentedBytes() {
    float[] values = {0, 0.25f, 0.5f, 1};
    assertEquals(
        "3d043b2b11e174ae67014a217e84dbb7822ac00eeed058e9bb069d907d196fcf",
        Samples.of("a", 2, 1, 2, values, new int[] {0, 1}).sha256());
  }

  @Test
  void equalDataHaveEqualHashes() {
    float[] negativeZero = pixels.clone();
    negativeZero[0] = -0f;
    Samples other = Samples.of("other", 2, 1, 2, negativeZero, new int[] {1, 0, 1, 1});
    assertEquals(samples.sha256(), other.sha256());
    assertEquals(samples.sha256(), samples.select(new int[] {0, 1, 2, 3}).sha256());
  }

  @Test
  void everyPartOfTheDataIsHashed() {
    int[] labels = {1, 0, 1, 1};
    float[] brighter = pixels.clone();
    brighter[0] = Float.MIN_VALUE;
    String hash = samples.sha256();
    assertNotEquals(hash, Samples.of("four", 2, 1, 2, brighter, labels).sha256());
    assertNotEquals(hash, Samples.of("four", 1, 2, 2, pixels, labels).sha256());
    assertNotEquals(hash, Samples.of("four", 2, 1, 2, pixels, new int[] {1, 0, 1, 0}).sha256());
    assertNotEquals(hash, samples.select(new int[] {0, 2, 1, 3}).sha256());
  }

  @ParameterizedTest
  @CsvSource({
    "0, 1, 1, width 0",
    "1, 0, 1, height 0",
    "1, -1, 1, height -1",
    "1, 1, 0, classes 0",
  })
  void impossibleDimensions(int width, int height, int classes, String got) {
    Problem problem = fail(width, height, classes, new float[1], 0);
    assertEquals("bad", problem.subject());
    assertEquals(got, Failing.got(problem));
    assertEquals("1 or more", Failing.allowed(problem));
  }

  @Test
  void dimensionsThatOverflow() {
    Problem problem = fail(1 << 16, 1 << 16, 1, new float[0], 0);
    assertEquals("images of 65536x65536", Failing.got(problem));
  }

  @Test
  void pixelsThatOverflow() {
    Problem problem = fail(1 << 15, 1 << 15, 1, new float[0], 0, 0, 0, 0);
    assertEquals("4 samples of 1073741824 pixels", Failing.got(problem));
  }

  @Test
  void blankName() {
    Problem problem = Failing.data(() -> Samples.of(" ", 1, 1, 1, new float[1], new int[1]));
    assertEquals("name", problem.subject());
  }

  @Test
  void noSamples() {
    assertEquals("0 samples of 4 pixels", Failing.got(fail(2, 2, 1, new float[0])));
  }

  @Test
  void pixelMissing() {
    Problem problem = fail(2, 2, 1, new float[7], 0, 0);
    assertEquals("7 pixels", Failing.got(problem));
    assertEquals("8 (2 labels, 2x2)", Failing.allowed(problem));
  }

  @ParameterizedTest
  @ValueSource(
      floats = {-0.01f, 1.0001f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY})
  void pixelOutOfRange(float pixel) {
    Problem problem = fail(2, 1, 1, new float[] {0, 1, 1, pixel}, 0, 0);
    assertEquals("pixel " + pixel, Failing.got(problem));
    assertEquals("0 to 1", Failing.allowed(problem));
    assertEquals("1", problem.value("sample").orElseThrow());
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 2, Integer.MAX_VALUE})
  void labelOutOfRange(int label) {
    Problem problem = fail(1, 1, 2, new float[3], 0, 1, label);
    assertEquals("label " + label, Failing.got(problem));
    assertEquals("0 to 1", Failing.allowed(problem));
    assertEquals("2", problem.value("sample").orElseThrow());
  }

  @Test
  void classWithoutSamples() {
    Problem problem = fail(1, 1, 3, new float[3], 0, 2, 0);
    assertEquals("no sample of class 1", Failing.got(problem));
  }

  @Test
  void moreClassesThanSamples() {
    Problem problem = fail(1, 1, Integer.MAX_VALUE, new float[2], 0, 1);
    assertEquals("2147483647 classes", Failing.got(problem));
  }

  private static Problem fail(int width, int height, int classes, float[] pixels, int... labels) {
    return Failing.data(() -> Samples.of("bad", width, height, classes, pixels, labels));
  }
}
