package dev.parley.tensor;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.bytedeco.javacpp.Pointer;
import org.junit.jupiter.api.Test;

/** Memory outside the heap. */
final class ClosingTest {

  private static final float[] ZEROS = new float[1 << 16];

  /**
   * 100 graphs of four megabytes of tensors and one of parameters and moments each. What is closed
   * stays reachable, so that nothing but closing can have given the memory back. The least of four
   * times: the heap, whose pages count too, grows now and then, and what is not given back always.
   */
  @Test
  void closingGivesAllMemoryBack() {
    List<Object> closed = new ArrayList<>();
    long least = Long.MAX_VALUE;
    for (int time = 0; time < 4; time++) {
      long before = Pointer.physicalBytes();
      for (int i = 0; i < 100; i++) {
        build(closed);
      }
      least = Math.min(least, Pointer.physicalBytes() - before);
    }
    assertTrue(least < 150L << 20, "grown by " + (least >> 20) + " MiB");
  }

  private static void build(List<Object> closed) {
    Parameters parameters = new Parameters();
    Graph graph = new Graph();
    Tensor w = parameters.add(512, ZEROS.length / 512, ZEROS);
    Tensor products = Dense.productTransposed(graph.input(512, w.columns()), w);
    Tensor loss = Reduce.mean(Softmax.log(products));
    Program program = graph.backward(loss);
    Moments moments = new Moments(parameters);
    parameters.clearGradients();
    program.run();
    moments.update(1e-3, 0.9, 0.999, 1e-8, 1);
    moments.close();
    graph.close();
    parameters.close();
    closed.addAll(Arrays.asList(parameters, graph, w, products, program, moments));
  }

  @Test
  void oneHotRowsAreGivenBackToo() {
    try (Parameters parameters = new Parameters()) {
      Graph graph = new Graph();
      Indices index = graph.indices(3);
      Lookup.rows(parameters.add(4, 2, new float[8]), index);
      graph.forward().run();
      Block block = index.oneHot(new Tape(new Pool()), 4).block();
      block.device();
      graph.close();
      assertThrows(IllegalStateException.class, block::device);
    }
  }

  @Test
  void closingTwice() {
    Parameters parameters = new Parameters();
    Tensor w = parameters.add(1, 2, new float[2]);
    Graph graph = new Graph();
    Program program = graph.backward(Reduce.sum(Elementwise.add(w, graph.input(1, 2))));
    program.run();
    Moments moments = new Moments(parameters);
    for (int i = 0; i < 2; i++) {
      moments.close();
      graph.close();
      parameters.close();
    }
    assertThrows(IllegalStateException.class, program::run);
  }

  @Test
  void closingWhatWasNeverUsed() {
    Parameters parameters = new Parameters();
    Tensor w = parameters.add(1, 2, new float[] {1, 2});
    parameters.close();
    assertThrows(IllegalStateException.class, w::toArray);
    Graph graph = new Graph();
    Tensor y = Elementwise.scale(graph.input(1, 2), 2);
    graph.close();
    assertThrows(IllegalStateException.class, y::toArray);
  }

  @Test
  void graphUsedAfterItWasClosed() {
    Graph graph = new Graph();
    Tensor y = Elementwise.scale(graph.input(1, 2), 2);
    Program program = graph.forward();
    program.run();
    graph.close();
    assertThrows(IllegalStateException.class, program::run);
    assertThrows(IllegalStateException.class, y::toArray);
    assertThrows(IllegalStateException.class, graph::forward);
    assertThrows(IllegalStateException.class, () -> graph.input(1, 1));
    assertThrows(IllegalStateException.class, () -> Reduce.sum(y));
  }

  @Test
  void parametersUsedAfterTheyWereClosed() {
    Parameters parameters = new Parameters();
    Tensor w = parameters.add(100, 1000, new float[100_000]);
    Moments moments = new Moments(parameters);
    try (Graph graph = new Graph()) {
      Tensor loss = Reduce.sum(Elementwise.add(w, graph.input(100, 1000)));
      Program program = graph.backward(loss);
      program.run();
      assertArrayEquals(new float[100_000], w.toArray());
      parameters.close();
      assertThrows(IllegalStateException.class, program::run);
    }
    assertThrows(IllegalStateException.class, w::toArray);
    assertThrows(IllegalStateException.class, w::gradientToArray);
    assertThrows(IllegalStateException.class, () -> w.write(new float[100_000]));
    assertThrows(IllegalStateException.class, parameters::toArray);
    assertThrows(IllegalStateException.class, parameters::gradientNorm);
    assertThrows(IllegalStateException.class, parameters::clearGradients);
    assertThrows(IllegalStateException.class, () -> parameters.scaleGradients(1));
    assertThrows(IllegalStateException.class, () -> moments.update(1, 0.9, 0.9, 0, 1));
    assertThrows(IllegalStateException.class, () -> new Moments(parameters));
    assertThrows(IllegalStateException.class, () -> parameters.add(1, 1, new float[1]));
    moments.close();
  }
}
