package dev.parley.tensor;

import org.nd4j.linalg.api.ndarray.INDArray;

/** Updates of parameters as ND4J operations. */
final class Nd4jUpdates {

  private final Tape tape;

  Nd4jUpdates(Tape tape) {
    this.tape = tape;
  }

  UpdateState adam(Matrix values, Matrix gradients, AdamStep step) {
    Matrix means = tape.kept(values.length());
    Matrix squares = tape.kept(values.length());
    INDArray g = tape.deviceRead(gradients);
    INDArray first = tape.deviceUpdate(means);
    INDArray second = tape.deviceUpdate(squares);
    INDArray change = tape.deviceWrite(tape.scratch(0, 1, values.length()));
    INDArray target = tape.deviceUpdate(values);
    // The operation corrects the bias for iteration i + 1 itself; at an i this large that
    // correction is 1.
    tape.emit(
        Call.of("adam_updater")
            .in(g, second, first)
            .integers(Integer.MAX_VALUE - 1)
            .arguments(() -> new double[] {step.rate, step.beta1, step.beta2, step.epsilon})
            .out(change, second, first));
    // It takes a rate of zero for a mistake and replaces it by epsilon.
    Kernel move = Call.of("subtract").in(target, change).out(target);
    tape.emit(move.when(() -> (float) step.rate != 0));
    return new Kept(means.block().device(), squares.block().device());
  }

  /** ND4J's own operation has its epsilon inside the root and no momentum. */
  UpdateState rmsProp(Matrix values, Matrix gradients, RmsStep step) {
    Matrix squares = tape.kept(values.length());
    Matrix velocities = tape.kept(values.length());
    INDArray g = tape.deviceRead(gradients);
    INDArray v = tape.deviceUpdate(squares);
    INDArray b = tape.deviceUpdate(velocities);
    INDArray part = tape.deviceWrite(tape.scratch(0, 1, values.length()));
    INDArray target = tape.deviceUpdate(values);
    apply("multiply", v, constant(step.decay), v);
    apply("multiply", g, g, part);
    apply("multiply", part, constant(1 - step.decay), part);
    apply("add", v, part, v);
    apply("Pow", v, constant(0.5f), part);
    apply("add", part, constant(step.epsilon), part);
    apply("divide", g, part, part);
    apply("multiply", b, constant(step.momentum), b);
    apply("add", b, part, b);
    apply("multiply", b, tape.deviceRead(step.rate), part);
    apply("subtract", target, part, target);
    return new Kept(squares.block().device(), velocities.block().device());
  }

  private void apply(String operation, INDArray a, INDArray b, INDArray c) {
    tape.emit(Call.of(operation).in(a, b).out(c));
  }

  private INDArray constant(float value) {
    return tape.deviceRead(tape.constant(value));
  }

  /** What is remembered in two rows of the device. */
  private record Kept(Device first, Device second) implements UpdateState {

    @Override
    public void read(float[] one, float[] other) {
      first.get(one);
      second.get(other);
    }

    @Override
    public void write(float[] one, float[] other) {
      first.put(one);
      second.put(other);
    }
  }
}
