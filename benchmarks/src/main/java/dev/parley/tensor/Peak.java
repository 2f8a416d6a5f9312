package dev.parley.tensor;

import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The fastest single-precision matrix product that ND4J's BLAS does: 1024 x 1024 x 1024. */
public final class Peak {

  private static final int SIZE = 1024;

  /** Floating-point operations of one product. */
  public static final double OPERATIONS = 2.0 * SIZE * SIZE * SIZE;

  private Peak() {}

  /** The product, on so many threads. */
  public static Runnable product(int threads) {
    Engine.start();
    Nd4j.getEnvironment().setMaxMasterThreads(threads);
    Nd4j.factory().blas().setMaxThreads(threads);
    INDArray a = Nd4j.ones(DataType.FLOAT, SIZE, SIZE).dup('f');
    INDArray b = Nd4j.ones(DataType.FLOAT, SIZE, SIZE).dup('f');
    INDArray c = Nd4j.create(DataType.FLOAT, new long[] {SIZE, SIZE}, 'f');
    return () -> Nd4j.gemm(a, b, c, false, false, 1, 0);
  }
}
