package dev.parley.state;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * Files of numpy 2.4.6, to the byte. Each was made by
 *
 * <pre>
 * file = io.BytesIO(); numpy.save(file, array); file.getvalue()
 * </pre>
 *
 * <p>and is given as the length of its header, what the header says before it is filled with
 * spaces, and the numbers in hexadecimal digits.
 */
final class NpyTest {

  private static final byte[] BEGINNING = HexFormat.of().parseHex("934e554d505901007600");

  private static void assertFile(String text, String numbers, Consumer<State> content)
      throws IOException {
    Map<String, byte[]> entries = Entries.of(StateFile.bytes("{}", content));
    byte[] file = Entries.get(entries, "x.npy");
    assertArrayEquals(BEGINNING, Arrays.copyOf(file, 10));
    String header = new String(file, 10, 118, StandardCharsets.US_ASCII);
    assertEquals("%-117s\n".formatted(text), header);
    assertEquals(numbers, HexFormat.of().formatHex(file, 128, file.length));
  }

  /** numpy.array([[1, 2, 3], [-4, 5e-30, numpy.inf]], '&lt;f4'). */
  @Test
  void floats() throws IOException {
    assertFile(
        "{'descr': '<f4', 'fortran_order': False, 'shape': (2, 3), }",
        "0000803f0000004000004040000080c0f8d2ca0e0000807f",
        s -> s.floats("x", new float[] {1, 2, 3, -4, 5e-30f, Float.POSITIVE_INFINITY, 7}, 2, 3));
  }

  /** numpy.array([0.1, -0.0], '&lt;f8'). */
  @Test
  void doubles() throws IOException {
    assertFile(
        "{'descr': '<f8', 'fortran_order': False, 'shape': (2,), }",
        "9a9999999999b93f0000000000000080",
        s -> s.doubles("x", new double[] {0.1, -0.0}, 2));
  }

  /** numpy.array([[[7], [8]]], '&lt;i4'). */
  @Test
  void ints() throws IOException {
    assertFile(
        "{'descr': '<i4', 'fortran_order': False, 'shape': (1, 2, 1), }",
        "0700000008000000",
        s -> s.ints("x", new int[] {7, 8}, 9, 1, 2, 1));
  }

  /** numpy.zeros((0, 2), '&lt;i4'). */
  @Test
  void nothing() throws IOException {
    assertFile(
        "{'descr': '<i4', 'fortran_order': False, 'shape': (0, 2), }",
        "",
        s -> s.ints("x", new int[0], 9, 0, 2));
  }

  /** numpy.array(-5, '&lt;i8'). */
  @Test
  void number() throws IOException {
    assertFile(
        "{'descr': '<i8', 'fortran_order': False, 'shape': (), }",
        "fbffffffffffffff",
        s -> s.number("x", -5, -9, 9));
  }

  /** Room for another 20 digits is left after a first dimension: numpy grows arrays in place. */
  @Test
  void longHeader() {
    int[] shape = new int[30];
    Arrays.fill(shape, 1);
    assertEquals(192, Npy.header(Npy.Kind.LONG, shape).length);
    assertEquals(128, Npy.header(Npy.Kind.LONG, 12345).length);
  }
}
