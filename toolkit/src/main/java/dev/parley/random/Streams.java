package dev.parley.random;

/**
 * The root of all randomness of one run: one seed, split by name.
 *
 * <p>A stream depends on the seed and its own path of names alone, so that a new consumer with a
 * new name does not shift the numbers of the others. Asking twice for the same name gives two
 * streams that draw the same numbers. A name has at least one character.
 */
public final class Streams {

  private final long key;

  private Streams(long key) {
    this.key = key;
  }

  /** The root for {@code seed}. */
  public static Streams of(long seed) {
    return new Streams(SplitMix.mix(seed));
  }

  /** The streams of one part of a run, such as one agent. */
  public Streams child(String name) {
    return new Streams(key(name));
  }

  /** The stream of that name, from its start. */
  public RandomStream stream(String name) {
    return new RandomStream(key(name));
  }

  private long key(String name) {
    if (name.isEmpty()) {
      throw new IllegalArgumentException("name: got an empty one, allowed: 1 character or more");
    }
    long hash = key;
    for (int i = 0; i < name.length(); i++) {
      hash = SplitMix.mix(hash + name.charAt(i));
    }
    return SplitMix.mix(hash ^ name.length());
  }
}
