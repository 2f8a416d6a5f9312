package dev.parley.tensor;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemv;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sger;

import org.bytedeco.javacpp.FloatPointer;

/**
 * Matrix products by the BLAS that ND4J brings along, called without ND4J between: its call alone
 * takes longer than a small product.
 */
final class Blas {

  /** Products of as many multiplications are cut in two. */
  private static final long CUT = 2_000_000;

  /** Of as many, one half is worth being handed to a core with a cache of its own. */
  private static final long LARGE = 4_000_000;

  private static final int VECTOR = 16;

  private Blas() {}

  /**
   * An operand in main memory.
   *
   * @param at [rows, columns], row-major
   * @param stride how far apart its rows are
   * @param transposed whether it is used transposed
   */
  record Operand(FloatPointer at, int rows, int columns, int stride, boolean transposed) {

    Operand(FloatPointer at, int rows, int columns, boolean transposed) {
      this(at, rows, columns, columns, transposed);
    }

    int height() {
      return transposed ? columns : rows;
    }

    int width() {
      return transposed ? rows : columns;
    }

    /** Rows {@code from} to {@code to - 1} of what it is used as. */
    Operand rows(int from, int to) {
      return transposed ? stretch(from, to) : band(from, to);
    }

    /** Columns {@code from} to {@code to - 1} of what it is used as. */
    Operand columns(int from, int to) {
      return transposed ? band(from, to) : stretch(from, to);
    }

    private Operand band(int from, int to) {
      FloatPointer first = Blas.from(at, (long) from * stride);
      return new Operand(first, to - from, columns, stride, transposed);
    }

    private Operand stretch(int from, int to) {
      return new Operand(Blas.from(at, from), rows, to - from, stride, transposed);
    }

    int flag() {
      return transposed ? CblasTrans : CblasNoTrans;
    }
  }

  /** c (+)= a b; the shapes fit. */
  static Kernel product(Operand a, Operand b, FloatPointer c, boolean accumulate) {
    float beta = accumulate ? 1 : 0;
    int m = a.height();
    int n = b.width();
    int k = a.width();
    if (m == 1) {
      int flag = b.transposed ? CblasNoTrans : CblasTrans;
      return () ->
          cblas_sgemv(
              CblasRowMajor, flag, b.rows, b.columns, 1, b.at, b.columns, a.at, 1, beta, c, 1);
    }
    if (n == 1) {
      return () ->
          cblas_sgemv(
              CblasRowMajor, a.flag(), a.rows, a.columns, 1, a.at, a.columns, b.at, 1, beta, c, 1);
    }
    if (k == 1 && accumulate) {
      return () -> cblas_sger(CblasRowMajor, m, n, 1, a.at, 1, b.at, 1, c, n);
    }
    long multiplications = (long) m * n * k;
    if (multiplications < CUT) {
      return Blocks.product(a, b, c, n, accumulate);
    }
    boolean small = multiplications < LARGE;
    if (n >= m) {
      int left = cut(n);
      return Helper.both(
          Blocks.product(a, b.columns(0, left), c, n, accumulate),
          Blocks.product(a, b.columns(left, n), from(c, left), n, accumulate),
          small);
    }
    int upper = cut(m);
    return Helper.both(
        Blocks.product(a.rows(0, upper), b, c, n, accumulate),
        Blocks.product(a.rows(upper, m), b, from(c, (long) upper * n), n, accumulate),
        small);
  }

  /** Half, in whole vectors of the processor. */
  private static int cut(int length) {
    return length / 2 / VECTOR * VECTOR;
  }

  /** The floats that begin so many further on. */
  static FloatPointer from(FloatPointer at, long offset) {
    return new FloatPointer(at).position(at.position() + offset);
  }
}
