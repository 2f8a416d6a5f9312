package dev.parley.tensor;

import java.util.List;

/** Arithmetic of a tensor with one row or one column, which is repeated. */
public final class Broadcast {

  private Broadcast() {}

  /**
   * x gain + shift, column by column.
   *
   * @param x [rows, columns]
   * @param gain [1, columns]
   * @param shift [1, columns]
   * @return [rows, columns]
   * @throws dev.parley.error.ShapeException if the shapes do not fit
   */
  public static Tensor affine(Tensor x, Tensor gain, Tensor shift) {
    Check.row("affine gain", x, gain);
    Check.row("affine shift", x, shift);
    Matrix xv = x.value();
    Matrix factors = gain.value();
    return Graph.of(x, gain, shift)
        .record(
            x.rows(),
            x.columns(),
            List.of(x, gain, shift),
            (k, y) -> {
              k.multiplyRow(xv, factors, y, false);
              k.finishLayer(y, shift.value(), Activation.NONE);
            },
            (k, g, y, dy) -> {
              g.to(shift, (ds, add) -> k.layerGradient(Activation.NONE, y, dy, ds, add));
              g.to(gain, (dg, add) -> k.batch().dots(dy, xv, dg, add));
              g.to(x, (dx, add) -> k.multiplyRow(dy, factors, dx, add));
            });
  }

  /**
   * Each row of x times its place in a column of constants, such as 1 for an episode that goes on
   * and 0 for one that has ended.
   *
   * @param x [rows, columns]
   * @param column [rows, 1], takes no gradient
   * @return [rows, columns]
   * @throws dev.parley.error.ShapeException if the shapes do not fit
   */
  public static Tensor multiplyColumn(Tensor x, Tensor column) {
    Check.column("multiplyColumn", x, column);
    Matrix factors = column.value();
    return Graph.of(x, column)
        .record(
            x.rows(),
            x.columns(),
            List.of(x),
            (k, y) -> k.multiplyColumn(x.value(), factors, y, false),
            (k, g, y, dy) -> g.to(x, (dx, add) -> k.multiplyColumn(dy, factors, dx, add)));
  }
}
