package dev.parley.tensor;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.DynamicCustomOp;
import org.nd4j.linalg.api.ops.OpContext;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.factory.Nd4j;

/**
 * An ND4J operation with its operands bound once: what remains to be done at each run is the native
 * call. Building one costs tens of microseconds, running one about one.
 */
final class Call {

  private final DynamicCustomOp.DynamicCustomOpsBuilder builder;
  private @Nullable Supplier<double[]> changing;

  private Call(String name) {
    this.builder = DynamicCustomOp.builder(name);
  }

  static Call of(String name) {
    return new Call(name);
  }

  Call in(INDArray... inputs) {
    builder.addInputs(inputs);
    return this;
  }

  Call integers(long... arguments) {
    for (long argument : arguments) {
      builder.addIntegerArguments(argument);
    }
    return this;
  }

  Call floats(double... arguments) {
    for (double argument : arguments) {
      builder.addFloatingPointArguments(argument);
    }
    return this;
  }

  /** Floating-point arguments that are asked for at each run. */
  Call arguments(Supplier<double[]> current) {
    floats(current.get());
    changing = current;
    return this;
  }

  Call booleans(boolean... arguments) {
    builder.addBooleanArguments(arguments);
    return this;
  }

  /** Binds the results and ends the call. */
  Kernel out(INDArray... outputs) {
    DynamicCustomOp op = builder.addOutputs(outputs).build();
    OpExecutioner executioner = Nd4j.getExecutioner();
    OpContext context = executioner.buildContext();
    context.setIArguments(op.iArgs());
    context.setTArguments(op.tArgs());
    context.setBArguments(op.bArgs());
    for (int i = 0; i < op.numInputArguments(); i++) {
      context.setInputArray(i, op.getInputArgument(i));
    }
    for (int i = 0; i < op.numOutputArguments(); i++) {
      context.setOutputArray(i, op.getOutputArgument(i));
    }
    return new Bound(executioner, op, context, changing);
  }

  private record Bound(
      OpExecutioner executioner,
      DynamicCustomOp op,
      OpContext context,
      @Nullable Supplier<double[]> changing)
      implements Kernel {

    @Override
    public void run() {
      if (changing != null) {
        context.setTArguments(changing.get());
      }
      executioner.exec(op, context);
    }

    /** A formality in this version of ND4J, which frees a context with its Java object. */
    @Override
    public void free() {
      try {
        context.close();
      } catch (Exception e) {
        throw new IllegalStateException("cannot free " + op.opName(), e);
      }
    }
  }
}
