package dev.parley.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;

/**
 * Work that an interrupt from the keyboard stops in good order: at the next round, with the results
 * saved.
 */
final class Interruptible {

  private static final int PATIENCE_SECONDS = 60;

  private Interruptible() {}

  /**
   * Does the work on this thread. If the JVM is asked to end meanwhile, it waits for the work to
   * end.
   */
  static int call(IntSupplier work) {
    Thread worker = Thread.currentThread();
    CountDownLatch ended = new CountDownLatch(1);
    Thread hook =
        new Thread(
            () -> {
              worker.interrupt();
              try {
                ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            },
            "parley-interrupt");
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return work.getAsInt();
    } finally {
      ended.countDown();
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // The JVM is ending: the hook is what waits for us.
      }
    }
  }
}
