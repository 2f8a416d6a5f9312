package dev.parley.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/**
 * Work that an interrupt from the keyboard stops in good order: at the next round, with the results
 * saved.
 */
final class Interruptible {

  private static final int PATIENCE_SECONDS = 60;

  private final Thread worker = Thread.currentThread();
  private final CountDownLatch ended = new CountDownLatch(1);
  private boolean working = true;

  private Interruptible() {}

  /**
   * Does the work and then the rest, on this thread. If the JVM is asked to end meanwhile, it
   * interrupts the work, but never the rest, and waits for the rest to end.
   */
  static <T> int call(Supplier<T> work, ToIntFunction<T> rest) {
    Interruptible call = new Interruptible();
    Thread hook = new Thread(call::stop, "parley-interrupt");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      T result = work.get();
      call.worked();
      return rest.applyAsInt(result);
    } finally {
      call.ended.countDown();
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The JVM is ending: the hook is what waits for us.
      }
    }
  }

  /** An interrupt that came too late to stop the work must not make its saving fail. */
  private synchronized void worked() {
    working = false;
    Thread.interrupted();
  }

  private synchronized void interrupt() {
    if (working) {
      worker.interrupt();
    }
  }

  private void stop() {
    interrupt();
    try {
      ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
