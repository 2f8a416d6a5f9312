package dev.parley.random;

/** SplitMix64 (Steele, Lea and Flood, 2014): turns one word into a sequence of well-mixed ones. */
final class SplitMix {

  private static final long GOLDEN_GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  SplitMix(long state) {
    this.state = state;
  }

  long next() {
    state += GOLDEN_GAMMA;
    return mix(state);
  }

  static long mix(long word) {
    long z = (word ^ (word >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }
}
