package dev.parley.state;

import dev.parley.random.RandomStream;
import dev.parley.state.Npy.Kind;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;

/** A state on its way from a file; what was not asked for yet stays in {@code left}. */
final class Restoring implements State {

  private static final int SHOWN = 100;

  private final ZipFile zip;
  private final Set<String> left;
  private final String prefix;

  Restoring(ZipFile zip, Set<String> left, String prefix) {
    this.zip = zip;
    this.left = left;
    this.prefix = prefix;
  }

  @Override
  public boolean restoring() {
    return true;
  }

  @Override
  public State part(String name) {
    return new Restoring(zip, left, prefix + name + "/");
  }

  @Override
  public float[] floats(String name, float[] values, int... shape) {
    ByteBuffer numbers = numbers(name, Kind.FLOAT, shape);
    float[] restored = new float[numbers.remaining() / Float.BYTES];
    numbers.asFloatBuffer().get(restored);
    for (float number : restored) {
      requireNumber(name, number);
    }
    return restored;
  }

  @Override
  public double[] doubles(String name, double[] values, int... shape) {
    ByteBuffer numbers = numbers(name, Kind.DOUBLE, shape);
    double[] restored = new double[numbers.remaining() / Double.BYTES];
    numbers.asDoubleBuffer().get(restored);
    for (double number : restored) {
      requireNumber(name, number);
    }
    return restored;
  }

  @Override
  public int[] ints(String name, int[] values, int limit, int... shape) {
    ByteBuffer numbers = numbers(name, Kind.INT, shape);
    int[] restored = new int[numbers.remaining() / Integer.BYTES];
    numbers.asIntBuffer().get(restored);
    for (int number : restored) {
      requireBetween(name, number, 0, limit - 1L);
    }
    return restored;
  }

  @Override
  public long number(String name, long value, long least, long most) {
    long restored = numbers(name, Kind.LONG).getLong();
    requireBetween(name, restored, least, most);
    return restored;
  }

  @Override
  public void stream(String name, RandomStream stream) {
    long[] words = stream.state();
    numbers(name, Kind.LONG, words.length).asLongBuffer().get(words);
    if (Arrays.stream(words).allMatch(word -> word == 0)) {
      throw zip.failure(prefix + name + " is no state of a stream: all words are 0");
    }
    stream.restore(words);
  }

  /** The numbers of an entry of exactly that kind and shape. */
  private ByteBuffer numbers(String name, Kind kind, int... shape) {
    String entry = prefix + name + ".npy";
    int size = zip.size(entry);
    if (size < 0) {
      throw zip.failure("has no " + entry);
    }
    left.remove(entry);
    byte[] header = Npy.header(kind, shape);
    byte[] content = zip.read(entry);
    boolean fits =
        size == header.length + Npy.length(kind, shape)
            && Arrays.equals(header, 0, header.length, content, 0, header.length);
    if (!fits) {
      String wanted = Npy.description(kind, shape);
      throw zip.failure(entry + " is " + shown(content) + ", not " + wanted);
    }
    return Npy.numbers(content, kind, shape);
  }

  /** What a file says of itself, or seems to. */
  private static String shown(byte[] content) {
    int from = Math.min(10, content.length);
    int to = Math.min(from + SHOWN, content.length);
    String text = new String(content, from, to - from, StandardCharsets.ISO_8859_1);
    int end = text.indexOf('}');
    return text.substring(0, end + 1).replaceAll("[^ -~]", "?")
        + (end < 0 ? "no array" : "")
        + " of "
        + content.length
        + " bytes";
  }

  private void requireNumber(String name, double value) {
    if (Double.isNaN(value)) {
      throw zip.failure(prefix + name + " has a NaN");
    }
  }

  private void requireBetween(String name, long value, long least, long most) {
    if (value < least || value > most) {
      throw zip.failure(prefix + name + " has " + value + ", not " + least + " to " + most);
    }
  }
}
