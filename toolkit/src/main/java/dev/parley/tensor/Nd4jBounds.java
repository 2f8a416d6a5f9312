package dev.parley.tensor;

import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.impl.transforms.strict.Log;
import org.nd4j.linalg.factory.Nd4j;

/** {@link Bounds} as ND4J operations with prebuilt contexts. */
final class Nd4jBounds implements BoundKernels {

  /** Beyond ± this, one of two sigmoids is no normal float. */
  private static final float FARTHEST = 87.3f;

  private final Tape tape;

  Nd4jBounds(Tape tape) {
    this.tape = tape;
  }

  private INDArray scratch(int slot, Matrix like) {
    return tape.deviceWrite(tape.scratch(slot, like.rows(), like.columns()));
  }

  private INDArray constant(float value) {
    return tape.deviceRead(tape.constant(value));
  }

  /** ND4J has no prebuilt exponential: eˣ = σ(x) / σ(-x), where σ is the logistic function. */
  @Override
  public void exponential(Matrix x, Matrix y) {
    Matrix within = tape.scratch(0, x.rows(), x.columns());
    clamp(x, -FARTHEST, FARTHEST, within);
    INDArray bounded = tape.deviceUpdate(within);
    INDArray opposite = scratch(1, x);
    INDArray target = tape.deviceWrite(y);
    tape.emit(Call.of("multiply").in(bounded, constant(-1)).out(opposite));
    tape.emit(Call.of("sigmoid").in(bounded).out(bounded));
    tape.emit(Call.of("sigmoid").in(opposite).out(opposite));
    tape.emit(Call.of("divide").in(bounded, opposite).out(target));
  }

  /** ND4J has the logarithm among its older operations alone, which are bound once all the same. */
  @Override
  public void logarithm(Matrix x, Matrix y) {
    INDArray source = tape.deviceRead(x);
    INDArray target = tape.deviceWrite(y);
    tape.emit(Call.of("maximum").in(source, constant(Bounds.LEAST)).out(target));
    Log log = new Log(target, target);
    tape.emit(() -> Nd4j.getExecutioner().exec(log));
  }

  @Override
  public void logarithmGradient(Matrix x, Matrix dy, Matrix dx, boolean accumulate) {
    INDArray source = tape.deviceRead(x);
    INDArray gradient = tape.deviceRead(dy);
    INDArray above = scratch(0, x);
    INDArray passed = scratch(1, x);
    tape.emit(Call.of("subtract").in(source, constant(Bounds.LEAST)).out(above));
    tape.emit(Call.of("relu_bp").in(above, gradient).out(passed));
    tape.emit(Call.of("maximum").in(source, constant(Bounds.LEAST)).out(above));
    tape.emit(Call.of("divide").in(passed, above).out(passed));
    into(dx, accumulate, passed);
  }

  @Override
  public void clamp(Matrix x, float low, float high, Matrix y) {
    INDArray source = tape.deviceRead(x);
    INDArray target = tape.deviceWrite(y);
    tape.emit(Call.of("maximum").in(source, constant(low)).out(target));
    tape.emit(Call.of("minimum").in(target, constant(high)).out(target));
  }

  @Override
  public void clampGradient(
      Matrix x, float low, float high, Matrix dy, Matrix dx, boolean accumulate) {
    INDArray source = tape.deviceRead(x);
    INDArray gradient = tape.deviceRead(dy);
    INDArray beyond = scratch(0, x);
    INDArray passed = scratch(1, x);
    tape.emit(Call.of("subtract").in(source, constant(high)).out(beyond));
    tape.emit(Call.of("relu_bp").in(beyond, gradient).out(beyond));
    tape.emit(Call.of("subtract").in(gradient, beyond).out(passed));
    tape.emit(Call.of("subtract").in(constant(low), source).out(beyond));
    tape.emit(Call.of("relu_bp").in(beyond, passed).out(beyond));
    tape.emit(Call.of("subtract").in(passed, beyond).out(passed));
    into(dx, accumulate, passed);
  }

  @Override
  public void minimum(Matrix a, Matrix b, Matrix c) {
    INDArray left = tape.deviceRead(a);
    INDArray right = tape.deviceRead(b);
    tape.emit(Call.of("minimum").in(left, right).out(tape.deviceWrite(c)));
  }

  @Override
  public void minimumGradient(
      Matrix a, Matrix b, boolean second, Matrix dy, Matrix target, boolean accumulate) {
    INDArray left = tape.deviceRead(a);
    INDArray right = tape.deviceRead(b);
    INDArray gradient = tape.deviceRead(dy);
    INDArray passed = scratch(0, a);
    tape.emit(Call.of("subtract").in(left, right).out(passed));
    tape.emit(Call.of("relu_bp").in(passed, gradient).out(passed));
    if (!second) {
      tape.emit(Call.of("subtract").in(gradient, passed).out(passed));
    }
    into(target, accumulate, passed);
  }

  private void into(Matrix c, boolean accumulate, INDArray part) {
    if (accumulate) {
      INDArray target = tape.deviceUpdate(c);
      tape.emit(Call.of("add").in(target, part).out(target));
    } else {
      tape.emit(Call.of("assign").in(tape.deviceWrite(c), part).out(tape.deviceWrite(c)));
    }
  }
}
