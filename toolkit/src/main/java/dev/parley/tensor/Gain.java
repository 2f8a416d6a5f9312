package dev.parley.tensor;

/**
 * Whether handing over small halves has saved time of late. It has not where other programs want
 * the second core too, for then its half is done when they let it; nor where that core has a cache
 * of its own, to and from which every line that a half touches has to travel. A virtual machine may
 * change from one to the other at any time.
 *
 * <p>What it says decides who computes, never what comes out; so nothing is done about two threads
 * that write it at once.
 */
final class Gain {

  /**
   * Nanoseconds after which a half is taken: some 150 by a core with the same cache, 400 to 800 by
   * another.
   */
  private static final long NEAR = 300;

  /** About so many handovers make up the mean. */
  private static final int REMEMBERED = 8;

  /** While nothing is saved, {@link #REMEMBERED} of so many halves are handed over all the same. */
  private static final int ROUND = 512;

  private long saved = 1;
  private int asked;

  /** Whether to hand over the next half. */
  boolean pays() {
    if (saved > 0) {
      return true;
    }
    asked = (asked + 1) % ROUND;
    return asked < REMEMBERED;
  }

  /**
   * How it went, in nanoseconds.
   *
   * @param taken until the half was taken
   * @param own the time that the other half took
   * @param waited from then to the end of the half that was handed over
   */
  void told(long taken, long own, long waited) {
    long now = taken > NEAR ? -own : Math.max(own - waited, -2 * own);
    saved += (now - saved) / REMEMBERED;
  }
}
