package dev.parley.tensor;

import java.util.List;

/** Matrix products. */
public final class Dense {

  private Dense() {}

  /**
   * f(x w + b).
   *
   * @param x [rows, in]
   * @param w [in, out]
   * @param b [1, out]
   * @return [rows, out]
   * @throws dev.parley.error.ShapeException if the shapes do not fit
   */
  public static Tensor linear(Tensor x, Tensor w, Tensor b, Activation f) {
    Check.inner("linear", x, w);
    Check.row("linear bias", w, b);
    Matrix xv = x.value();
    Matrix wv = w.value();
    return Graph.of(x, w, b)
        .record(
            x.rows(),
            w.columns(),
            List.of(x, w, b),
            (k, y) -> {
              k.product(xv, false, wv, false, y, false);
              k.finishLayer(y, b.value(), f);
            },
            (k, g, y, dy) -> {
              if (b.hasGradient()) {
                g.to(b, (db, add) -> k.layerGradient(f, y, dy, db, add));
              } else {
                k.layerGradient(f, y, dy, null, false);
              }
              g.to(w, (dw, add) -> k.product(xv, true, dy, false, dw, add));
              g.to(x, (dx, add) -> k.product(dy, false, wv, true, dx, add));
            });
  }

  /**
   * a b.
   *
   * @param a [n, k]
   * @param b [k, m]
   * @return [n, m]
   * @throws dev.parley.error.ShapeException if the shapes do not fit
   */
  public static Tensor product(Tensor a, Tensor b) {
    Check.inner("product", a, b);
    Matrix av = a.value();
    Matrix bv = b.value();
    return Graph.of(a, b)
        .record(
            a.rows(),
            b.columns(),
            List.of(a, b),
            (k, y) -> k.product(av, false, bv, false, y, false),
            (k, g, y, dy) -> {
              g.to(a, (da, add) -> k.product(dy, false, bv, true, da, add));
              g.to(b, (db, add) -> k.product(av, true, dy, false, db, add));
            });
  }

  /**
   * a bᵀ: the inner product of every row of a with every row of b.
   *
   * @param a [n, k]
   * @param b [m, k]
   * @return [n, m]
   * @throws dev.parley.error.ShapeException if the shapes do not fit
   */
  public static Tensor productTransposed(Tensor a, Tensor b) {
    Check.columns("product", a, b);
    Matrix av = a.value();
    Matrix bv = b.value();
    return Graph.of(a, b)
        .record(
            a.rows(),
            b.rows(),
            List.of(a, b),
            (k, y) -> k.product(av, false, bv, true, y, false),
            (k, g, y, dy) -> {
              g.to(a, (da, add) -> k.product(dy, false, bv, false, da, add));
              g.to(b, (db, add) -> k.product(dy, true, av, false, db, add));
            });
  }
}
