package dev.parley.tensor;

import org.nd4j.linalg.api.ndarray.INDArray;

/** What runs down the columns of a batch, as ND4J operations. */
final class Nd4jBatch implements BatchKernels {

  private final Nd4jKernels kernels;
  private final Tape tape;

  Nd4jBatch(Nd4jKernels kernels) {
    this.kernels = kernels;
    this.tape = kernels.tape();
  }

  @Override
  public void dots(Matrix a, Matrix b, Matrix row, boolean accumulate) {
    Matrix products = tape.scratch(1, a.rows(), a.columns());
    kernels.multiply(a, b, products, false);
    kernels.sumRows(products, row, accumulate);
  }

  @Override
  public void moments(Matrix x, Matrix mean, Matrix variance) {
    Matrix distances = tape.scratch(0, x.rows(), x.columns());
    meanRow(x, mean);
    apply("subtract", x, mean, distances);
    kernels.multiply(distances, distances, distances, false);
    meanRow(distances, variance);
  }

  @Override
  public void inverseRoot(Matrix variance, float epsilon, Matrix r) {
    apply("add", variance, tape.constant(epsilon), r);
    apply("Pow", r, tape.constant(-0.5f), r);
  }

  @Override
  public void standardise(Matrix x, Matrix mean, Matrix r, Matrix y) {
    apply("subtract", x, mean, y);
    apply("multiply", y, r, y);
  }

  @Override
  public void standardiseGradient(Matrix y, Matrix r, Matrix dy, Matrix dx, boolean accumulate) {
    Matrix own = tape.scratch(0, y.rows(), y.columns());
    Matrix pull = tape.scratch(1, y.rows(), y.columns());
    Matrix row = tape.scratch(3, 1, y.columns());
    kernels.multiply(dy, y, pull, false);
    meanRow(pull, row);
    apply("multiply", y, row, pull);
    apply("subtract", dy, pull, own);
    meanRow(dy, row);
    apply("subtract", own, row, own);
    kernels.multiplyRow(own, r, dx, accumulate);
  }

  /** row = the mean of each column. */
  private void meanRow(Matrix x, Matrix row) {
    kernels.sumRows(x, row, false);
    apply("multiply", row, tape.constant(1f / x.rows()), row);
  }

  /** c = a and b, where b may be a row or a scalar, and c may be a. */
  private void apply(String operation, Matrix a, Matrix b, Matrix c) {
    INDArray left = tape.deviceRead(a);
    INDArray right = tape.deviceRead(b);
    tape.emit(Call.of(operation).in(left, right).out(tape.deviceWrite(c)));
  }
}
