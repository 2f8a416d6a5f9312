package dev.parley.tensor;

/** One prebuilt action of a recorded program; its operands are fixed. */
@FunctionalInterface
interface Kernel {

  void run();

  /** Gives back what it holds outside the heap. */
  default void free() {}
}
