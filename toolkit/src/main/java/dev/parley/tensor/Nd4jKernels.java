package dev.parley.tensor;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.indexing.NDArrayIndex;

/**
 * Every kernel as ND4J operations with prebuilt contexts: runs on any backend of ND4J, and is what
 * a kernel of another kind is held against.
 */
final class Nd4jKernels implements Kernels {

  private final Tape tape;

  Nd4jKernels(Tape tape) {
    this.tape = tape;
  }

  @Override
  public Tape tape() {
    return tape;
  }

  @Override
  public void product(
      Matrix a, boolean transposeA, Matrix b, boolean transposeB, Matrix c, boolean accumulate) {
    INDArray left = tape.deviceRead(a);
    INDArray right = tape.deviceRead(b);
    INDArray target = accumulate ? tape.deviceUpdate(c) : tape.deviceWrite(c);
    tape.emit(
        Call.of("matmul")
            .in(left, right)
            .integers(transposeA ? 1 : 0, transposeB ? 1 : 0, 0)
            .floats(1, accumulate ? 1 : 0)
            .out(target));
  }

  @Override
  public void finishLayer(Matrix y, Matrix bias, Activation f) {
    INDArray right = tape.deviceRead(bias);
    INDArray target = tape.deviceUpdate(y);
    tape.emit(Call.of("add").in(target, right).out(target));
    new Nd4jActivation(tape, f).apply(y);
  }

  @Override
  public void layerGradient(
      Activation f, Matrix y, Matrix dy, @Nullable Matrix bias, boolean accumulate) {
    new Nd4jActivation(tape, f).slope(y, dy);
    if (bias != null) {
      sumRows(dy, bias, accumulate);
    }
  }

  /** row (+)= the sum of the rows of x; {@code row} is [1, columns]. */
  void sumRows(Matrix x, Matrix row, boolean accumulate) {
    Matrix ones = tape.ones(x.rows());
    product(ones, false, x, false, row, accumulate);
  }

  @Override
  public void activate(Activation f, Matrix x, Matrix y) {
    scale(x, 1, y, false);
    new Nd4jActivation(tape, f).apply(y);
  }

  @Override
  public void activationGradient(Activation f, Matrix y, Matrix dy, Matrix dx, boolean accumulate) {
    Matrix change = accumulate ? tape.scratch(1, y.rows(), y.columns()) : dx;
    scale(dy, 1, change, false);
    new Nd4jActivation(tape, f).slope(y, change);
    if (accumulate) {
      scale(change, 1, dx, true);
    }
  }

  @Override
  public void aboveZero(Matrix x, Matrix y) {
    INDArray source = tape.deviceRead(x);
    Matrix ones = tape.scratch(0, x.rows(), x.columns());
    spread(tape.constant(1), 1, ones, false);
    tape.emit(Call.of("relu_bp").in(source, tape.deviceRead(ones)).out(tape.deviceWrite(y)));
  }

  @Override
  public void scale(Matrix a, float factor, Matrix c, boolean accumulate) {
    INDArray source = tape.deviceRead(a);
    INDArray constant = tape.deviceRead(tape.constant(factor));
    into(c, accumulate, t -> tape.emit(Call.of("multiply").in(source, constant).out(t)));
  }

  @Override
  public void scaleBy(Matrix a, Matrix s, Matrix c, boolean accumulate) {
    multiplyBroadcast(a, s, c, accumulate);
  }

  @Override
  public void add(Matrix a, Matrix b, Matrix c) {
    INDArray left = tape.deviceRead(a);
    INDArray right = tape.deviceRead(b);
    tape.emit(Call.of("add").in(left, right).out(tape.deviceWrite(c)));
  }

  @Override
  public void subtract(Matrix a, Matrix b, Matrix c) {
    INDArray left = tape.deviceRead(a);
    INDArray right = tape.deviceRead(b);
    tape.emit(Call.of("subtract").in(left, right).out(tape.deviceWrite(c)));
  }

  @Override
  public void multiply(Matrix a, Matrix b, Matrix c, boolean accumulate) {
    multiplyBroadcast(a, b, c, accumulate);
  }

  @Override
  public void multiplyColumn(Matrix x, Matrix column, Matrix c, boolean accumulate) {
    multiplyBroadcast(x, column, c, accumulate);
  }

  @Override
  public void multiplyRow(Matrix x, Matrix row, Matrix c, boolean accumulate) {
    multiplyBroadcast(x, row, c, accumulate);
  }

  @Override
  public BatchKernels batch() {
    return new Nd4jBatch(this);
  }

  @Override
  public void rowSums(Matrix x, Matrix column) {
    INDArray source = tape.deviceRead(x);
    tape.emit(sumOfRows(source, tape.deviceWrite(column)));
  }

