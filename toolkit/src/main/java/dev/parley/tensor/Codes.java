package dev.parley.tensor;

/** Vector quantisation: the nearest row of a codebook. */
public final class Codes {

  private Codes() {}

  /**
   * For each row of z the index of the row of the codebook that is nearest in Euclidean distance;
   * of equals, the first. No gradient passes.
   *
   * @param z [rows, dimensions]
   * @param codebook [codes, dimensions]
   */
  public static Indices nearest(Tensor z, Tensor codebook) {
    Check.columns("nearest", z, codebook);
    Graph graph = Graph.of(z, codebook);
    Indices nearest = graph.indices(z.rows());
    Matrix products = Matrix.of(z.rows(), codebook.rows());
    float[] norms = new float[codebook.rows()];
    graph.record(
        products,
        k -> {
          k.product(z.value(), false, codebook.value(), true, products, false);
          float[] codes = k.tape().hostRead(codebook.value());
          float[] inner = k.tape().hostRead(products);
          k.tape()
              .emit(
                  () -> {
                    squaredNorms(codes, codebook.columns(), norms);
                    for (int row = 0; row < nearest.rows(); row++) {
                      nearest.set(row, smallest(inner, row * norms.length, norms));
                    }
                  });
        });
    return nearest;
  }

  /**
   * The quantised values forward, the identity to {@code z} backward: the straight-through
   * estimator (Bengio, Léonard and Courville, 2013) as van den Oord et al. (2017) use it.
   *
   * @param z [rows, dimensions], takes the gradient
   * @param quantised [rows, dimensions], gives the values and takes none
   */
  public static Tensor straightThrough(Tensor z, Tensor quantised) {
    Check.same("straightThrough", z, quantised);
    return new Tensor(
        Graph.of(z, quantised), quantised.value(), z.hasGradient() ? z.requireGradient() : null);
  }

  /** ‖z - e‖² less ‖z‖², which is the same for every code, is ‖e‖² - 2 z·e. */
  private static int smallest(float[] inner, int from, float[] norms) {
    int best = 0;
    float least = Float.POSITIVE_INFINITY;
    for (int code = 0; code < norms.length; code++) {
      float distance = norms[code] - 2 * inner[from + code];
      if (distance < least) {
        least = distance;
        best = code;
      }
    }
    return best;
  }

  private static void squaredNorms(float[] codes, int dimensions, float[] norms) {
    for (int code = 0; code < norms.length; code++) {
      float sum = 0;
      for (int d = code * dimensions; d < (code + 1) * dimensions; d++) {
        sum += codes[d] * codes[d];
      }
      norms[code] = sum;
    }
  }
}
