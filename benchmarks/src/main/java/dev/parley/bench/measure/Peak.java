package dev.parley.bench.measure;

import dev.parley.tensor.Engine;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The fastest single-precision matrix product that ND4J's BLAS does here: 1024 x 1024 x 1024. */
final class Peak {

  private static final int SIZE = 1024;

  private Peak() {}

  /** Floating-point operations a second, on so many threads. */
  static double flops(int threads, double seconds) {
    Engine.start();
    Nd4j.getEnvironment().setMaxMasterThreads(threads);
    Nd4j.factory().blas().setMaxThreads(threads);
    INDArray a = Nd4j.ones(DataType.FLOAT, SIZE, SIZE).dup('f');
    INDArray b = Nd4j.ones(DataType.FLOAT, SIZE, SIZE).dup('f');
    INDArray c = Nd4j.create(DataType.FLOAT, new long[] {SIZE, SIZE}, 'f');
    Timing timing = Timing.of(() -> Nd4j.gemm(a, b, c, false, false, 1, 0), 1, seconds);
    return 2.0 * SIZE * SIZE * SIZE / (timing.low() * 1e-6);
  }
}
