package dev.parley.bench.measure;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads an exported folder as its description says. */
public record Flat(Path folder) {

  /** The layout. */
  public JsonNode layout() throws IOException {
    return new ObjectMapper().readTree(folder.resolve("layout.json").toFile());
  }

  /** A file of 32-bit floats. */
  public float[] floats(String name) throws IOException {
    ByteBuffer bytes = bytes(name);
    float[] values = new float[bytes.remaining() / Float.BYTES];
    bytes.asFloatBuffer().get(values);
    return values;
  }

  /** A file of 64-bit floats. */
  public double[] doubles(String name) throws IOException {
    ByteBuffer bytes = bytes(name);
    double[] values = new double[bytes.remaining() / Double.BYTES];
    bytes.asDoubleBuffer().get(values);
    return values;
  }

  /** A file of 32-bit whole numbers. */
  public int[] wholes(String name) throws IOException {
    ByteBuffer bytes = bytes(name);
    int[] values = new int[bytes.remaining() / Integer.BYTES];
    bytes.asIntBuffer().get(values);
    return values;
  }

  /** How many numbers the parameters of the layout have. */
  public int parameters() throws IOException {
    int length = 0;
    for (JsonNode part : layout().path("parameters")) {
      length += part.path("rows").asInt() * part.path("columns").asInt();
    }
    return length;
  }

  private ByteBuffer bytes(String name) throws IOException {
    return ByteBuffer.wrap(Files.readAllBytes(folder.resolve(name))).order(ByteOrder.LITTLE_ENDIAN);
  }
}
