package dev.parley.datasets;

import dev.parley.error.DataException;
import dev.parley.error.Problem;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * 1,797 handwritten digits of 8x8 pixels that come with Parley: 174 to 183 of each of ten classes.
 *
 * <p>Source: the test set of E. Alpaydin and C. Kaynak, Optical Recognition of Handwritten Digits,
 * UCI Machine Learning Repository, 1998, doi:10.24432/C50P49, CC BY 4.0. A pixel counts the ink in
 * a 4x4 block of the scanned image, 0 to 16; here that number is divided by 16.
 */
public record Digits() implements Dataset {

  private static final int SIDE = 8;
  private static final int CLASSES = 10;
  private static final float INK = 16;

  /** The embedded digits. */
  public static Digits embedded() {
    return new Digits();
  }

  @Override
  public String name() {
    return "digits";
  }

  /**
   * Reads the digits from the library itself.
   *
   * @throws DataException if the library has been altered
   */
  @Override
  public Samples load() {
    Manifest.Entry entry = Manifest.DIGITS;
    try (InputStream in = Digits.class.getResourceAsStream(entry.name())) {
      return read(in, entry);
    } catch (IOException e) {
      throw new DataException(problem(entry).got("not readable: " + e), e);
    }
  }

  static Samples read(@Nullable InputStream in, Manifest.Entry entry) throws IOException {
    if (in == null) {
      throw new DataException(problem(entry).got("no such resource"));
    }
    byte[] packed = in.readAllBytes();
    String sha256 = Sha256.of(packed);
    if (!sha256.equals(entry.sha256())) {
      throw new DataException(
          problem(entry).got("sha256 " + sha256).allowed("sha256 " + entry.sha256()));
    }
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                new GZIPInputStream(new ByteArrayInputStream(packed)),
                StandardCharsets.US_ASCII))) {
      return parse(lines.lines().toList());
    }
  }

  private static Samples parse(List<String> rows) {
    int size = SIDE * SIDE;
    float[] pixels = new float[rows.size() * size];
    int[] labels = new int[rows.size()];
    for (int i = 0; i < labels.length; i++) {
      String[] cells = rows.get(i).split(",", -1);
      for (int p = 0; p < size; p++) {
        pixels[i * size + p] = Integer.parseInt(cells[p]) / INK;
      }
      labels[i] = Integer.parseInt(cells[size]);
    }
    return Samples.of("digits", SIDE, SIDE, CLASSES, pixels, labels);
  }

  private static Problem problem(Manifest.Entry entry) {
    return Problem.with(entry.name()).hint("part of the library: install Parley again");
  }

  @Override
  public String toString() {
    return "Digits.embedded()";
  }
}
