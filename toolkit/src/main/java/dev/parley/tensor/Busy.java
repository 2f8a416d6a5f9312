package dev.parley.tensor;

import java.lang.ref.WeakReference;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * How many threads run a program. Each writes a place of its own: one counter for all would travel
 * between the caches of two runs side by side many times a round.
 */
final class Busy {

  private static final ThreadLocal<Busy> MINE = ThreadLocal.withInitial(Busy::new);
  private static final List<Busy> ALL = new CopyOnWriteArrayList<>();

  /** Its thread; gone when the thread is. */
  private final WeakReference<Thread> thread = new WeakReference<>(Thread.currentThread());

  /** Programs within programs; written by its thread alone. */
  private volatile int depth;

  /** Keeps the places of two threads in different lines of the caches. */
  @SuppressWarnings("unused")
  private final long[] apart = new long[16];

  private Busy() {
    ALL.removeIf(busy -> busy.thread.get() == null);
    ALL.add(this);
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
    for (Busy each : ALL) {
      busy += each.depth > 0 && each.thread.get() != null ? 1 : 0;
    }
    return busy;
  }
}
