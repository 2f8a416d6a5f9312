package dev.parley.tensor;

import java.util.Locale;
import org.nd4j.linalg.api.ndarray.INDArray;

/** An activation and its slope, in place, as ND4J operations. */
final class Nd4jActivation {

  private final Tape tape;
  private final Activation f;

  Nd4jActivation(Tape tape, Activation f) {
    this.tape = tape;
    this.f = f;
  }

  /** y = f(y), in place. */
  void apply(Matrix y) {
    if (f != Activation.NONE) {
      INDArray target = tape.deviceUpdate(y);
      Call call = Call.of(f.name().toLowerCase(Locale.ROOT)).in(target);
      tape.emit((f == Activation.RELU ? call.floats(0) : call).out(target));
    }
  }

  /** dy = dy f'(x) where y = f(x), in place. */
  void slope(Matrix y, Matrix dy) {
    if (f == Activation.NONE) {
      return;
    }
    INDArray result = tape.deviceRead(y);
    INDArray target = tape.deviceUpdate(dy);
    if (f == Activation.RELU) {
      tape.emit(Call.of("relu_bp").in(result, target).out(target));
      return;
    }
    INDArray slope = tape.deviceWrite(tape.scratch(0, y.rows(), y.columns()));
    tape.emit(Call.of("multiply").in(result, result).out(slope));
    if (f == Activation.TANH) {
      tape.emit(Call.of("multiply").in(target, slope).out(slope));
      tape.emit(Call.of("subtract").in(target, slope).out(target));
    } else {
      tape.emit(Call.of("subtract").in(result, slope).out(slope));
      tape.emit(Call.of("multiply").in(target, slope).out(target));
    }
  }
}
