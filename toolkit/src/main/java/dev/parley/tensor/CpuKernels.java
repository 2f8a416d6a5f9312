package dev.parley.tensor;

import java.nio.FloatBuffer;
import org.bytedeco.javacpp.FloatPointer;
import org.jspecify.annotations.Nullable;

/**
 * Every kernel for a CPU: products by BLAS where ND4J keeps its floats, everything else by loops on
 * the JVM's arrays, where a kernel on a small matrix takes a tenth of what a call of ND4J does.
 */
final class CpuKernels implements Kernels {

  private final Tape tape;

  CpuKernels(Tape tape) {
    this.tape = tape;
  }

  @Override
  public Tape tape() {
    return tape;
  }

  @Override
  public void product(
      Matrix a, boolean transposeA, Matrix b, boolean transposeB, Matrix c, boolean accumulate) {
    Blas.Operand left = operand(a, transposeA);
    Blas.Operand right = operand(b, transposeB);
    if (accumulate) {
      tape.deviceUpdate(c);
    } else {
      tape.deviceWrite(c);
    }
    tape.emit(Blas.product(left, right, pointer(c), accumulate));
  }

  private Blas.Operand operand(Matrix m, boolean transposed) {
    tape.deviceRead(m);
    return new Blas.Operand(pointer(m), m.rows(), m.columns(), transposed);
  }

  private static FloatPointer pointer(Matrix m) {
    return m.block().device().pointer();
  }

  /** Where a result goes: with its values if it is added to. */
  private float[] target(Matrix c, boolean accumulate) {
    return accumulate ? tape.hostUpdate(c) : tape.hostWrite(c);
  }

  @Override
  public void finishLayer(Matrix y, Matrix bias, Activation f) {
    float[] added = tape.hostRead(bias);
    tape.emit(LayerLoops.forward(face(y), added, f));
  }

  @Override
  public void layerGradient(
      Activation f, Matrix y, Matrix dy, @Nullable Matrix bias, boolean accumulate) {
    if (f != Activation.NONE || bias != null) {
      float[] result = tape.hostRead(y);
      float[] sums = bias == null ? null : target(bias, accumulate);
      tape.emit(LayerLoops.backward(f, result, face(dy), sums, accumulate, y.columns()));
    }
  }

  /** Values that a kernel changes on the host, wherever they are now. */
  private LayerLoops.Face face(Matrix m) {
    FloatBuffer source = tape.notYetOnHost(m);
    float[] target = source == null ? tape.hostUpdate(m) : tape.hostWrite(m);
    return new LayerLoops.Face(source, target, tape.mirror(m));
  }

  @Override
  public void activate(Activation f, Matrix x, Matrix y) {
    float[] source = tape.hostRead(x);
    float[] target = tape.hostWrite(y);
    ActivationLoops activation = new ActivationLoops(f);
    tape.emit(
        () -> {
          System.arraycopy(source, 0, target, 0, target.length);
          activation.apply(target, target.length);
        });
  }

  @Override
  public void activationGradient(Activation f, Matrix y, Matrix dy, Matrix dx, boolean accumulate) {
    float[] result = tape.hostRead(y);
    float[] gradient = tape.hostRead(dy);
    float[] target = target(dx, accumulate);
    tape.emit(() -> ActivationLoops.slope(f, result, gradient, target, accumulate));
  }

  @Override
  public void aboveZero(Matrix x, Matrix y) {
    float[] source = tape.hostRead(x);
    float[] target = tape.hostWrite(y);
    tape.emit(() -> ElementLoops.aboveZero(source, target));
  }

  @Override
  public void scale(Matrix a, float factor, Matrix c, boolean accumulate) {
    float[] source = tape.hostRead(a);
    float[] target = target(c, accumulate);
    tape.emit(() -> ElementLoops.scale(source, factor, target, accumulate));
  }

  @Override
  public void scaleBy(Matrix a, Matrix s, Matrix c, boolean accumulate) {
    float[] source = tape.hostRead(a);
    float[] factor = tape.hostRead(s);
    float[] target = target(c, accumulate);
    tape.emit(() -> ElementLoops.scale(source, factor[0], target, accumulate));
  }

  @Override
  public void add(Matrix a, Matrix b, Matrix c) {
    combine(a, 1, b, c);
  }

