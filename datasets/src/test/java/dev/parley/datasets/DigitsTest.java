package dev.parley.datasets;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.error.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class DigitsTest {

  private final Samples digits = Digits.embedded().load();

  /** Counts as the UCI page of the test set lists them. */
  @Test
  void counts() {
    assertEquals(1797, digits.count());
    assertEquals(8, digits.width());
    assertEquals(8, digits.height());
    assertEquals(10, digits.classes());
    assertArrayEquals(
        new int[] {178, 182, 177, 183, 181, 182, 181, 179, 174, 180},
        IntStream.range(0, 10).map(label -> digits.ofClass(label).length).toArray());
  }

  @Test
  void firstImage() {
    assertEquals(0, digits.label(0));
    assertArrayEquals(
        new float[] {0, 0, 5 / 16f, 13 / 16f, 9 / 16f, 1 / 16f, 0, 0},
        Arrays.copyOf(digits.pixels(), 8));
  }

  /** Computed from the packed file with Python 3 (gzip, struct, hashlib) by the rule in Samples. */
  @Test
  void contentHash() {
    assertEquals(
        "584a85a947ea030fbf01e590c3229c8b0ffcbfd746d55bb53590bd4817544550", digits.sha256());
  }

  @Test
  void alteredResource() throws IOException {
    byte[] packed;
    try (InputStream in = Digits.class.getResourceAsStream("digits.csv.gz")) {
      packed = in.readAllBytes();
    }
    packed[5000] ^= 1;
    Problem problem =
        Failing.data(() -> Digits.read(new ByteArrayInputStream(packed), Manifest.DIGITS));
    assertEquals("digits.csv.gz", problem.subject());
    assertEquals("sha256 " + Sha256.of(packed), Failing.got(problem));
    assertEquals("sha256 " + Manifest.DIGITS.sha256(), Failing.allowed(problem));
  }

  @Test
  void missingResource() {
    Problem problem = Failing.data(() -> Digits.read(null, Manifest.DIGITS));
    assertEquals("digits.csv.gz", problem.subject());
    assertEquals("no such resource", Failing.got(problem));
  }

  @Test
  void equalByValue() {
    assertEquals(Digits.embedded(), new Digits());
    assertEquals("digits", Digits.embedded().name());
    assertEquals("digits", digits.name());
  }
}