  @Override
  public void sum(Matrix x, float factor, Matrix s) {
    Matrix factors = tape.filled(x.columns(), factor);
    if (x.rows() == 1) {
      product(x, false, factors, true, s, false);
    } else {
      Matrix row = tape.scratch(0, 1, x.columns());
      sumRows(x, row, false);
      product(row, false, factors, true, s, false);
    }
  }

  @Override
  public void squaredDistance(Matrix a, Matrix b, float factor, Matrix s) {
    Matrix squares = tape.scratch(1, a.rows(), a.columns());
    subtract(a, b, squares);
    multiply(squares, squares, squares, false);
    sum(squares, factor, s);
  }

  @Override
  public void difference(Matrix a, Matrix b, float factor, Matrix s, Matrix c, boolean accumulate) {
    Matrix change = tape.scratch(1, a.rows(), a.columns());
    subtract(a, b, change);
    scale(change, factor, change, false);
    scaleBy(change, s, c, accumulate);
  }

  @Override
  public void spread(Matrix s, float factor, Matrix c, boolean accumulate) {
    INDArray source = tape.deviceRead(s);
    INDArray constant = tape.deviceRead(tape.constant(factor));
    INDArray scaled = tape.deviceWrite(tape.scratch(1, 1, 1));
    tape.emit(Call.of("multiply").in(source, constant).out(scaled));
    if (accumulate) {
      INDArray target = tape.deviceUpdate(c);
      tape.emit(Call.of("add").in(target, scaled).out(target));
    } else {
      INDArray target = tape.deviceWrite(c);
      tape.emit(Call.of("assign").in(target, scaled).out(target));
    }
  }

  @Override
  public void logSoftmax(Matrix x, Matrix y) {
    // ND4J's own log_softmax is log(softmax): minus infinity where a probability underflows.
    INDArray source = tape.deviceRead(x);
    INDArray column = tape.deviceWrite(tape.scratch(0, x.rows(), 1));
    INDArray target = tape.deviceWrite(y);
    tape.emit(Call.of("reduce_max").in(source).integers(1).booleans(true).out(column));
    tape.emit(Call.of("subtract").in(source, column).out(target));
    tape.emit(Call.of("reduce_logsumexp").in(target).integers(1).floats(1).out(column));
    tape.emit(Call.of("subtract").in(target, column).out(target));
  }

  @Override
  public void logSoftmaxGradient(Matrix y, Matrix dy, Matrix dx, boolean accumulate) {
    INDArray gradient = tape.deviceRead(dy);
    INDArray pull = probabilities(y);
    INDArray total = tape.deviceWrite(tape.scratch(1, y.rows(), 1));
    tape.emit(sumOfRows(gradient, total));
    tape.emit(Call.of("multiply").in(pull, total).out(pull));
    if (accumulate) {
      INDArray target = tape.deviceUpdate(dx);
      tape.emit(Call.of("add").in(target, gradient).out(target));
      tape.emit(Call.of("subtract").in(target, pull).out(target));
    } else {
      tape.emit(Call.of("subtract").in(gradient, pull).out(tape.deviceWrite(dx)));
    }
  }

  @Override
  public void softmax(Matrix x, Matrix y) {
    INDArray source = tape.deviceRead(x);
    tape.emit(Call.of("softmax").in(source).integers(1).out(tape.deviceWrite(y)));
  }

  @Override
  public void softmaxGradient(Matrix y, Matrix dy, Matrix dx, boolean accumulate) {
    Matrix weighted = tape.scratch(0, y.rows(), y.columns());
    Matrix total = tape.scratch(1, y.rows(), 1);
    multiply(y, dy, weighted, false);
    rowSums(weighted, total);
    INDArray gradient = tape.deviceRead(dy);
    INDArray sums = tape.deviceRead(total);
    tape.emit(Call.of("subtract").in(gradient, sums).out(tape.deviceWrite(weighted)));
    multiply(y, weighted, dx, accumulate);
  }

  @Override
  public void entropy(Matrix y, Matrix h) {
    INDArray logs = tape.deviceRead(y);
    INDArray weighted = probabilities(y);
    INDArray zero = tape.deviceRead(tape.constant(0));
    INDArray target = tape.deviceWrite(h);
    tape.emit(Call.of("multiply").in(weighted, logs).out(weighted));
    tape.emit(sumOfRows(weighted, target));
    // 0 - 0 is 0 where -1 times 0 would be -0.
    tape.emit(Call.of("subtract").in(zero, target).out(target));
  }