  @Override
  public void subtract(Matrix a, Matrix b, Matrix c) {
    combine(a, -1, b, c);
  }

  private void combine(Matrix a, float sign, Matrix b, Matrix c) {
    float[] left = tape.hostRead(a);
    float[] right = tape.hostRead(b);
    float[] target = tape.hostWrite(c);
    tape.emit(() -> ElementLoops.sum(left, sign, right, target));
  }

  @Override
  public void multiply(Matrix a, Matrix b, Matrix c, boolean accumulate) {
    float[] left = tape.hostRead(a);
    float[] right = tape.hostRead(b);
    float[] target = target(c, accumulate);
    tape.emit(() -> ElementLoops.multiply(left, right, target, accumulate));
  }

  @Override
  public void multiplyColumn(Matrix x, Matrix column, Matrix c, boolean accumulate) {
    float[] left = tape.hostRead(x);
    float[] right = tape.hostRead(column);
    float[] target = target(c, accumulate);
    tape.emit(() -> RowLoops.multiplyColumn(left, right, target, accumulate));
  }

  @Override
  public void multiplyRow(Matrix x, Matrix row, Matrix c, boolean accumulate) {
    float[] left = tape.hostRead(x);
    float[] right = tape.hostRead(row);
    float[] target = target(c, accumulate);
    ColumnLoops loops = new ColumnLoops(x.rows(), x.columns());
    tape.emit(() -> loops.multiplyRow(left, right, target, accumulate));
  }

  @Override
  public BatchKernels batch() {
    return new CpuBatch(tape);
  }

  @Override
  public void rowSums(Matrix x, Matrix column) {
    float[] source = tape.hostRead(x);
    float[] target = tape.hostWrite(column);
    tape.emit(() -> RowLoops.rowSums(source, target));
  }

  @Override
  public void sum(Matrix x, float factor, Matrix s) {
    float[] source = tape.hostRead(x);
    float[] target = tape.hostWrite(s);
    tape.emit(() -> target[0] = factor * ElementLoops.sum(source, 0, source.length));
  }

  @Override
  public void squaredDistance(Matrix a, Matrix b, float factor, Matrix s) {
    float[] left = tape.hostRead(a);
    float[] right = tape.hostRead(b);
    float[] target = tape.hostWrite(s);
    float[] squares = new float[a.length()];
    tape.emit(() -> target[0] = factor * ElementLoops.squaredDistance(left, right, squares));
  }

  @Override
  public void difference(Matrix a, Matrix b, float factor, Matrix s, Matrix c, boolean accumulate) {
    float[] left = tape.hostRead(a);
    float[] right = tape.hostRead(b);
    float[] scalar = tape.hostRead(s);
    float[] target = target(c, accumulate);
    tape.emit(() -> ElementLoops.difference(left, right, factor * scalar[0], target, accumulate));
  }

  @Override
  public void spread(Matrix s, float factor, Matrix c, boolean accumulate) {
    float[] source = tape.hostRead(s);
    float[] target = target(c, accumulate);
    tape.emit(() -> ElementLoops.spread(factor * source[0], target, accumulate));
  }

  @Override
  public void clear(Matrix c) {
    tape.deviceWrite(c);
    Device device = c.block().device();
    tape.emit(device::clear);
  }

  @Override
  public void logSoftmax(Matrix x, Matrix y) {
    float[] source = tape.hostRead(x);
    float[] target = tape.hostWrite(y);
    float[] softmax = tape.keepExponentials(y);
    Exp exp = new Exp();
    int columns = x.columns();
    tape.emit(() -> RowLoops.logSoftmax(source, target, softmax, exp, columns));
  }

  @Override
  public void logSoftmaxGradient(Matrix y, Matrix dy, Matrix dx, boolean accumulate) {
    float[] softmax = tape.exponentials(y);
    float[] gradient = tape.hostRead(dy);
    float[] target = target(dx, accumulate);
    int columns = y.columns();
    tape.emit(() -> RowLoops.logSoftmaxGradient(softmax, gradient, target, columns, accumulate));
  }

  @Override
  public void softmax(Matrix x, Matrix y) {
    float[] source = tape.hostRead(x);
    float[] target = tape.hostWrite(y);
    Exp exp = new Exp();
    int columns = x.columns();
    tape.emit(() -> RowLoops.softmax(source, target, exp, columns));
  }

