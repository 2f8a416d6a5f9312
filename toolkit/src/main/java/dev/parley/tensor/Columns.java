package dev.parley.tensor;

import java.util.List;

/** Tensors side by side, and parts of one. */
public final class Columns {

  private Columns() {}

  /**
   * The parts side by side.
   *
   * @param parts [rows, any] each, at least one
   * @return [rows, sum of the parts' columns]
   * @throws dev.parley.error.ShapeException if the numbers of rows differ
   */
  public static Tensor concatenate(Tensor... parts) {
    if (parts.length == 0) {
      throw new IllegalArgumentException("parts: got none, allowed: 1 or more");
    }
    int width = 0;
    for (Tensor part : parts) {
      Check.rows("concatenate", parts[0], part);
      width += part.columns();
    }
    Matrix[] values = new Matrix[parts.length];
    for (int i = 0; i < parts.length; i++) {
      values[i] = parts[i].value();
    }
    return Graph.of(parts)
        .record(
            parts[0].rows(),
            width,
            List.of(parts),
            (k, y) -> k.concatenate(values, y),
            (k, g, y, dy) -> {
              int from = 0;
              for (Tensor part : parts) {
                int start = from;
                g.to(part, (dp, add) -> k.columns(dy, start, dp, add));
                from += part.columns();
              }
            });
  }

  /**
   * Some columns that lie side by side.
   *
   * @param x [rows, any]
   * @param from the first column, counted from 0
   * @param to the column after the last
   * @return [rows, to - from]
   * @throws dev.parley.error.ShapeException if x has no such columns, or there are none
   */
  public static Tensor slice(Tensor x, int from, int to) {
    Check.range("slice", x, from, to);
    return Graph.of(x)
        .record(
            x.rows(),
            to - from,
            List.of(x),
            (k, y) -> k.columns(x.value(), from, y, false),
            (k, g, y, dy) -> g.to(x, (dx, add) -> k.putColumns(dy, dx, from, add)));
  }
}
