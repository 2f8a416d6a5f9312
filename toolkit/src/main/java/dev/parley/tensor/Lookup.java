package dev.parley.tensor;

import java.util.List;

/** Choosing by index. */
public final class Lookup {

  private Lookup() {}

  /**
   * Rows of a table: y[i] = table[index[i]].
   *
   * @param table [classes, columns]
   * @return [rows of the indices, columns]
   */
  public static Tensor rows(Tensor table, Indices index) {
    Matrix tv = table.value();
    return Graph.of(index, table)
        .record(
            index.rows(),
            table.columns(),
            List.of(table),
            (k, y) -> k.product(index.oneHot(k.tape(), tv.rows()), false, tv, false, y, false),
            (k, g, y, dy) ->
                g.to(
                    table,
                    (dt, add) ->
                        k.product(index.oneHot(k.tape(), tv.rows()), true, dy, false, dt, add)));
  }

  /**
   * One value of each row: y[i] = x[i, index[i]].
   *
   * @param x [rows, classes]
   * @return [rows, 1]
   * @throws dev.parley.error.ShapeException if there is not one index a row
   */
  public static Tensor pick(Tensor x, Indices index) {
    Check.rows("pick", x, index);
    Matrix xv = x.value();
    return Graph.of(index, x)
        .record(
            x.rows(),
            1,
            List.of(x),
            (k, y) -> {
              Matrix picked = k.tape().scratch(3, xv.rows(), xv.columns());
              k.multiply(xv, index.oneHot(k.tape(), xv.columns()), picked, false);
              k.rowSums(picked, y);
            },
            (k, g, y, dy) ->
                g.to(
                    x,
                    (dx, add) ->
                        k.multiplyColumn(index.oneHot(k.tape(), xv.columns()), dy, dx, add)));
  }
}
