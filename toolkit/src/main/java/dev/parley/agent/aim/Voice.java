package dev.parley.agent.aim;

import dev.parley.tensor.Graph;
import dev.parley.tensor.Tensor;

/**
 * A codebook as an agent speaks and reads with it; constant during the game.
 *
 * <p>A latent h scores code k by its squared distance, -‖h - c_k‖², where c is the code vector less
 * the mean of all, divided by the root mean square of all ‖c‖: an agent aims in units of the
 * codebook's spread, whatever the VQ-VAE made that. ‖h‖² is the same for every code and is left
 * out, so that the scores are linear in h: h w + b with w = 2 cᵀ and b = -‖c‖².
 *
 * @param vectors code vectors, [codes, latent]
 * @param weights [latent, codes]
 * @param bias [1, codes]
 */
record Voice(Tensor vectors, Tensor weights, Tensor bias) {

  /** Codes whose spread is below this share of their size are one code. */
  private static final double SAME = 1e-10;

  /** Places for a codebook on a graph, to be filled by {@link #set}. */
  static Voice on(Graph graph, int codes, int latent) {
    return new Voice(graph.input(codes, latent), graph.input(latent, codes), graph.input(1, codes));
  }

  /** Takes the code vectors, [codes, latent] row-major. */
  void set(float[] codebook) {
    int codes = vectors.rows();
    int latent = vectors.columns();
    double[] mean = new double[latent];
    for (int i = 0; i < codebook.length; i++) {
      mean[i % latent] += codebook[i] / (double) codes;
    }
    double spread = 0;
    double size = 0;
    for (int i = 0; i < codebook.length; i++) {
      double c = codebook[i] - mean[i % latent];
      spread += c * c / codes;
      size += (double) codebook[i] * codebook[i] / codes;
    }
    // Codes that are the same but for rounding tell no symbol from another, whatever the latent.
    double unit = spread > SAME * size ? 1 / Math.sqrt(spread) : 0;
    for (int k = 0; k < codes; k++) {
      double norm = 0;
      for (int d = 0; d < latent; d++) {
        double c = (codebook[k * latent + d] - mean[d]) * unit;
        norm += c * c;
        weights.write(d, k, (float) (2 * c));
      }
      bias.write(0, k, (float) -norm);
    }
    vectors.write(codebook);
  }
}
