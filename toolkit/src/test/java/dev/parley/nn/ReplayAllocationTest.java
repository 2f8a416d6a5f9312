package dev.parley.nn;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import dev.parley.random.RandomStream;
import dev.parley.tensor.Activation;
import dev.parley.tensor.Elementwise;
import dev.parley.tensor.Engine;
import dev.parley.tensor.Graph;
import dev.parley.tensor.Noise;
import dev.parley.tensor.Parameters;
import dev.parley.tensor.Program;
import dev.parley.tensor.Reduce;
import dev.parley.tensor.Softmax;
import dev.parley.tensor.Tensor;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** Once recorded, recurrent layers train without allocating memory. */
final class ReplayAllocationTest {

  private static final int REPLAYS = 2_000;
  private static final int BATCH = 8;
  private static final int HIDDEN = 6;

  @Test
  void trainingStepAllocatesNothing() {
    Assumptions.assumeTrue("cpu".equals(Engine.describe().get("kernels")));
    RandomStream random = new RandomStream(51);
    try (Graph graph = new Graph();
        Parameters parameters = new Parameters()) {
      Gru gru = new Gru(parameters, HIDDEN, HIDDEN, random);
      Lstm lstm = new Lstm(parameters, HIDDEN, HIDDEN, random);
      BatchNorm norm = new BatchNorm(parameters, HIDDEN);
      Tensor h = graph.input(BATCH, HIDDEN);
      Lstm.Memory memory = lstm.start(graph, BATCH);
      for (int t = 0; t < 3; t++) {
        Tensor noisy = Elementwise.add(h, Noise.normal(graph, BATCH, HIDDEN, 1, random));
        Tensor message = norm.train(Elementwise.activate(noisy, Activation.SIGMOID));
        memory = lstm.apply(message, memory);
        h = gru.apply(Softmax.probabilities(memory.hidden()), h);
      }
      Program program = graph.backwardFromZero(Reduce.mean(Elementwise.multiply(h, h)));
      try (RmsProp optimiser = new RmsProp(parameters, Double.POSITIVE_INFINITY)) {
        long bytes = Long.MAX_VALUE;
        // The first rounds are interpreted, and what compiles them may allocate in this thread.
        for (int round = 0; round < 5; round++) {
          long before = allocated();
          for (int i = 0; i < REPLAYS; i++) {
            program.run();
            optimiser.step(1e-4);
          }
          bytes = Math.min(bytes, allocated() - before);
        }
        long least = bytes;
        assertTrue(least < REPLAYS, () -> least + " bytes in " + REPLAYS + " steps");
      }
    }
  }

  private static long allocated() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    return threads.getCurrentThreadAllocatedBytes();
  }
}
