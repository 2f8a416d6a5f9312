package dev.parley.tensor;

import java.util.List;

/** Arithmetic on tensors of one shape. */
public final class Elementwise {

  private Elementwise() {}

  /** a + b; both of one shape. */
  public static Tensor add(Tensor a, Tensor b) {
    Check.same("add", a, b);
    return Graph.of(a, b)
        .record(
            a.rows(),
            a.columns(),
            List.of(a, b),
            (k, y) -> k.add(a.value(), b.value(), y),
            (k, g, y, dy) -> {
              g.to(a, (da, add) -> k.scale(dy, 1, da, add));
              g.to(b, (db, add) -> k.scale(dy, 1, db, add));
            });
  }

  /** a - b; both of one shape. */
  public static Tensor subtract(Tensor a, Tensor b) {
    Check.same("subtract", a, b);
    return Graph.of(a, b)
        .record(
            a.rows(),
            a.columns(),
            List.of(a, b),
            (k, y) -> k.subtract(a.value(), b.value(), y),
            (k, g, y, dy) -> {
              g.to(a, (da, add) -> k.scale(dy, 1, da, add));
              g.to(b, (db, add) -> k.scale(dy, -1, db, add));
            });
  }

  /** a b, element by element; both of one shape. */
  public static Tensor multiply(Tensor a, Tensor b) {
    Check.same("multiply", a, b);
    return Graph.of(a, b)
        .record(
            a.rows(),
            a.columns(),
            List.of(a, b),
            (k, y) -> k.multiply(a.value(), b.value(), y, false),
            (k, g, y, dy) -> {
              g.to(a, (da, add) -> k.multiply(dy, b.value(), da, add));
              g.to(b, (db, add) -> k.multiply(dy, a.value(), db, add));
            });
  }

  /** f(a). */
  public static Tensor activate(Tensor a, Activation f) {
    return Graph.of(a)
        .record(
            a.rows(),
            a.columns(),
            List.of(a),
            (k, y) -> k.activate(f, a.value(), y),
            (k, g, y, dy) -> g.to(a, (da, add) -> k.activationGradient(f, y, dy, da, add)));
  }

  /** 1 where a is above 0, and 0 elsewhere; no gradient passes. */
  public static Tensor aboveZero(Tensor a) {
    return Graph.of(a)
        .record(
            a.rows(),
            a.columns(),
            List.of(),
            (k, y) -> k.aboveZero(a.value(), y),
            (k, g, y, dy) -> {});
  }

  /** factor a. */
  public static Tensor scale(Tensor a, float factor) {
    return Graph.of(a)
        .record(
            a.rows(),
            a.columns(),
            List.of(a),
            (k, y) -> k.scale(a.value(), factor, y, false),
            (k, g, y, dy) -> g.to(a, (da, add) -> k.scale(dy, factor, da, add)));
  }

  /**
   * s a, where the factor is an input and takes no gradient itself.
   *
   * @param s [1, 1]
   */
  public static Tensor scaleBy(Tensor a, Tensor s) {
    Check.scalar("scaleBy", s);
    return Graph.of(a, s)
        .record(
            a.rows(),
            a.columns(),
            List.of(a),
            (k, y) -> k.scaleBy(a.value(), s.value(), y, false),
            (k, g, y, dy) -> g.to(a, (da, add) -> k.scaleBy(dy, s.value(), da, add)));
  }
}
