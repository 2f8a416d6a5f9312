package dev.parley.bench.jmh;

import dev.parley.nn.Adam;
import dev.parley.nn.Initial;
import dev.parley.random.RandomStream;
import dev.parley.tensor.Activation;
import dev.parley.tensor.Codes;
import dev.parley.tensor.ColumnStatistics;
import dev.parley.tensor.Columns;
import dev.parley.tensor.Dense;
import dev.parley.tensor.Elementwise;
import dev.parley.tensor.Graph;
import dev.parley.tensor.Indices;
import dev.parley.tensor.Lookup;
import dev.parley.tensor.Normalise;
import dev.parley.tensor.Parameters;
import dev.parley.tensor.Program;
import dev.parley.tensor.Reduce;
import dev.parley.tensor.Softmax;
import dev.parley.tensor.Tensor;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Single operations, as a program of the engine runs them: forward and backward, 128 columns. A
 * program computes the operation on a parameter and the gradient of the sum of its result; {@link
 * Operation#SUM} is that sum alone, what has to be taken off the others.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class OpBenchmark {

  private static final int WIDTH = 128;
  private static final int CODES = 32;
  private static final double RATE = 1e-9;

  /** What is recorded: from a parameter [batch, 128] to a tensor whose sum has a gradient. */
  public enum Operation {
    /** The sum of all values. */
    SUM,
    /** x w + b, of 128 by 128 weights. */
    LINEAR,
    /** relu(x w + b). */
    RELU,
    /** tanh(x w + b). */
    TANH,
    /** sigmoid(x w + b). */
    SIGMOID,
    /** log softmax of each row. */
    LOG_SOFTMAX,
    /** The entropy of each row of a log softmax. */
    ENTROPY,
    /** Draws from each row of a log softmax. */
    SAMPLE,
    /** One value of each row. */
    PICK,
    /** Rows of a table of 32. */
    ROWS,
    /** Two side by side. */
    CONCATENATE,
    /** Half of the columns, twice. */
    SLICE,
    /** softmax of each row. */
    SOFTMAX,
    /** Columns brought to mean 0 and variance 1 as [4 batch, 32]. */
    NORMALISE,
    /** a + b. */
    ADD,
    /** a - b. */
    SUBTRACT,
    /** a b. */
    MULTIPLY,
    /** 2 a. */
    SCALE,
    /** The nearest of 32 codes, straight through. */
    NEAREST
  }

  /** One program. */
  @State(Scope.Thread)
  public static class Recorded {

    /** Rows. */
    @Param({"1", "32", "256"})
    int batch = 1;

    /** What is recorded. */
    @Param Operation operation = Operation.SUM;

    private final RandomStream random = new RandomStream(1);
    private final Parameters parameters = new Parameters();
    private final Graph graph = new Graph();
    private final ColumnStatistics statistics = new ColumnStatistics(WIDTH / 4, 0.1);

    @SuppressWarnings("NullAway.Init")
    private Program program;

    /** Records it. */
    @Setup(Level.Trial)
    public void open() {
      Tensor x = parameter(batch, WIDTH);
      Tensor zeros = graph.input(batch, WIDTH);
      program = graph.backward(Reduce.sum(record(Elementwise.add(x, zeros))));
    }

    private Tensor parameter(int rows, int columns) {
      return parameters.add(rows, columns, Initial.normal(rows * columns, 1, random));
    }

    private Tensor record(Tensor x) {
      return switch (operation) {
        case SUM -> x;
        case LINEAR -> linear(x, Activation.NONE);
        case RELU -> linear(x, Activation.RELU);
        case TANH -> linear(x, Activation.TANH);
        case SIGMOID -> linear(x, Activation.SIGMOID);
        case LOG_SOFTMAX -> Softmax.log(x);
        case ENTROPY -> Softmax.entropy(Softmax.log(x));
        case SAMPLE -> {
          Tensor logs = Softmax.log(x);
          Softmax.sample(logs, random);
          yield logs;
        }
        case PICK -> Lookup.pick(x, someIndices(WIDTH));
        case ROWS -> Elementwise.add(x, Lookup.rows(parameter(CODES, WIDTH), someIndices(CODES)));
        case CONCATENATE -> Columns.concatenate(x, parameter(batch, WIDTH));
        case SLICE ->
            Elementwise.add(Columns.slice(x, 0, WIDTH / 2), Columns.slice(x, WIDTH / 2, WIDTH));
        case SOFTMAX -> Softmax.probabilities(x);
        case NORMALISE -> Normalise.batch(x.reshape(4 * batch, WIDTH / 4), 1e-5, statistics);
        case ADD -> Elementwise.add(x, parameter(batch, WIDTH));
        case SUBTRACT -> Elementwise.subtract(x, parameter(batch, WIDTH));
        case MULTIPLY -> Elementwise.multiply(x, parameter(batch, WIDTH));
        case SCALE -> Elementwise.scale(x, 2);
        case NEAREST -> quantised(x);
      };
    }

    private Tensor linear(Tensor x, Activation f) {
      return Dense.linear(x, parameter(WIDTH, WIDTH), parameter(1, WIDTH), f);
    }

    private Tensor quantised(Tensor x) {
      Tensor codes = parameter(CODES, WIDTH);
      return Codes.straightThrough(x, Lookup.rows(codes, Codes.nearest(x, codes)));
    }

    private Indices someIndices(int below) {
      Indices indices = graph.indices(batch);
      for (int row = 0; row < batch; row++) {
        indices.set(row, random.nextInt(below));
      }
      return indices;
    }

    /** Frees it. */
    @TearDown(Level.Trial)
    public void close() {
      graph.close();
      parameters.close();
    }
  }

  /** One vector of parameters and its optimiser. */
  @State(Scope.Thread)
  public static class Optimised {

    /** How many numbers. */
    @Param({"20000", "200000", "874000"})
    int length = 20_000;

    private final Parameters parameters = new Parameters();

    @SuppressWarnings("NullAway.Init")
    private Adam adam;

    /** Makes them. */
    @Setup(Level.Trial)
    public void open() {
      parameters.add(1, length, Initial.normal(length, 1, new RandomStream(1)));
      adam = new Adam(parameters, Double.POSITIVE_INFINITY);
    }

    /** Frees them. */
    @TearDown(Level.Trial)
    public void close() {
      adam.close();
      parameters.close();
    }
  }

  /** Forward and backward of one operation. */
  @Benchmark
  public void operation(Recorded recorded) {
    recorded.program.run();
  }

  /** One update by Adam. */
  @Benchmark
  public void adam(Optimised optimised) {
    optimised.adam.step(RATE);
  }

  /** All gradients set to zero. */
  @Benchmark
  public void clear(Optimised optimised) {
    optimised.parameters.clearGradients();
  }
}
