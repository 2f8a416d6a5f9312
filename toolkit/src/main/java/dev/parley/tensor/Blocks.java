package dev.parley.tensor;

import static org.bytedeco.openblas.global.openblas_nolapack.CblasRowMajor;
import static org.bytedeco.openblas.global.openblas_nolapack.cblas_sgemm;

import dev.parley.tensor.Blas.Operand;
import java.util.ArrayList;
import java.util.List;
import org.bytedeco.javacpp.FloatPointer;

/**
 * A product in pieces that are small enough for OpenBLAS to read the operands where they lie. For a
 * larger one it first copies both into an order of its own, which takes about as long as the
 * product itself if there are few rows. Only for AVX-512 does it have kernels that do without.
 */
final class Blocks {

  /** Products of more multiplications are copied. */
  private static final int MOST = 1_000_000;

  /** With so many rows the copies are worth their time, unless the other operand is narrow. */
  private static final int MANY = 128;

  private static final int WIDTH = 64;
  private static final int TALL = 192;

  /** If the right operand is transposed. */
  private static final int NARROW = 16;

  private static final int DEEP = 128;
  private static final int FEW = 32;

  private Blocks() {}

  /**
   * The shape of one piece.
   *
   * @param rows of the left operand
   * @param columns of the right one
   * @param depth the columns of the left one and rows of the right one
   */
  record Cut(int rows, int columns, int depth) {

    /** Pieces of equal height and depth, as near to what was measured best as the shape allows. */
    static Cut of(int m, int n, int k, boolean transposedA, boolean transposedB) {
      Cut whole = new Cut(m, n, k);
      if (!Engine.readsInPlace() || (long) m * n * k <= MOST || (transposedA && transposedB)) {
        return whole;
      }
      if (transposedB) {
        boolean pays = m <= FEW || (m <= WIDTH && k >= DEEP);
        return pays ? new Cut(m, NARROW, even(k, MOST / (m * NARROW))) : whole;
      }
      int columns = Math.min(n, WIDTH);
      if (transposedA) {
        int depth = even(k, WIDTH);
        return new Cut(even(m, Math.min(TALL, MOST / (depth * columns))), columns, depth);
      }
      int rows = even(m, WIDTH);
      boolean pays = m <= MANY || n <= WIDTH;
      return pays ? new Cut(rows, columns, even(k, MOST / (rows * columns))) : whole;
    }

    /**
     * How long each piece of a length is at most, if it is cut into as few as {@code most} allows.
     */
    private static int even(int length, int most) {
      int pieces = (length + most - 1) / most;
      return (length + pieces - 1) / pieces;
    }
  }

  /** c (+)= a b where c is a part of a matrix whose rows are {@code stride} apart. */
  static Kernel product(Operand a, Operand b, FloatPointer c, int stride, boolean accumulate) {
    int m = a.height();
    int n = b.width();
    int k = a.width();
    Cut cut = Cut.of(m, n, k, a.transposed(), b.transposed());
    if (cut.rows == m && cut.columns == n && cut.depth == k) {
      return gemm(a, b, c, stride, accumulate);
    }
    List<Kernel> pieces = new ArrayList<>();
    for (int row = 0; row < m; row += cut.rows) {
      Operand left = a.rows(row, Math.min(row + cut.rows, m));
      for (int column = 0; column < n; column += cut.columns) {
        Operand right = b.columns(column, Math.min(column + cut.columns, n));
        FloatPointer target = Blas.from(c, (long) row * stride + column);
        for (int from = 0; from < k; from += cut.depth) {
          int to = Math.min(from + cut.depth, k);
          pieces.add(
              gemm(
                  left.columns(from, to),
                  right.rows(from, to),
                  target,
                  stride,
                  accumulate || from > 0));
        }
      }
    }
    return all(pieces.toArray(Kernel[]::new));
  }

  private static Kernel all(Kernel[] pieces) {
    return () -> {
      for (Kernel piece : pieces) {
        piece.run();
      }
    };
  }

  private static Kernel gemm(Operand a, Operand b, FloatPointer c, int stride, boolean accumulate) {
    int m = a.height();
    int n = b.width();
    int k = a.width();
    int flagA = a.flag();
    int flagB = b.flag();
    float beta = accumulate ? 1 : 0;
    return () ->
        cblas_sgemm(
            CblasRowMajor,
            flagA,
            flagB,
            m,
            n,
            k,
            1,
            a.at(),
            a.stride(),
            b.at(),
            b.stride(),
            beta,
            c,
            stride);
  }
}
