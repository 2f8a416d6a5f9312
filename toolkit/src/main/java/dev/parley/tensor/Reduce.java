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
