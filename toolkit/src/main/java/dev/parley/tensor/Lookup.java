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
    return Graph.of(index, table)
        .record(
            index.rows(),
            table.columns(),
            List.of(table),
            (k, y) -> k.gather(table.value(), index, y),
            (k, g, y, dy) -> g.to(table, (dt, add) -> k.scatter(dy, index, dt, add)));
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
    return Graph.of(index, x)
        .record(
            x.rows(),
            1,
            List.of(x),
            (k, y) -> k.pick(x.value(), index, y),
            (k, g, y, dy) -> g.to(x, (dx, add) -> k.put(dy, index, dx, add)));
  }

  /**
   * Rows with a 1 in the place of the index and 0 elsewhere; no gradient passes.
   *
   * @param classes how many columns; an index is below it
   * @return [rows of the indices, classes]
   */
  public static Tensor oneHot(Indices index, int classes) {
    int rows = index.rows();
    return index
        .graph()
        .record(
            rows,
            classes,
            List.of(),
            (k, y) -> k.put(new Matrix(k.tape().ones(rows).block(), rows, 1), index, y, false),
            (k, g, y, dy) -> {});
  }
}
