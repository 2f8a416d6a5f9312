package dev.parley.tensor;

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

  private Device(INDArray row, @Nullable Device whole) {
    this.row = row;
    this.whole = whole == null ? this : whole;
    this.pointer = Engine.inMainMemory() ? new FloatPointer(row.data().addressPointer()) : null;
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
    requireMemory();
    if (pointer == null) {
      throw new IllegalStateException("the floats are not in main memory");
    }
    return pointer;
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
    if (pointer != null) {
      pointer.put(source, 0, length());
    } else {
      row.assign(Nd4j.createFromArray(source).reshape(1, length()));
    }
  }

  /** Copies to the JVM. */
  void get(float[] target) {
    requireMemory();
    if (pointer != null) {
      pointer.get(target, 0, length());
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
