package dev.parley.datasets;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;

/** Small IDX files. */
final class IdxFiles {

  static final int IMAGES = 0x803;
  static final int LABELS = 0x801;
  static final String TEST_IMAGES = "t10k-images-idx3-ubyte";
  static final String TEST_LABELS = "t10k-labels-idx1-ubyte";
  static final String TRAIN_IMAGES = "train-images-idx3-ubyte";
  static final String TRAIN_LABELS = "train-labels-idx1-ubyte";

  private IdxFiles() {}

  /** A header alone. */
  static byte[] header(int... integers) {
    ByteBuffer header = ByteBuffer.allocate(4 * integers.length);
    IntStream.of(integers).forEach(header::putInt);
    return header.array();
  }

  /** Images whose pixels count up from {@code first}, modulo 256. */
  static byte[] images(int count, int rows, int columns, int first) {
    byte[] values = new byte[count * rows * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = (byte) (first + i);
    }
    return join(header(IMAGES, count, rows, columns), values);
  }

  /** Labels that count up from 0, modulo 10. */
  static byte[] labels(int count) {
    byte[] values = new byte[count];
    for (int i = 0; i < count; i++) {
      values[i] = (byte) (i % 10);
    }
    return join(header(LABELS, count), values);
  }

  static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  static byte[] gzip(byte[] plain) throws IOException {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
      out.write(plain);
    }
    return packed.toByteArray();
  }

  static Path write(Path folder, String name, byte[] content) throws IOException {
    return Files.write(folder.resolve(name), content);
  }
}
