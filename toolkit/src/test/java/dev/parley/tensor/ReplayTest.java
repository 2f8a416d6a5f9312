package dev.parley.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import dev.parley.nn.Initial;
import dev.parley.random.RandomStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** The same program on the same numbers gives the same bits, whatever runs beside it. */
final class ReplayTest {

  private static final int BATCH = 37;
  private static final int INPUTS = 19;
  private static final int CLASSES = 23;

  /** Every kind of operation, trained for some steps by what it draws itself. */
  private static List<Integer> train(long seed, int steps) {
    RandomStream random = new RandomStream(seed);
    List<Integer> bits = new ArrayList<>();
    try (Graph graph = new Graph();
        Parameters parameters = new Parameters()) {
      Tensor w = parameters.add(INPUTS, CLASSES, Initial.normal(INPUTS * CLASSES, 1, random));
      Tensor b = parameters.add(1, CLASSES, Initial.normal(CLASSES, 1, random));
      Tensor table = parameters.add(CLASSES, CLASSES, Initial.normal(CLASSES * CLASSES, 1, random));
      Tensor x = graph.input(BATCH, INPUTS);
      Tensor hidden = Dense.linear(x, w, b, Activation.TANH);
      Tensor logs = Softmax.log(hidden);
      Indices drawn = Softmax.sample(logs, random);
      Program speak = graph.forward();
      Tensor heard = Lookup.rows(table, drawn);
      Indices codes = Codes.nearest(hidden, table);
      Tensor passed = Codes.straightThrough(hidden, Lookup.rows(table, codes));
      Tensor both = Columns.concatenate(heard, passed);
      Tensor loss =
          Elementwise.add(
              Reduce.mean(Elementwise.multiply(both, both)),
              Elementwise.subtract(
                  Reduce.mean(Lookup.pick(logs, drawn)), Reduce.mean(Softmax.entropy(logs))));
      Program learn = graph.backward(loss);
      try (Moments moments = new Moments(parameters)) {
        for (int step = 1; step <= steps; step++) {
          x.write(Initial.normal(x.length(), 1, random));
          parameters.clearGradients();
          speak.run();
          learn.run();
          parameters.scaleGradients(1 / (1 + parameters.gradientNorm()));
          moments.update(1e-2, 0.9, 0.999, 1e-8, step);
          bits.add(Float.floatToIntBits(loss.item()));
        }
      }
      for (float value : parameters.toArray()) {
        bits.add(Float.floatToIntBits(value));
      }
    }
    return bits;
  }

  @Test
  void secondRunOfAProgram() {
    RandomStream random = new RandomStream(1);
    try (Graph graph = new Graph();
        Parameters parameters = new Parameters()) {
      Tensor w = parameters.add(50, 60, Initial.normal(3000, 1, random));
      Tensor x = graph.input(70, 50);
      x.write(Initial.normal(3500, 1, random));
      Tensor y = Dense.linear(x, w, graph.input(1, 60), Activation.SIGMOID);
      Tensor loss = Reduce.mean(Softmax.entropy(Softmax.log(y)));
      Program program = graph.backward(loss);
      program.run();
      float[] values = y.toArray();
      float[] gradient = w.gradientToArray();
      for (int run = 0; run < 20; run++) {
        parameters.clearGradients();
        program.run();
        assertArrayEquals(values, y.toArray());
        assertArrayEquals(gradient, w.gradientToArray());
      }
    }
  }

  @Test
  void sameSeedSameBits() {
    List<Integer> first = train(4, 30);
    assertEquals(first, train(4, 30));
    assertNotEquals(first, train(5, 30));
  }

  @Test
  void graphsOfTwoThreadsDoNotTouchEachOther() throws ExecutionException, InterruptedException {
    List<List<Integer>> alone = List.of(train(1, 200), train(2, 200), train(3, 200));
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Future<List<Integer>>> together = new ArrayList<>();
      for (long seed = 1; seed <= 3; seed++) {
        long own = seed;
        together.add(threads.submit(() -> train(own, 200)));
      }
      for (int i = 0; i < 3; i++) {
        assertEquals(alone.get(i), together.get(i).get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** A graph is built in one thread and run in another. */
  @Test
  void programRunsInAnotherThread() throws ExecutionException, InterruptedException {
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (Graph graph = new Graph()) {
      Tensor x = graph.input(1, 2);
      Tensor y = Elementwise.scale(x, 2);
      Program program = graph.forward();
      x.write(new float[] {1, 2});
      thread.submit(program::run).get();
      assertArrayEquals(new float[] {2, 4}, y.toArray());
    } finally {
      thread.shutdownNow();
    }
  }
}
