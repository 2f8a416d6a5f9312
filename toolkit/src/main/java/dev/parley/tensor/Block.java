package dev.parley.tensor;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The storage of one tensor: a run of floats with two faces, an array of the JVM (<em>host</em>)
 * and a buffer of ND4J (<em>device</em>: main memory outside the heap, or a GPU's). Each face is
 * made when first asked for.
 *
 * <p>Which face holds the current values is not asked while a program runs: {@link Tape} works it
 * out while the program is built, and emits a copy where a kernel needs the other face. The
 * exception is an input, which its user may write at any time: it has a flag, and its upload is
 * skipped while nothing was written.
 */
final class Block {

  /** Who writes the block, and so which face is current when a program starts. */
  enum Kind {
    /** Written by kernels: current is whatever the last kernel left. */
    COMPUTED,
    /** Written by the user, on the host, between programs. */
    INPUT,
    /** Parameters, gradients and optimiser state: between programs they live on the device. */
    RESIDENT
  }

  private final int length;
  private final Kind kind;
  private final Supplier<Device> memory;
  private float @Nullable [] host;
  private @Nullable Device device;
  private boolean freed;

  /** Who leaves what the host has on the device too if asked; null if nobody does. */
  private @Nullable Mirror mirror;

  private boolean hostCurrent;
  private boolean deviceCurrent;

  /**
   * Whether the values are to be read from the host: where the kernel that wrote the block left
   * them if it is computed. One that is resident is brought back to the device at the end of a
   * program.
   */
  private boolean producedOnHost;

  /** Whether the user has written an input since its last upload. */
  private boolean written;

  private Block(int length, Kind kind, Supplier<Device> memory) {
    this.length = length;
    this.kind = kind;
    this.memory = memory;
    this.producedOnHost = kind == Kind.INPUT;
    this.written = kind == Kind.INPUT;
    reset();
  }

  static Block computed(int length) {
    return new Block(length, Kind.COMPUTED, () -> Device.allocate(length));
  }

  static Block input(int length) {
    return new Block(length, Kind.INPUT, () -> Device.allocate(length));
  }

  /** A block in memory that belongs to somebody else, asked for when first needed. */
  static Block resident(int length, Supplier<Device> memory) {
    return new Block(length, Kind.RESIDENT, memory);
  }

  int length() {
    return length;
  }

  Kind kind() {
    return kind;
  }

  /** What holds between programs, whatever the last one left. */
  void reset() {
    if (kind != Kind.COMPUTED) {
      hostCurrent = kind == Kind.INPUT;
      deviceCurrent = kind == Kind.RESIDENT;
    }
  }

  boolean hostCurrent() {
    return hostCurrent;
  }

  boolean deviceCurrent() {
    return deviceCurrent;
  }

  /**
   * Said while a program is built: a kernel writes one face, and the other is stale from here on.
   */
  void produced(boolean onHost) {
    producedOnHost = onHost && kind != Kind.RESIDENT;
    hostCurrent = onHost;
    deviceCurrent = !onHost;
    mirror = null;
  }

  void mirrorBy(Mirror writer) {
    mirror = writer;
  }

  @Nullable Mirror mirror() {
    return mirror;
  }

  /** Said while a program is built: one face is copied to the other. */
  void mirrored() {
    hostCurrent = true;
    deviceCurrent = true;
  }

  float[] host() {
    requireOpen();
    if (host == null) {
      host = new float[length];
    }
    return host;
  }

  Device device() {
    requireOpen();
    if (device == null) {
      device = memory.get();
    }
    return device;
  }

  /** The user has written the host face of an input. */
  void markWritten() {
    written = true;
  }

  /** Host to device; for an input only if it was written since. */
  Kernel upload() {
    float[] source = host();
    Device target = device();
    if (kind != Kind.INPUT) {
      return () -> target.put(source);
    }
    return () -> {
      if (written) {
        target.put(source);
        written = false;
      }
    };
  }

  /** Device to host. */
  Kernel download() {
    float[] target = host();
    Device source = device();
    return () -> source.get(target);
  }

  /**
   * Copies the values into {@code into}: from where they were produced, which is right whichever
   * program ran last, as long as no two programs write the same computed block on different sides.
   */
  void read(float[] into) {
    if (producedOnHost) {
      System.arraycopy(host(), 0, into, 0, length);
    } else {
      device().get(into);
    }
  }

  private void requireOpen() {
    if (freed) {
      throw new IllegalStateException("used after it was closed");
    }
  }

  /** Forgets both faces, and gives the device face back if it is this block's own. */
  void free() {
    freed = true;
    if (device != null && kind != Kind.RESIDENT) {
      device.free();
    }
    device = null;
    host = null;
  }
}
