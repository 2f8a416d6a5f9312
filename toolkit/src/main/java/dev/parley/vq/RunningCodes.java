package dev.parley.vq;

import dev.parley.random.RandomStream;
import dev.parley.state.State;
import dev.parley.tensor.Indices;
import java.util.Arrays;

/**
 * Running means of how often each code is used and of the latents that it quantises:
 *
 * <pre>
 * N = γ N + (1 - γ) n        n: latents of the batch at the code
 * m = γ m + (1 - γ) s        s: their sum
 * e = m / Ñ                  Ñ = (N + ε) / (ΣN + K ε) · ΣN,  ε = 1e-5
 * </pre>
 *
 * <p>As in van den Oord et al. (2017), appendix A.1, with Laplace smoothing as in their published
 * code. The means do not start at zero but as if every code had been used evenly at its initial
 * place, so that no correction is needed.
 */
final class RunningCodes {

  private static final float EPSILON = 1e-5f;

  private final int codes;
  private final int dimensions;
  private final float decay;
  private float[] uses;
  private float[] sums;
  private final float[] batchUses;
  private final float[] batchSums;

  RunningCodes(float[] initial, int codes, double decay, int batch) {
    this.codes = codes;
    this.dimensions = initial.length / codes;
    this.decay = (float) decay;
    this.uses = new float[codes];
    this.sums = initial.clone();
    this.batchUses = new float[codes];
    this.batchSums = new float[initial.length];
    float even = (float) batch / codes;
    Arrays.fill(uses, even);
    for (int i = 0; i < sums.length; i++) {
      sums[i] *= even;
    }
  }

  /** Saves or restores the running means. */
  void keep(State state) {
    uses = state.floats("uses", uses, codes);
    sums = state.floats("sums", sums, codes, dimensions);
  }

  /** Takes in a batch of latents and the codes that they were quantised to. */
  void observe(float[] latents, Indices nearest, int batch) {
    Arrays.fill(batchUses, 0);
    Arrays.fill(batchSums, 0);
    for (int row = 0; row < batch; row++) {
      int code = nearest.get(row);
      batchUses[code]++;
      for (int d = 0; d < dimensions; d++) {
        batchSums[code * dimensions + d] += latents[row * dimensions + d];
      }
    }
    for (int i = 0; i < codes; i++) {
      uses[i] = decay * uses[i] + (1 - decay) * batchUses[i];
    }
    for (int i = 0; i < sums.length; i++) {
      sums[i] = decay * sums[i] + (1 - decay) * batchSums[i];
    }
  }

  /** Writes the means of all codes into {@code vectors}. */
  void means(float[] vectors) {
    float total = 0;
    for (float n : uses) {
      total += n;
    }
    for (int i = 0; i < codes; i++) {
      float smoothed = (uses[i] + EPSILON) / (total + codes * EPSILON) * total;
      for (int d = 0; d < dimensions; d++) {
        vectors[i * dimensions + d] = sums[i * dimensions + d] / smoothed;
      }
    }
  }

  /**
   * Moves every code that is used less than {@code least} times a batch to a random latent of the
   * batch, in {@code vectors} and in the means.
   *
   * @return how many were moved
   */
  int restart(float least, float[] latents, int batch, float[] vectors, RandomStream stream) {
    int moved = 0;
    for (int i = 0; i < codes; i++) {
      if (uses[i] < least) {
        int row = stream.nextInt(batch);
        uses[i] = least;
        for (int d = 0; d < dimensions; d++) {
          float value = latents[row * dimensions + d];
          vectors[i * dimensions + d] = value;
          sums[i * dimensions + d] = value * least;
        }
        moved++;
      }
    }
    return moved;
  }
}
