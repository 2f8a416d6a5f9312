package dev.parley.report;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;

/**
 * A JVM in which two threads make their first tables at the same moment; ends with 0 if both do.
 */
final class TwoThreads {

  private TwoThreads() {}

  /** No arguments. */
  public static void main(String[] arguments) throws Exception {
    CyclicBarrier start = new CyclicBarrier(2);
    Thread other =
        new Thread(
            () -> {
              await(start);
              Tables.named("texts").texts("a", List.of("a"));
            });
    other.setDaemon(true);
    other.start();
    await(start);
    Tables.named("numbers").wholes("b", new int[] {1});
    other.join();
  }

  private static void await(CyclicBarrier start) {
    try {
      start.await();
    } catch (InterruptedException | BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }
}
