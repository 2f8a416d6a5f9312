package dev.parley.train;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A value of a setting that is one number or string in an archive.
 *
 * @param allowed what it can be, in words
 * @param fits whether a node is one
 * @param value the node's value
 */
record Leaf(String allowed, Predicate<JsonNode> fits, Function<JsonNode, Object> value) {

  private static final Map<Class<?>, Leaf> LEAVES = new HashMap<>();

  static {
    Leaf whole =
        new Leaf(
            "a whole number from " + Integer.MIN_VALUE + " to " + Integer.MAX_VALUE,
            node -> node.isIntegralNumber() && node.canConvertToInt(),
            JsonNode::intValue);
    Leaf large =
        new Leaf(
            "a whole number of 64 bits",
            node -> node.isIntegralNumber() && node.canConvertToLong(),
            JsonNode::longValue);
    Leaf real = new Leaf("a finite number, or \"Infinity\"", Leaf::isReal, Leaf::real);
    Leaf truth = new Leaf("true or false", JsonNode::isBoolean, JsonNode::booleanValue);
    LEAVES.put(int.class, whole);
    LEAVES.put(Integer.class, whole);
    LEAVES.put(long.class, large);
    LEAVES.put(Long.class, large);
    LEAVES.put(double.class, real);
    LEAVES.put(Double.class, real);
    LEAVES.put(boolean.class, truth);
    LEAVES.put(Boolean.class, truth);
    LEAVES.put(String.class, new Leaf("a text", JsonNode::isTextual, JsonNode::textValue));
    LEAVES.put(Path.class, new Leaf("a path", Leaf::isPath, node -> Path.of(node.textValue())));
  }

  /** How a component of this type is read; empty if it is no leaf. */
  static Optional<Leaf> of(Class<?> declared) {
    return Optional.ofNullable(LEAVES.get(declared));
  }

  /** What is not finite is a text: JSON has no number for it. */
  private static boolean isReal(JsonNode node) {
    return node.isTextual()
        ? node.textValue().matches("-?Infinity|NaN")
        : node.isNumber() && Double.isFinite(node.doubleValue());
  }

  private static Object real(JsonNode node) {
    return node.isTextual() ? Double.valueOf(node.textValue()) : (Object) node.doubleValue();
  }

  private static boolean isPath(JsonNode node) {
    try {
      return node.isTextual() && Path.of(node.textValue()).getFileSystem().isOpen();
    } catch (InvalidPathException e) {
      return false;
    }
  }
}
