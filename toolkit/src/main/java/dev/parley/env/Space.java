package dev.parley.env;

import dev.parley.random.RandomStream;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What an agent can see, or what it can do: the kind of a value, and a flat form of it as numbers
 * that nets read.
 *
 * <p>Values are {@code double[]} for a {@link Box}, row-major, {@code Integer} for a {@link
 * Discrete}, {@code int[]} for a {@link MultiDiscrete} and {@code Map<String, Object>} for a {@link
 * Dict}. Spaces are immutable and equal by value; their text is the Java expression that makes
 * them.
 */
public sealed interface Space permits Box, Discrete, MultiDiscrete, Dict {

  /** How many numbers the flat form has. */
  int width();

  /** Whether it is a value of this space. */
  boolean contains(Object value);

  /**
   * Writes the flat form of a value: the numbers of a box, one-hot what is discrete, the parts of a
   * dictionary one after the other.
   *
   * @throws IllegalArgumentException if it is not a value of this space
   */
  void flatten(Object value, float[] into, int at);

  /** The value of this space whose flat form stands there. */
  Object unflatten(float[] from, int at);

  /** A value, uniformly; numbers of a box without an end are standard normal. */
  Object sample(RandomStream stream);

  /** The parts that are chosen or set by themselves, in order, none of them a dictionary. */
  List<Leaf> leaves();

  /** The same with all of it said, not done: others may hear it. */
  Space said();

  /**
   * A part of a space by its path.
   *
   * @param name the keys of the dictionaries on the way, joined by an underscore; "" for a space
   *     that is no dictionary
   * @param space a box or a discrete space
   */
  record Leaf(String name, Space space) {

    /** Whether it is said, or heard, rather than done or seen. */
    public boolean isSaid() {
      return (space instanceof Discrete choice && choice.isSaid())
          || (space instanceof Box box && box.isSaid());
    }
  }

  /** Numbers from {@code low} to {@code high}; infinite ends are allowed. */
  static Box box(double low, double high, int... shape) {
    return new Box(low, high, Arrays.stream(shape).boxed().toList(), false);
  }

  /** One of {@code count} choices, named 0, 1 and so on. */
  static Discrete discrete(int count) {
    return Discrete.of(count);
  }

  /** One of the named choices. */
  static Discrete discrete(String... names) {
    return new Discrete(List.of(names), false);
  }

  /** Several choices at a time, each one of so many. */
  static MultiDiscrete multiDiscrete(int... counts) {
    return new MultiDiscrete(Arrays.stream(counts).boxed().toList(), false);
  }

  /** One symbol of a vocabulary, said to whoever hears it. */
  static Discrete symbol(int vocabulary) {
    return discrete(vocabulary).said();
  }

  /** A message of {@code length} symbols of a vocabulary. */
  static MultiDiscrete message(int length, int vocabulary) {
    return new MultiDiscrete(IntStream.range(0, length).mapToObj(i -> vocabulary).toList(), true);
  }

  /** No parts: what an agent without eyes sees. */
  static Dict nothing() {
    return new Dict(List.of());
  }

  /** A dictionary of one part; {@code and} adds more. */
  static Dict dictionary(String key, Space space) {
    return nothing().and(key, space);
  }
}
