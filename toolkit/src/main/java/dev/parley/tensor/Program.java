package dev.parley.tensor;

import org.jspecify.annotations.Nullable;

/**
 * A recorded computation, ready to be run any number of times. Not safe for use by several threads.
 */
public final class Program {

  private Kernel @Nullable [] kernels;
  private final Device[] borrowed;

  /** A program of kernels whose memory lives as long as they do. */
  Program(Kernel[] kernels) {
    this.kernels = kernels;
    this.borrowed = new Device[0];
  }

  /** Ends a tape. */
  Program(Tape tape) {
    this.kernels = tape.finish();
    this.borrowed = tape.borrowed();
  }

  /** Computes everything once, from what the inputs and parameters hold now. */
  public void run() {
    Kernel[] all = kernels;
    if (all == null) {
      throw new IllegalStateException("a program is run after it was closed");
    }
    for (Device device : borrowed) {
      device.requireMemory();
    }
    Engine.holdThread();
    Busy mine = Busy.mine();
    mine.began();
    try {
      for (Kernel kernel : all) {
        kernel.run();
      }
    } finally {
      mine.ended();
    }
  }

  /** How many kernels one run consists of; none once it is closed. */
  public int size() {
    return kernels == null ? 0 : kernels.length;
  }

  /** Gives back what the kernels hold, and forgets them. */
  void free() {
    if (kernels != null) {
      for (Kernel kernel : kernels) {
        kernel.free();
      }
      kernels = null;
    }
  }
}
