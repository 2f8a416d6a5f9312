package dev.parley.tensor;

import java.lang.ref.WeakReference;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * How many threads run a program. Each writes a place of its own: one counter for all would travel
 * between the caches of two runs side by side many times a round.
 */
final class Busy {

  private static final ThreadLocal<Busy> MINE = ThreadLocal.withInitial(Busy::added);

  /** Those of all threads that live; replaced as a whole, so that reading it allocates nothing. */
  private static volatile Busy[] all = {};

  /** Its thread; gone when the thread is. */
  private final WeakReference<Thread> thread = new WeakReference<>(Thread.currentThread());

  /** Programs within programs; written by its thread alone. */
  private volatile int depth;

  /** Keeps the places of two threads in different lines of the caches. */
  @SuppressWarnings("unused")
  private final long[] apart = new long[16];

  private Busy() {}

  private static synchronized Busy added() {
    Busy mine = new Busy();
    all =
        Stream.concat(Arrays.stream(all).filter(busy -> busy.thread.get() != null), Stream.of(mine))
            .toArray(Busy[]::new);
    return mine;
  }

  /** The place of the calling thread. */
  static Busy mine() {
    return MINE.get();
  }

  @SuppressWarnings("NonAtomicVolatileUpdate") // one thread writes
  void began() {
    depth++;
  }

  @SuppressWarnings("NonAtomicVolatileUpdate")
  void ended() {
    depth--;
  }

  /** How many threads there are between {@code began} and {@code ended}. */
  static int threads() {
    int busy = 0;
    for (Busy each : all) {
      busy += each.depth > 0 && each.thread.get() != null ? 1 : 0;
    }
    return busy;
  }
}
