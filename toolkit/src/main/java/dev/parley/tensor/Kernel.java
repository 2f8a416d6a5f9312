package dev.parley.tensor;

import java.util.function.BooleanSupplier;

/** One prebuilt action of a recorded program; its operands are fixed. */
@FunctionalInterface
interface Kernel {

  void run();

  /** Gives back what it holds outside the heap. */
  default void free() {}

  /** This action, left out of every run at which the condition does not hold. */
  default Kernel when(BooleanSupplier condition) {
    Kernel action = this;
    return new Kernel() {
      @Override
      public void run() {
        if (condition.getAsBoolean()) {
          action.run();
        }
      }

      @Override
      public void free() {
        action.free();
      }
    };
  }
}
