package dev.parley.tensor;

/**
 * A recorded computation, ready to be run any number of times. Not safe for use by several threads.
 */
public final class Program {

  private final Kernel[] kernels;

  Program(Kernel[] kernels) {
    this.kernels = kernels;
  }

  /** Computes everything once, from what the inputs and parameters hold now. */
  public void run() {
    Engine.holdThread();
    for (Kernel kernel : kernels) {
      kernel.run();
    }
  }

  /** How many kernels one run consists of. */
  public int size() {
    return kernels.length;
  }

  void free() {
    for (Kernel kernel : kernels) {
      kernel.free();
    }
  }
}
