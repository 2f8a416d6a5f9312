package dev.parley.tensor;

import java.nio.FloatBuffer;
import org.jspecify.annotations.Nullable;

/**
 * Where a kernel that writes on the host leaves its result a second time, on the device: nowhere,
 * unless a later kernel turns out to want it there. That saves a copy of its own.
 */
final class Mirror {

  private @Nullable FloatBuffer device;

  /** Said while a program is built: the result is wanted there. */
  void set(FloatBuffer floats) {
    device = floats;
  }

  /** Leaves the first {@code count} of some values there, from a place on. */
  void put(int at, float[] values, int count) {
    if (device != null) {
      device.put(at, values, 0, count);
    }
  }
}
