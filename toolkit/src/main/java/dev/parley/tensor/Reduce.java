package dev.parley.tensor;

import java.util.List;

/** Sums and means over all values of a tensor: scalars [1, 1]. */
public final class Reduce {

  private Reduce() {}

  /** The sum of all values. */
  public static Tensor sum(Tensor a) {
    return scaledSum(a, 1);
  }

  /** The mean of all values. */
  public static Tensor mean(Tensor a) {
    return scaledSum(a, 1f / a.length());
  }

  /**
   * The mean of (a - b)² over all places.
   *
   * @throws dev.parley.error.ShapeException if the shapes are not the same
   */
  public static Tensor meanSquaredError(Tensor a, Tensor b) {
    Check.same("meanSquaredError", a, b);
    float share = 1f / a.length();
    Matrix left = a.value();
    Matrix right = b.value();
    return Graph.of(a, b)
        .record(
            1,
            1,
            List.of(a, b),
            (k, s) -> k.squaredDistance(left, right, share, s),
            (k, g, s, ds) -> {
              g.to(a, (da, add) -> k.difference(left, right, 2 * share, ds, da, add));
              g.to(b, (db, add) -> k.difference(left, right, -2 * share, ds, db, add));
            });
  }

  private static Tensor scaledSum(Tensor a, float factor) {
    return Graph.of(a)
        .record(
            1,
            1,
            List.of(a),
            (k, s) -> k.sum(a.value(), factor, s),
            (k, g, s, ds) -> g.to(a, (da, add) -> k.spread(ds, factor, da, add)));
  }
}
