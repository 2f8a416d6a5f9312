package dev.parley.datasets;

import static java.util.stream.Collectors.joining;

import dev.parley.error.DataException;
import dev.parley.error.Problem;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.stream.IntStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The content of one IDX file of unsigned bytes, the format of the MNIST pages: a magic number, the
 * dimensions as big-endian 32-bit integers, the bytes. A file whose name ends in {@code .gz} is
 * unpacked on the way.
 *
 * <p>Nothing is believed before it is seen: the memory taken grows with what the file holds, not
 * with what its header declares.
 */
final class Idx {

  private static final int IMAGES = 0x00000803;
  private static final int LABELS = 0x00000801;

  /** How every gzip file begins (RFC 1952). */
  private static final int GZIP = 0x1f8b;

  /** Far more than any data set of this format; 2^28 pixels are one gibibyte of floats. */
  private static final long MOST_BYTES = 1L << 28;

  private static final String AGAIN = "delete the file and get it again, as Mnist.download() does";

  private final Path file;
  private final int[] dimensions;
  private final byte[] values;

  private Idx(Path file, int[] dimensions, byte[] values) {
    this.file = file;
    this.dimensions = dimensions;
    this.values = values;
  }

  /** Images, {@code [count, rows, columns]}. */
  static Idx images(Path file) {
    return read(file, IMAGES);
  }

  /** Labels, {@code [count]}, each in 0 to {@code classes - 1}. */
  static Idx labels(Path file, int classes) {
    Idx labels = read(file, LABELS);
    for (int i = 0; i < labels.count(); i++) {
      if (labels.value(i) >= classes) {
        throw new DataException(
            problem(file)
                .got("label " + labels.value(i))
                .allowed("0 to " + (classes - 1))
                .fact("sample", String.valueOf(i))
                .hint("the file is damaged or of another data set"));
      }
    }
    return labels;
  }

  /** An error about this file begins like this. */
  static Problem problem(Path file) {
    return Problem.with(String.valueOf(file.getFileName())).fact("file", file.toString());
  }

  Path file() {
    return file;
  }

  int count() {
    return dimensions[0];
  }

  int rows() {
    return dimensions[1];
  }

  int columns() {
    return dimensions[2];
  }

  int length() {
    return values.length;
  }

  /** Byte {@code i} of all, 0 to 255. */
  int value(int i) {
    return Byte.toUnsignedInt(values[i]);
  }

  private static Idx read(Path file, int magic) {
    boolean packed = String.valueOf(file.getFileName()).endsWith(".gz");
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file));
        InputStream in = packed ? new GZIPInputStream(raw) : raw) {
      checkMagic(file, integers(file, in, 1)[0], magic);
      int[] dimensions = integers(file, in, magic & 0xff);
      return new Idx(file, dimensions, values(file, in, dimensions));
    } catch (NoSuchFileException e) {
      throw new DataException(problem(file).got("no such file"), e);
    } catch (EOFException | ZipException e) {
      throw new DataException(
          problem(file)
              .got("damaged gzip data: " + e)
              .allowed("a whole gzip file")
              .hint("if it is unpacked already, take .gz off its name; else " + AGAIN),
          e);
    } catch (IOException e) {
      throw new DataException(problem(file).got("not readable: " + e), e);
    }
  }

  private static int[] integers(Path file, InputStream in, int count) throws IOException {
    byte[] bytes = in.readNBytes(count * Integer.BYTES);
    if (bytes.length < count * Integer.BYTES) {
      throw truncated(file, "an incomplete header", "a header, then data");
    }
    int[] integers = new int[count];
    ByteBuffer.wrap(bytes).asIntBuffer().get(integers);
    return integers;
  }

  private static void checkMagic(Path file, int got, int expected) {
    if (got == expected) {
      return;
    }
    String hint =
        switch (got) {
          case IMAGES -> "these are images where labels should be; are the two files swapped?";
          case LABELS -> "these are labels where images should be; are the two files swapped?";
          default ->
              got >>> 16 == GZIP
                  ? "this is gzip data; add .gz to the name"
                  : "this is not an IDX file of unsigned bytes; " + AGAIN;
        };
    throw new DataException(
        problem(file).got("magic number " + hex(got)).allowed(hex(expected)).hint(hint));
  }

  private static byte[] values(Path file, InputStream in, int[] dimensions) throws IOException {
    String declared =
        IntStream.of(dimensions).mapToObj(Integer::toUnsignedString).collect(joining(" x "));
    long length = 1;
    for (int dimension : dimensions) {
      long size = Integer.toUnsignedLong(dimension);
      if (size == 0 || size > MOST_BYTES / length) {
        throw new DataException(
            problem(file)
                .got("dimensions " + declared)
                .allowed("each 1 or more, at most " + MOST_BYTES + " bytes in all")
                .hint("the header is damaged; " + AGAIN));
      }
      length *= size;
    }
    byte[] values = in.readNBytes((int) length);
    String allowed = length + " (" + declared + ")";
    if (values.length < length) {
      throw truncated(file, values.length + " bytes of data", allowed);
    }
    if (in.read() >= 0) {
      throw new DataException(
          problem(file)
              .got("more than " + length + " bytes of data")
              .allowed(allowed)
              .hint("the header or the end of the file is damaged; " + AGAIN));
    }
    return values;
  }

  private static DataException truncated(Path file, String got, String allowed) {
    return new DataException(
        problem(file).got(got).allowed(allowed).hint("the file is cut short; " + AGAIN));
  }

  private static String hex(int magic) {
    return "0x" + HexFormat.of().toHexDigits(magic);
  }
}
