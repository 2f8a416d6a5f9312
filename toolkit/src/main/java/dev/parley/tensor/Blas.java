package dev.parley.tensor;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasNoTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.CblasTrans;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemv;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sger;

import org.bytedeco.javacpp.FloatPointer;

/**
 * Matrix products by the BLAS that ND4J brings along, called without ND4J between: its call alone
 * takes longer than a small product.
 */
final class Blas {

  private Blas() {}

  /**
   * An operand in main memory.
   *
   * @param at [rows, columns], row-major
   * @param transposed whether it is used transposed
   */
  record Operand(FloatPointer at, int rows, int columns, boolean transposed) {

    int height() {
      return transposed ? columns : rows;
    }

    int width() {
      return transposed ? rows : columns;
    }

    private int flag() {
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
    return () ->
        cblas_sgemm(
            CblasRowMajor,
            a.flag(),
            b.flag(),
            m,
            n,
            k,
            1,
            a.at,
            a.columns,
            b.at,
            b.columns,
            beta,
            c,
            n);
  }
}
