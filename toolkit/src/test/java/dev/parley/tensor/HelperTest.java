package dev.parley.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.nn.Adam;
import dev.parley.nn.Initial;
import dev.parley.nn.Losses;
import dev.parley.nn.Mlp;
import dev.parley.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class HelperTest {

  /** A net whose products and whose update are large enough to be cut in two. */
  private static float[] trained() {
    RandomStream random = new RandomStream(1);
    try (Graph graph = new Graph();
        Parameters parameters = new Parameters()) {
      Mlp net = new Mlp(parameters, 300, 500, 300, random);
      Tensor x = graph.input(64, 300);
      x.write(Initial.normal(x.length(), 1, random));
      Program program = graph.backward(Losses.meanSquaredError(net.apply(x), x));
      try (Adam adam = new Adam(parameters, Double.POSITIVE_INFINITY)) {
        for (int step = 0; step < 20; step++) {
          parameters.clearGradients();
          program.run();
          adam.step(1e-3);
        }
      }
      return parameters.toArray();
    }
  }

  /** As many programs run as there are processors, so that nobody helps. */
  private static float[] trainedAlone() throws InterruptedException {
    int processors = Runtime.getRuntime().availableProcessors();
    CountDownLatch busy = new CountDownLatch(processors);
    CountDownLatch over = new CountDownLatch(1);
    List<Thread> others = new ArrayList<>();
    for (int i = 0; i < processors; i++) {
      Thread other = new Thread(() -> beBusy(busy, over));
      other.start();
      others.add(other);
    }
    busy.await();
    try {
      assertTrue(Busy.threads() >= processors);
      return trained();
    } finally {
      over.countDown();
      for (Thread other : others) {
        other.join();
      }
    }
  }

  private static void beBusy(CountDownLatch busy, CountDownLatch over) {
    Busy mine = Busy.mine();
    mine.began();
    busy.countDown();
    try {
      over.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      mine.ended();
    }
  }

  @Test
  void bitsDoNotDependOnWhoHelps() throws Exception {
    assertArrayEquals(trainedAlone(), trained());
  }

  @Test
  void manyAtOnceComputeTheSame() throws Exception {
    float[] expected = trainedAlone();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<float[]>> runs = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        runs.add(threads.submit(HelperTest::trained));
      }
      for (Future<float[]> run : runs) {
        assertArrayEquals(expected, run.get());
      }
    } finally {
      threads.shutdown();
    }
  }

  @Test
  void failureOfEitherHalfReachesTheCaller() {
    Kernel fails =
        () -> {
          throw new IllegalStateException("half");
        };
    for (int i = 0; i < 1000; i++) {
      assertThrows(IllegalStateException.class, () -> Helper.both(fails, () -> {}, true).run());
      assertThrows(IllegalStateException.class, () -> Helper.both(() -> {}, fails, false).run());
    }
  }

  @Test
  void bothHalvesAreDoneOnceEachTime() {
    int[] done = new int[2];
    Kernel both = Helper.both(() -> done[0]++, () -> done[1]++, true);
    for (int i = 1; i <= 20_000; i++) {
      both.run();
      assertEquals(i, done[0]);
      assertEquals(i, done[1]);
    }
  }
}
