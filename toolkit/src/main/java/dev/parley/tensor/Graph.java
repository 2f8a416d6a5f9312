package dev.parley.tensor;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Records a computation and turns it into programs.
 *
 * <p>Operations are recorded by the classes {@link Dense}, {@link Lookup}, {@link Elementwise},
 * {@link Broadcast}, {@link Reduce}, {@link Normalise}, {@link Softmax}, {@link Columns}, {@link
 * Codes} and {@link Noise}. {@link #forward()} ends a stretch of them with a program that computes
 * it; {@link #backward} ends the last stretch with one that also computes the gradients of a loss.
 * The programs of one graph are run in the order in which they were ended; between two of them
 * inputs can be written and results read.
 *
 * <p>The backward program reads what the stretches before it have read: an input or an index that
 * one of them has used is not to be written again before it has run.
 */
public final class Graph implements AutoCloseable {

  /** One recorded operation. */
  private record Operation(
      @Nullable Tensor result,
      Consumer<Kernels> forward,
      @Nullable BiConsumer<Kernels, Gradients> backward) {}

  private final List<Operation> operations = new ArrayList<>();
  private final List<Program> programs = new ArrayList<>();
  private final Set<Block> blocks = new HashSet<>();
  private final Pool pool = new Pool();
  private int computed;
  private boolean closed;

  /** An input of zeros, to be written between programs. */
  public Tensor input(int rows, int columns) {
    return new Tensor(
        this, own(new Matrix(Block.input(Check.length(rows, columns)), rows, columns)), null);
  }

  /** Numbers to look things up by, to be set between programs; zeros at first. */
  public Indices indices(int rows) {
    return new Indices(this, rows);
  }

  /** Ends a stretch: the program computes everything that was recorded since the last one. */
  public Program forward() {
    requireOpen();
    Kernels kernels = Kernels.on(new Tape(pool));
    return end(kernels);
  }

  /**
   * Ends the last stretch: the program computes everything that was recorded since the last one,
   * and the gradient of {@code loss} in respect of everything it depends on, in this and all
   * earlier stretches. Gradients of parameters are added to what is there.
   *
   * @param loss a scalar [1, 1] that depends on at least one parameter
   */
  public Program backward(Tensor loss) {
    return backward(loss, new Gradients(true));
  }

  /**
   * The same, where the gradients of parameters replace what was there, which saves clearing them.
   * Those of parameters on which the loss does not depend stay as they are.
   */
  public Program backwardFromZero(Tensor loss) {
    return backward(loss, new Gradients(false));
  }

  private Program backward(Tensor loss, Gradients gradients) {
    requireOpen();
    Check.scalar("loss", loss);
    if (loss.graph() != this) {
      throw new IllegalStateException("loss is of no operation on this graph");
    }
    if (!loss.hasGradient()) {
      throw new IllegalStateException("loss depends on no parameter");
    }
    Kernels kernels = Kernels.on(new Tape(pool));
    forwardOnto(kernels);
    gradients.to(
        loss, (target, add) -> kernels.spread(kernels.tape().constant(1), 1, target, false));
    for (int i = operations.size() - 1; i >= 0; i--) {
      Operation op = operations.get(i);
      if (op.backward != null && op.result != null && gradients.reached(op.result)) {
        op.backward.accept(kernels, gradients);
      }
    }
    return end(kernels);
  }

  private void forwardOnto(Kernels kernels) {
    for (; computed < operations.size(); computed++) {
      operations.get(computed).forward.accept(kernels);
    }
  }

  private Program end(Kernels kernels) {
    forwardOnto(kernels);
    Program program = new Program(kernels.tape());
    programs.add(program);
    return program;
  }

  /** Records an operation whose result takes a gradient if one of its sources does. */
  Tensor record(
      int rows,
      int columns,
      List<Tensor> sources,
      BiConsumer<Kernels, Matrix> forward,
      Derivative derivative) {
    boolean differentiable = sources.stream().anyMatch(Tensor::hasGradient);
    Matrix value = own(Matrix.of(rows, columns));
    Matrix gradient = differentiable ? own(Matrix.of(rows, columns)) : null;
    Tensor result = new Tensor(this, value, gradient);
    operations.add(
        new Operation(
            result,
            k -> forward.accept(k, value),
            differentiable ? (k, g) -> derivative.emit(k, g, value, g.of(result)) : null));
    return result;
  }

  /** Records a step that yields no tensor. */
  void record(Consumer<Kernels> step) {
    operations.add(new Operation(null, step, null));
  }

  /** Records a step that yields no tensor and needs memory of its own. */
  void record(Matrix own, Consumer<Kernels> step) {
    own(own);
    record(step);
  }

  /**
   * Emits what an operation contributes to the gradients of its sources, given that of its result.
   */
  @FunctionalInterface
  interface Derivative {

    void emit(Kernels kernels, Gradients gradients, Matrix result, Matrix gradient);
  }

  /** The graph on which an operation on these tensors is recorded; parameters belong to none. */
  static Graph of(Tensor... tensors) {
    Graph found = null;
    for (Tensor t : tensors) {
      if (t.graph() != null) {
        if (found != null && found != t.graph()) {
          throw new IllegalStateException("tensors of two graphs in one operation");
        }
        found = t.graph();
      }
    }
    if (found == null) {
      throw new IllegalStateException("an operation on parameters alone belongs to no graph");
    }
    return found;
  }

  /** The same for an operation that looks things up in one tensor. */
  static Graph of(Indices index, Tensor t) {
    if (t.graph() != null && t.graph() != index.graph()) {
      throw new IllegalStateException("tensors of two graphs in one operation");
    }
    return index.graph();
  }

  /** The same matrix; its memory is given back with that of the graph. */
  Matrix own(Matrix m) {
    requireOpen();
    blocks.add(m.block());
    return m;
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("a graph is used after it was closed");
    }
  }

  /** Frees the memory outside the heap. Nothing of the graph can be used after. */
  @Override
  public void close() {
    closed = true;
    programs.forEach(Program::free);
    blocks.forEach(Block::free);
    pool.free();
  }
}
