package dev.parley.tensor;

/** What runs down the columns of a batch, as loops on the JVM's arrays. */
final class CpuBatch implements BatchKernels {

  private final Tape tape;

  CpuBatch(Tape tape) {
    this.tape = tape;
  }

  @Override
  public void dots(Matrix a, Matrix b, Matrix row, boolean accumulate) {
    float[] left = tape.hostRead(a);
    float[] right = tape.hostRead(b);
    float[] target = accumulate ? tape.hostUpdate(row) : tape.hostWrite(row);
    ColumnLoops loops = new ColumnLoops(a.rows(), a.columns());
    tape.emit(() -> loops.dots(left, right, target, accumulate));
  }

  @Override
  public void moments(Matrix x, Matrix mean, Matrix variance) {
    float[] source = tape.hostRead(x);
    float[] means = tape.hostWrite(mean);
    float[] variances = tape.hostWrite(variance);
    ColumnLoops loops = new ColumnLoops(x.rows(), x.columns());
    tape.emit(() -> loops.moments(source, means, variances));
  }

  @Override
  public void inverseRoot(Matrix variance, float epsilon, Matrix r) {
    float[] source = tape.hostRead(variance);
    float[] target = tape.hostWrite(r);
    tape.emit(() -> ColumnLoops.inverseRoot(source, epsilon, target));
  }

  @Override
  public void standardise(Matrix x, Matrix mean, Matrix r, Matrix y) {
    float[] source = tape.hostRead(x);
    float[] means = tape.hostRead(mean);
    float[] roots = tape.hostRead(r);
    float[] target = tape.hostWrite(y);
    ColumnLoops loops = new ColumnLoops(x.rows(), x.columns());
    tape.emit(() -> loops.standardise(source, means, roots, target));
  }

  @Override
  public void standardiseGradient(Matrix y, Matrix r, Matrix dy, Matrix dx, boolean accumulate) {
    float[] results = tape.hostRead(y);
    float[] roots = tape.hostRead(r);
    float[] gradient = tape.hostRead(dy);
    float[] target = accumulate ? tape.hostUpdate(dx) : tape.hostWrite(dx);
    ColumnLoops loops = new ColumnLoops(y.rows(), y.columns());
    float[] straight = new float[y.columns()];
    float[] along = new float[y.columns()];
    tape.emit(
        () ->
            loops.standardiseGradient(
                results, roots, gradient, target, accumulate, straight, along));
  }
}
