package dev.parley.state;

import dev.parley.error.Problem;
import dev.parley.error.TrainingException;
import dev.parley.random.RandomStream;
import dev.parley.state.Npy.Kind;
import java.nio.ByteBuffer;

/** A state on its way to a file. */
final class Saving implements State {

  private final Zip zip;
  private final String prefix;

  Saving(Zip zip, String prefix) {
    this.zip = zip;
    this.prefix = prefix;
  }

  @Override
  public boolean restoring() {
    return false;
  }

  @Override
  public State part(String name) {
    return new Saving(zip, prefix + name + "/");
  }

  @Override
  public float[] floats(String name, float[] values, int... shape) {
    byte[] file = Npy.file(Kind.FLOAT, shape);
    ByteBuffer numbers = Npy.numbers(file, Kind.FLOAT, shape);
    int count = numbers.remaining() / Float.BYTES;
    for (int i = 0; i < count; i++) {
      requireNumber(name, values[i]);
    }
    numbers.asFloatBuffer().put(values, 0, count);
    return add(name, file, values);
  }

  @Override
  public double[] doubles(String name, double[] values, int... shape) {
    byte[] file = Npy.file(Kind.DOUBLE, shape);
    ByteBuffer numbers = Npy.numbers(file, Kind.DOUBLE, shape);
    int count = numbers.remaining() / Double.BYTES;
    for (int i = 0; i < count; i++) {
      requireNumber(name, values[i]);
    }
    numbers.asDoubleBuffer().put(values, 0, count);
    return add(name, file, values);
  }

  @Override
  public int[] ints(String name, int[] values, int limit, int... shape) {
    byte[] file = Npy.file(Kind.INT, shape);
    ByteBuffer numbers = Npy.numbers(file, Kind.INT, shape);
    numbers.asIntBuffer().put(values, 0, numbers.remaining() / Integer.BYTES);
    return add(name, file, values);
  }

  @Override
  public long number(String name, long value, long least, long most) {
    byte[] file = Npy.file(Kind.LONG);
    Npy.numbers(file, Kind.LONG).putLong(value);
    return add(name, file, value);
  }

  @Override
  public void stream(String name, RandomStream stream) {
    long[] words = stream.state();
    byte[] file = Npy.file(Kind.LONG, words.length);
    Npy.numbers(file, Kind.LONG, words.length).asLongBuffer().put(words);
    add(name, file, words);
  }

  private <T> T add(String name, byte[] file, T values) {
    zip.add(prefix + name + ".npy", file);
    return values;
  }

  private void requireNumber(String name, double value) {
    if (Double.isNaN(value)) {
      throw new TrainingException(
          Problem.with(prefix + name)
              .got(value)
              .allowed("numbers")
              .hint("smaller steps: a lower learningRate or clip(1)"));
    }
  }
}
