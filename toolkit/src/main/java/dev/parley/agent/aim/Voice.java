package dev.parley.agent.aim;

import dev.parley.tensor.Graph;
import dev.parley.tensor.Tensor;

/**
 * A codebook as an agent speaks and reads with it; constant during the game.
 *
 * <p>A latent h scores code k by its squared distance, -‖h - c_k‖² / τ, where c is the code vector
 * less the mean of all and τ the mean of ‖c‖². ‖h‖² is the same for every code and is left out, so
 * that the scores are linear in h: h w + b with w = 2 cᵀ / τ and b = -‖c‖² / τ.
 *
 * @param vectors code vectors, [codes, latent]
 * @param weights [latent, codes]
 * @param bias [1, codes]
 */
record Voice(Tensor vectors, Tensor weights, Tensor bias) {

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
    double[] norms = new double[codes];
    double temperature = 0;
    for (int k = 0; k < codes; k++) {
      for (int d = 0; d < latent; d++) {
        double c = codebook[k * latent + d] - mean[d];
        norms[k] += c * c;
      }
      temperature += norms[k] / codes;
    }
    // A codebook whose codes are all the same tells no symbol from another, whatever the latent.
    temperature = temperature > 0 ? temperature : 1;
    for (int k = 0; k < codes; k++) {
      for (int d = 0; d < latent; d++) {
        double c = codebook[k * latent + d] - mean[d];
        weights.write(d, k, (float) (2 * c / temperature));
      }
      bias.write(0, k, (float) (-norms[k] / temperature));
    }
    vectors.write(codebook);
  }
}