  @Override
  public void entropyGradient(Matrix y, Matrix dh, Matrix dy, boolean accumulate) {
    INDArray logs = tape.deviceRead(y);
    INDArray gradient = tape.deviceRead(dh);
    INDArray slope = probabilities(y);
    INDArray product = tape.deviceWrite(tape.scratch(1, y.rows(), y.columns()));
    INDArray minusOne = tape.deviceRead(tape.constant(-1));
    tape.emit(Call.of("multiply").in(slope, logs).out(product));
    tape.emit(Call.of("add").in(slope, product).out(slope));
    tape.emit(Call.of("multiply").in(slope, minusOne).out(slope));
    into(dy, accumulate, t -> tape.emit(Call.of("multiply").in(slope, gradient).out(t)));
  }

  @Override
  public void concatenate(Matrix[] parts, Matrix whole) {
    INDArray[] sources = new INDArray[parts.length];
    for (int i = 0; i < parts.length; i++) {
      sources[i] = tape.deviceRead(parts[i]);
    }
    tape.emit(Call.of("concat").in(sources).integers(1).out(tape.deviceWrite(whole)));
  }

  @Override
  public void columns(Matrix whole, int from, Matrix part, boolean accumulate) {
    INDArray slice =
        tape.deviceRead(whole)
            .get(NDArrayIndex.all(), NDArrayIndex.interval(from, from + part.columns()));
    if (accumulate) {
      INDArray target = tape.deviceUpdate(part);
      tape.emit(Call.of("add").in(target, slice).out(target));
    } else {
      INDArray target = tape.deviceWrite(part);
      tape.emit(Call.of("assign").in(target, slice).out(target));
    }
  }

  @Override
  public void putColumns(Matrix part, Matrix whole, int from, boolean accumulate) {
    INDArray source = tape.deviceRead(part);
    if (!accumulate) {
      clear(whole);
    }
    INDArray slice =
        tape.deviceUpdate(whole)
            .get(NDArrayIndex.all(), NDArrayIndex.interval(from, from + part.columns()));
    tape.emit(Call.of("add").in(slice, source).out(slice));
  }

  @Override
  public void gather(Matrix table, Indices index, Matrix y) {
    product(index.oneHot(tape, table.rows()), false, table, false, y, false);
  }

  @Override
  public void scatter(Matrix dy, Indices index, Matrix table, boolean accumulate) {
    product(index.oneHot(tape, table.rows()), true, dy, false, table, accumulate);
  }

  @Override
  public void pick(Matrix x, Indices index, Matrix column) {
    Matrix picked = tape.scratch(3, x.rows(), x.columns());
    multiply(x, index.oneHot(tape, x.columns()), picked, false);
    rowSums(picked, column);
  }

  @Override
  public void put(Matrix column, Indices index, Matrix dx, boolean accumulate) {
    multiplyColumn(index.oneHot(tape, dx.columns()), column, dx, accumulate);
  }

  @Override
  public void clear(Matrix c) {
    spread(tape.constant(0), 1, c, false);
  }

  @Override
  public UpdateState adam(Matrix values, Matrix gradients, AdamStep step) {
    return new Nd4jUpdates(tape).adam(values, gradients, step);
  }

  @Override
  public UpdateState rmsProp(Matrix values, Matrix gradients, RmsStep step) {
    return new Nd4jUpdates(tape).rmsProp(values, gradients, step);
  }

  /**
   * The sum of each row. ND4J would sum a single row of 2,048 values or more in as many parts as
   * the machine has cores, and so with other last bits on another machine: that is a matrix
   * product.
   */
  private Kernel sumOfRows(INDArray x, INDArray column) {
    if (x.rows() == 1 && x.columns() >= 2048) {
      INDArray ones = tape.deviceRead(tape.ones(x.columns()));
      return Call.of("matmul").in(x, ones).integers(0, 1, 0).floats(1, 0).out(column);
    }
    return Call.of("reduce_sum").in(x).integers(1).booleans(true).out(column);
  }

  /** exp of normalised log-probabilities, in scratch slot 0: their softmax. */
  private INDArray probabilities(Matrix y) {
    INDArray logs = tape.deviceRead(y);
    INDArray target = tape.deviceWrite(tape.scratch(0, y.rows(), y.columns()));
    tape.emit(Call.of("softmax").in(logs).integers(1).out(target));
    return target;
  }

  private void multiplyBroadcast(Matrix a, Matrix b, Matrix c, boolean accumulate) {
    INDArray left = tape.deviceRead(a);
    INDArray right = tape.deviceRead(b);
    into(c, accumulate, t -> tape.emit(Call.of("multiply").in(left, right).out(t)));
  }

  /**
   * Emits a computation straight into the target, or into scratch slot 2 and from there onto it.
   */
  private void into(Matrix c, boolean accumulate, Consumer<INDArray> computation) {
    if (!accumulate) {
      computation.accept(tape.deviceWrite(c));
      return;
    }
    INDArray part = tape.deviceWrite(tape.scratch(2, c.rows(), c.columns()));
    computation.accept(part);
    INDArray target = tape.deviceUpdate(c);
    tape.emit(Call.of("add").in(target, part).out(target));
  }
}
