package dev.parley.bench.measure;

import dev.parley.nn.Adam;
import dev.parley.nn.Gru;
import dev.parley.nn.Initial;
import dev.parley.random.RandomStream;
import dev.parley.tensor.Elementwise;
import dev.parley.tensor.Graph;
import dev.parley.tensor.Parameters;
import dev.parley.tensor.Program;
import dev.parley.tensor.Reduce;
import dev.parley.tensor.Tensor;

/**
 * Training steps of 64 gated recurrent units over episodes of six steps: forward, backward through
 * all of them, Adam. The loss is the mean square of the last state.
 */
public final class GruSteps implements AutoCloseable {

  private static final int UNITS = 64;
  private static final int STEPS = 6;
  private static final double RATE = 1e-4;

  private final Parameters parameters = new Parameters();
  private final Graph graph = new Graph();
  private final Program program;
  private final Adam adam;

  /** Episodes of random inputs. */
  public GruSteps(int batch) {
    RandomStream random = new RandomStream(1);
    Gru gru = new Gru(parameters, UNITS, UNITS, random);
    Tensor h = graph.input(batch, UNITS);
    for (int t = 0; t < STEPS; t++) {
      Tensor x = graph.input(batch, UNITS);
      x.write(Initial.normal(batch * UNITS, 1, random));
      h = gru.apply(x, h);
    }
    program = graph.backwardFromZero(Reduce.mean(Elementwise.multiply(h, h)));
    adam = new Adam(parameters, Double.POSITIVE_INFINITY);
  }

  /** One training step. */
  public void step() {
    program.run();
    adam.step(RATE);
  }

  /** Frees the memory outside the heap. */
  @Override
  public void close() {
    adam.close();
    graph.close();
    parameters.close();
  }
}
