package dev.parley.state;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Arrays in numpy's npy format, version 1.0, little-endian, in C order: to the byte what {@code
 * numpy.save} writes. A kind and a shape have exactly one header, so that reading one is comparing
 * it.
 */
final class Npy {

  /** What the numbers are. */
  enum Kind {
    FLOAT("<f4", Float.BYTES),
    DOUBLE("<f8", Double.BYTES),
    INT("<i4", Integer.BYTES),
    LONG("<i8", Long.BYTES);

    private final String description;
    private final int bytes;

    Kind(String description, int bytes) {
      this.description = description;
      this.bytes = bytes;
    }
  }

  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
  private static final int PREFIX = MAGIC.length + Short.BYTES;
  private static final int ALIGNMENT = 64;

  /** Digits for which numpy leaves room, so that the first dimension can grow in place. */
  private static final int DIGITS = 21;

  private Npy() {}

  /** The bytes before the numbers. */
  static byte[] header(Kind kind, int... shape) {
    String text = description(kind, shape);
    if (shape.length > 0) {
      text += " ".repeat(DIGITS - Integer.toString(shape[0]).length());
    }
    int length = PREFIX + text.length() + 1;
    text += " ".repeat((ALIGNMENT - length % ALIGNMENT) % ALIGNMENT) + "\n";
    return ByteBuffer.allocate(PREFIX + text.length())
        .order(ByteOrder.LITTLE_ENDIAN)
        .put(MAGIC)
        .putShort((short) text.length())
        .put(text.getBytes(StandardCharsets.US_ASCII))
        .array();
  }

  /** What the header says, as numpy writes it. */
  static String description(Kind kind, int... shape) {
    StringBuilder text = new StringBuilder("{'descr': '").append(kind.description);
    text.append("', 'fortran_order': False, 'shape': (");
    for (int i = 0; i < shape.length; i++) {
      text.append(i == 0 ? "" : ", ").append(shape[i]);
    }
    return text.append(shape.length == 1 ? ",), }" : "), }").toString();
  }

  /** The bytes of the numbers: their count times the size of one; more than an int holds is not. */
  static long length(Kind kind, int... shape) {
    long length = kind.bytes;
    for (int size : shape) {
      length = Math.multiplyExact(length, size);
    }
    return length;
  }

  /** A whole file: its header, and zeros. */
  static byte[] file(Kind kind, int... shape) {
    byte[] header = header(kind, shape);
    return Arrays.copyOf(header, Math.toIntExact(header.length + length(kind, shape)));
  }

  /** The numbers of a file of that kind and shape, to be read or written. */
  static ByteBuffer numbers(byte[] file, Kind kind, int... shape) {
    int from = header(kind, shape).length;
    return ByteBuffer.wrap(file, from, file.length - from).slice().order(ByteOrder.LITTLE_ENDIAN);
  }
}
