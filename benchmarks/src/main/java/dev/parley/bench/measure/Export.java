package dev.parley.bench.measure;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.datasets.Samples;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * A folder that a program in any language can read: {@code layout.json}, and beside it flat
 * little-endian files: {@code .f32} of 32-bit floats, {@code .f64} of 64-bit floats, {@code .i32}
 * of 32-bit whole numbers, all row-major.
 *
 * <p>{@code parameters.f32} holds one parameter after the other; the layout names each with its
 * rows and columns. Weights of a layer are [inputs, outputs].
 */
public final class Export {

  /**
   * One parameter.
   *
   * @param name such as {@code critic.w1}
   * @param rows of the matrix
   * @param columns of the matrix
   */
  public record Part(String name, int rows, int columns) {}

  private final Path folder;

  /** Makes the folder if need be. */
  public Export(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder);
  }

  /** Appends a perceptron of one hidden layer to a list of parameters: w1, b1, w2, b2. */
  public static void perceptron(
      List<Part> parts, String name, int inputs, int hidden, int outputs) {
    layer(parts, name, 1, inputs, hidden);
    layer(parts, name, 2, hidden, outputs);
  }

  private static void layer(List<Part> parts, String name, int number, int inputs, int outputs) {
    parts.add(new Part(name + ".w" + number, inputs, outputs));
    parts.add(new Part(name + ".b" + number, 1, outputs));
  }

  /** Writes {@code layout.json}. */
  public void layout(Map<String, ?> layout) throws IOException {
    new ObjectMapper()
        .writerWithDefaultPrettyPrinter()
        .writeValue(folder.resolve("layout.json").toFile(), layout);
  }

  /** Writes a file of 32-bit floats. */
  public void floats(String name, float[] values) throws IOException {
    write(name, values.length * Float.BYTES, bytes -> bytes.asFloatBuffer().put(values));
  }

  /** Writes a file of 64-bit floats. */
  public void doubles(String name, double[] values) throws IOException {
    write(name, values.length * Double.BYTES, bytes -> bytes.asDoubleBuffer().put(values));
  }

  /** Writes a file of 32-bit whole numbers. */
  public void wholes(String name, int[] values) throws IOException {
    write(name, values.length * Integer.BYTES, bytes -> bytes.asIntBuffer().put(values));
  }

  /** Writes the label of every sample to {@code labels.i32}. */
  public void labels(Samples samples) throws IOException {
    wholes("labels.i32", IntStream.range(0, samples.count()).map(samples::label).toArray());
  }

  private void write(String name, int length, Consumer<ByteBuffer> fill) throws IOException {
    byte[] bytes = new byte[length];
    fill.accept(ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN));
    Files.write(folder.resolve(name), bytes);
  }
}
