package dev.parley.tensor;

import java.util.List;

/** Exponentials, logarithms and bounds, element by element. */
public final class Bounds {

  /** What {@link #log} takes the logarithm of where there is less. */
  static final float LEAST = 1e-30f;

  private Bounds() {}

  /** eᵃ, which is that of 87.3 for larger a: finite. */
  public static Tensor exp(Tensor a) {
    return Graph.of(a)
        .record(
            a.rows(),
            a.columns(),
            List.of(a),
            (k, y) -> BoundKernels.of(k).exponential(a.value(), y),
            (k, g, y, dy) -> g.to(a, (da, add) -> k.multiply(dy, y, da, add)));
  }

  /**
   * The natural logarithm of a, which is that of 1e-30 for smaller a: finite. The gradient, 1 / a,
   * passes above 1e-30 alone.
   */
  public static Tensor log(Tensor a) {
    return Graph.of(a)
        .record(
            a.rows(),
            a.columns(),
            List.of(a),
            (k, y) -> BoundKernels.of(k).logarithm(a.value(), y),
            (k, g, y, dy) ->
                g.to(a, (da, add) -> BoundKernels.of(k).logarithmGradient(a.value(), dy, da, add)));
  }

  /**
   * a, or the nearer bound where it is beyond one. The gradient passes where a is within the
   * bounds, which are themselves within.
   *
   * @throws IllegalArgumentException if {@code low} is not below {@code high}
   */
  public static Tensor clamp(Tensor a, float low, float high) {
    if (!(low < high)) {
      throw new IllegalArgumentException("bounds: got " + low + " to " + high);
    }
    return Graph.of(a)
        .record(
            a.rows(),
            a.columns(),
            List.of(a),
            (k, y) -> BoundKernels.of(k).clamp(a.value(), low, high, y),
            (k, g, y, dy) ->
                g.to(
                    a,
                    (da, add) ->
                        BoundKernels.of(k).clampGradient(a.value(), low, high, dy, da, add)));
  }

  /**
   * The smaller of a and b; both of one shape. The gradient goes to the one that is smaller; of
   * equals, to a.
   */
  public static Tensor minimum(Tensor a, Tensor b) {
    Check.same("minimum", a, b);
    Matrix left = a.value();
    Matrix right = b.value();
    return Graph.of(a, b)
        .record(
            a.rows(),
            a.columns(),
            List.of(a, b),
            (k, y) -> BoundKernels.of(k).minimum(left, right, y),
            (k, g, y, dy) -> {
              BoundKernels bounds = BoundKernels.of(k);
              g.to(a, (da, add) -> bounds.minimumGradient(left, right, false, dy, da, add));
              g.to(b, (db, add) -> bounds.minimumGradient(left, right, true, dy, db, add));
            });
  }
}
