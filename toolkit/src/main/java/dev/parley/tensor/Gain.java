package dev.parley.tensor;

/**
 * Whether handing over halves has saved time of late. It has not where other programs want the
 * second core too, for then its half is done when they let it; and small halves cost more than they
 * save where the second core has a cache of its own, to and from which every line that they touch
 * has to travel. A virtual machine may change from one to the other at any time.
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
  private static final int REMEMBERED = 16;

  /** While nothing is saved, {@link #REMEMBERED} of so many halves are handed over all the same. */
  private static final int ROUND = 1024;

  private final boolean near;
  private long saved = 1;
  private int asked;

  /** Of halves that are so small that they only pay with the same cache, or not. */
  Gain(boolean near) {
    this.near = near;
  }

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
    long now = near && taken > NEAR ? -own : own - waited;
    saved += (now - saved) / REMEMBERED;
  }
}
