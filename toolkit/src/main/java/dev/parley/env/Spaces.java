package dev.parley.env;

import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What all spaces do in the same way. */
final class Spaces {

  private Spaces() {}

  static Object require(Space space, Object value) {
    if (!space.contains(value)) {
      throw new IllegalArgumentException(
          "value: got " + text(value) + ", allowed: one of " + space);
    }
    return value;
  }

  /** A value as people read it; equal values have equal texts. */
  static String text(@Nullable Object value) {
    if (value instanceof Map<?, ?> map) {
      Map<String, String> parts = new TreeMap<>();
      map.forEach((key, part) -> parts.put(String.valueOf(key), text(part)));
      return parts.toString();
    }
    if (value instanceof double[] numbers) {
      return Arrays.toString(numbers);
    }
    return value instanceof int[] choices ? Arrays.toString(choices) : String.valueOf(value);
  }

  static String number(double value) {
    if (Double.isInfinite(value)) {
      return value > 0 ? "Double.POSITIVE_INFINITY" : "Double.NEGATIVE_INFINITY";
    }
    return value == Math.rint(value) && Math.abs(value) < 1e9
        ? Integer.toString((int) value)
        : Double.toString(value);
  }

  static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
