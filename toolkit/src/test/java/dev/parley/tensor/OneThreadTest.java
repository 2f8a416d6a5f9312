package dev.parley.tensor;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** An operation takes one thread, whichever thread of the JVM it is called from. */
class OneThreadTest {

  @Test
  void threadThatHasNotStartedTheEngine() throws Exception {
    Engine.start();
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      Future<Integer> threads =
          other.submit(
              () -> {
                new Program(new Kernel[0]).run();
                return Engine.threads();
              });
      assertEquals(1, threads.get());
    } finally {
      other.shutdown();
    }
  }
}
