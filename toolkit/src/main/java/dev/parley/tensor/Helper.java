package dev.parley.tensor;

import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * A second thread that takes one half of a large kernel while the caller does the other. How a
 * kernel is cut depends on its shape alone, never on the machine or on who is free, so that the
 * numbers are the same whoever computes them.
 *
 * <p>There is one for the process. It helps while there are more processors than running programs;
 * several runs side by side use the processors better than halves do.
 */
final class Helper {

  private static final int PROCESSORS = Runtime.getRuntime().availableProcessors();
  private static final @Nullable Helper ONLY = PROCESSORS > 1 ? new Helper() : null;

  /** How long it looks for the next half before it sleeps: longer than a step's small kernels. */
  private static final long PATIENCE = 200_000;

  private final Gain gain = new Gain();
  private final AtomicReference<@Nullable Half> offered = new AtomicReference<>();
  private final Thread thread = new Thread(this::work, "parley-helper");
  private volatile boolean asleep;

  private Helper() {
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Makes sure that it is there, which is done outside of JShell's snippets: before JDK 20 an
   * interrupted snippet takes all threads with it that it has started.
   */
  static void start() {}

  /**
   * Two kernels that touch nothing that the other writes, as one.
   *
   * @param small whether to hand one over pays only between cores with the same cache
   */
  static Kernel both(Kernel mine, Kernel other, boolean small) {
    Half half = new Half(other, small);
    return () -> {
      Helper helper = ONLY != null && Busy.threads() < PROCESSORS ? ONLY : null;
      if (helper == null || !helper.offer(half)) {
        mine.run();
        other.run();
        return;
      }
      // What ends this thread must not give memory back that the other still computes on.
      try {
        mine.run();
      } finally {
        helper.finish(half);
      }
    };
  }

  /** One half, and whether it is done. */
  private static final class Half {
    private final Kernel kernel;
    private final boolean small;
    private volatile boolean done;
    private @Nullable RuntimeException failure;
    private long takenAt;

    /** 0 if the helper was asleep: how long it takes to wake says nothing about the next half. */
    private long offeredAt;

    Half(Kernel kernel, boolean small) {
      this.kernel = kernel;
      this.small = small;
    }

    private void run() {
      takenAt = System.nanoTime();
      try {
        failure = null;
        kernel.run();
      } catch (RuntimeException e) {
        failure = e;
      } finally {
        done = true;
      }
    }
  }

  private boolean offer(Half half) {
    if (half.small && !gain.pays()) {
      return false;
    }
    half.done = false;
    half.offeredAt = asleep ? 0 : System.nanoTime();
    if (!offered.compareAndSet(null, half)) {
      return false;
    }
    if (asleep) {
      LockSupport.unpark(thread);
    }
    return true;
  }

  /** Does the half that nobody has taken, or waits for its end. */
  private void finish(Half half) {
    if (offered.compareAndSet(half, null)) {
      half.kernel.run();
      return;
    }
    long ready = System.nanoTime();
    while (!half.done) {
      Thread.onSpinWait();
    }
    if (half.small && half.offeredAt != 0) {
      long waited = System.nanoTime() - ready;
      gain.told(half.takenAt - half.offeredAt, ready - half.offeredAt, waited);
    }
    if (half.failure != null) {
      throw half.failure;
    }
  }

  private void work() {
    long idleSince = System.nanoTime();
    while (true) {
      Half half = offered.get();
      if (half != null && offered.compareAndSet(half, null)) {
        half.run();
        idleSince = System.nanoTime();
      } else if (System.nanoTime() - idleSince < PATIENCE) {
        Thread.onSpinWait();
      } else {
        asleep = true;
        if (offered.get() == null) {
          LockSupport.park(this);
        }
        asleep = false;
        idleSince = System.nanoTime();
      }
    }
  }
}