  @Override
  public void softmaxGradient(Matrix y, Matrix dy, Matrix dx, boolean accumulate) {
    float[] softmax = tape.hostRead(y);
    float[] gradient = tape.hostRead(dy);
    float[] target = target(dx, accumulate);
    int columns = y.columns();
    tape.emit(() -> RowLoops.softmaxGradient(softmax, gradient, target, columns, accumulate));
  }

  @Override
  public void entropy(Matrix y, Matrix h) {
    float[] softmax = tape.exponentials(y);
    float[] logs = tape.hostRead(y);
    float[] target = tape.hostWrite(h);
    tape.emit(() -> RowLoops.entropy(softmax, logs, target));
  }

  @Override
  public void entropyGradient(Matrix y, Matrix dh, Matrix dy, boolean accumulate) {
    float[] softmax = tape.exponentials(y);
    float[] logs = tape.hostRead(y);
    float[] gradient = tape.hostRead(dh);
    float[] target = target(dy, accumulate);
    tape.emit(() -> RowLoops.entropyGradient(softmax, logs, gradient, target, accumulate));
  }

  @Override
  public void concatenate(Matrix[] parts, Matrix whole) {
    float[][] sources = new float[parts.length][];
    for (int i = 0; i < parts.length; i++) {
      sources[i] = tape.hostRead(parts[i]);
    }
    float[] target = tape.hostWrite(whole);
    int stride = whole.columns();
    int from = 0;
    for (int i = 0; i < parts.length; i++) {
      float[] source = sources[i];
      int width = parts[i].columns();
      int begin = from;
      tape.emit(() -> RowLoops.copy(source, 0, width, target, begin, stride, width));
      from += width;
    }
  }

  @Override
  public void columns(Matrix whole, int from, Matrix part, boolean accumulate) {
    float[] source = tape.hostRead(whole);
    float[] target = target(part, accumulate);
    int stride = whole.columns();
    int width = part.columns();
    if (accumulate) {
      tape.emit(() -> RowLoops.addColumns(source, stride, from, target, width));
    } else {
      tape.emit(() -> RowLoops.copy(source, from, stride, target, 0, width, width));
    }
  }

  @Override
  public void putColumns(Matrix part, Matrix whole, int from, boolean accumulate) {
    float[] source = tape.hostRead(part);
    float[] target = target(whole, accumulate);
    int stride = whole.columns();
    int width = part.columns();
    tape.emit(() -> RowLoops.putColumns(source, width, target, from, stride, accumulate));
  }

  @Override
  public void gather(Matrix table, Indices index, Matrix y) {
    float[] source = tape.hostRead(table);
    float[] target = tape.hostWrite(y);
    int columns = table.columns();
    tape.emit(() -> RowLoops.gather(source, index, target, columns));
  }

  @Override
  public void scatter(Matrix dy, Indices index, Matrix table, boolean accumulate) {
    float[] source = tape.hostRead(dy);
    float[] target = target(table, accumulate);
    int columns = table.columns();
    tape.emit(() -> RowLoops.scatter(source, index, target, columns, accumulate));
  }

  @Override
  public void pick(Matrix x, Indices index, Matrix column) {
    float[] source = tape.hostRead(x);
    float[] target = tape.hostWrite(column);
    tape.emit(() -> RowLoops.pick(source, index, target));
  }

  @Override
  public void put(Matrix column, Indices index, Matrix dx, boolean accumulate) {
    float[] source = tape.hostRead(column);
    float[] target = target(dx, accumulate);
    tape.emit(() -> RowLoops.put(source, index, target, accumulate));
  }

  @Override
  public UpdateState adam(Matrix values, Matrix gradients, AdamStep step) {
    return update(values, gradients, step);
  }

  @Override
  public UpdateState rmsProp(Matrix values, Matrix gradients, RmsStep step) {
    return update(values, gradients, step);
  }

  private UpdateState update(Matrix values, Matrix gradients, UpdateLoop.Rule rule) {
    tape.deviceRead(gradients);
    tape.deviceUpdate(values);
    UpdateLoop.Update update =
        UpdateLoop.of(values.block().device(), gradients.block().device(), rule);
    tape.emit(update.kernel());
    return update.state();
  }
}
