package dev.parley.tensor;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.Pointer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** A run of floats in ND4J's memory: a whole buffer, or a part of one. */
final class Device {

  private final INDArray row;

  /** The buffer of which this is a part; itself if it is a whole one. */
  private final Device whole;

  private boolean freed;

  /**
   * Where the floats are, if that is main memory; a GPU's are reached through ND4J's own copies.
   */
  private final @Nullable FloatPointer pointer;

  /**
   * The same place, for copies: from and to arrays they take a fifth of the time of a pointer's.
   */
  private final @Nullable FloatBuffer floats;

  private Device(INDArray row, @Nullable Device whole) {
    this.row = row;
    this.whole = whole == null ? this : whole;
    this.pointer = Engine.inMainMemory() ? new FloatPointer(row.data().addressPointer()) : null;
    this.floats = pointer == null ? null : pointer.capacity(row.length()).asBuffer();
  }

  /** A buffer of zeros. */
  static Device allocate(int length) {
    Engine.start();
    return new Device(Nd4j.create(DataType.FLOAT, 1, length), null);
  }

  /** Floats {@code from} to {@code from + length - 1} of this buffer: a view. */
  Device part(int from, int length) {
    INDArray view =
        Nd4j.create(row.data(), new long[] {1, length}, new long[] {length, 1}, from, 'c');
    return new Device(view, whole);
  }

  /** The same floats as {@code [rows, columns]}: a view. */
  INDArray shaped(int rows, int columns) {
    return row.reshape('c', rows, columns);
  }

  /** Where the floats are. */
  FloatPointer pointer() {
    return inMainMemory(pointer);
  }

  /** The floats, to be read and written at places of the caller's choice. */
  FloatBuffer floats() {
    return inMainMemory(floats);
  }

  private <T> T inMainMemory(@Nullable T place) {
    requireMemory();
    if (place == null) {
      throw new IllegalStateException("the floats are not in main memory");
    }
    return place;
  }

  /** Sets all floats to 0. */
  void clear() {
    requireMemory();
    Pointer.memset(pointer(), 0, (long) length() * Float.BYTES);
  }

  int length() {
    return (int) row.length();
  }

  /** Copies from the JVM. */
  void put(float[] source) {
    requireMemory();
    if (floats != null) {
      floats.put(0, source, 0, floats.capacity());
    } else {
      row.assign(Nd4j.createFromArray(source).reshape(1, length()));
    }
  }

  /** Copies to the JVM. */
  void get(float[] target) {
    requireMemory();
    if (floats != null) {
      floats.get(0, target, 0, floats.capacity());
    } else {
      System.arraycopy(row.dup('c').data().asFloat(), 0, target, 0, length());
    }
  }

  /** The buffer of which this is a part; itself if it is a whole one. */
  Device whole() {
    return whole;
  }

  /** A pointer into memory that was freed ends the JVM. */
  void requireMemory() {
    if (whole.freed) {
      throw new IllegalStateException("used after it was closed");
    }
  }

  /** Frees the memory; not to be called on a part of another buffer. */
  void free() {
    freed = true;
    row.close();
  }
}
