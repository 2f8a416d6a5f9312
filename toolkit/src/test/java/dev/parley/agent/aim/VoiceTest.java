package dev.parley.agent.aim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.parley.nn.Initial;
import dev.parley.random.RandomStream;
import dev.parley.tensor.Activation;
import dev.parley.tensor.Dense;
import dev.parley.tensor.Graph;
import dev.parley.tensor.Tensor;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VoiceTest {

  private static final int CODES = 5;
  private static final int LATENT = 3;

  /** Scores of a latent under a codebook. */
  private static float[] scores(float[] codebook, float[] h) {
    try (Graph graph = new Graph()) {
      Voice voice = Voice.on(graph, codebook.length / LATENT, LATENT);
      voice.set(codebook);
      Tensor latent = graph.input(1, LATENT);
      latent.write(h);
      Tensor result = Dense.linear(latent, voice.weights(), voice.bias(), Activation.NONE);
      graph.forward().run();
      return result.toArray();
    }
  }

  @Test
  void scoresAreSquaredDistancesUpToAConstant() {
    RandomStream random = new RandomStream(1);
    float[] codebook = Initial.normal(CODES * LATENT, 1, random);
    float[] h = Initial.normal(LATENT, 1, random);
    double[] expected = distances(codebook, h);
    float[] scores = scores(codebook, h);
    for (int k = 1; k < CODES; k++) {
      assertEquals(expected[k] - expected[0], scores[k] - scores[0], 1e-4);
    }
  }

  /** -‖h - c‖² for every code c less the mean code, in units of the root mean square of ‖c‖. */
  private static double[] distances(float[] codebook, float[] h) {
    double[] mean = new double[LATENT];
    for (int i = 0; i < codebook.length; i++) {
      mean[i % LATENT] += codebook[i] / (double) CODES;
    }
    double spread = 0;
    for (int i = 0; i < codebook.length; i++) {
      spread += Math.pow(codebook[i] - mean[i % LATENT], 2) / CODES;
    }
    double[] distances = new double[CODES];
    for (int i = 0; i < codebook.length; i++) {
      double c = (codebook[i] - mean[i % LATENT]) / Math.sqrt(spread);
      distances[i / LATENT] -= Math.pow(h[i % LATENT] - c, 2);
    }
    return distances;
  }

  /** The VQ-VAE may make its latents as large or small as it likes. */
  @Test
  void scoresDoNotDependOnTheScaleOfTheCodebook() {
    float[] codebook = {1, 2, 3, -1, 0, 2, 4, 4, 1, 0, 0, 1, 2, -3, 1};
    float[] large = new float[codebook.length];
    for (int i = 0; i < large.length; i++) {
      large[i] = 1000 * codebook[i] + 5;
    }
    float[] h = {0.5f, -1, 2};
    assertArrayEquals(scores(codebook, h), scores(large, h), 1e-3f);
  }

  /** Their mean differs from them by rounding, of which nothing must be made. */
  @ParameterizedTest
  @ValueSource(ints = {2, 5, 7, 32, 50})
  void collapsedCodebookScoresAllCodesAlike(int codes) {
    for (float value : new float[] {0, 0.1f, 0.3f, 0.7f, 1.23f, -1e6f}) {
      float[] same = new float[codes * LATENT];
      Arrays.fill(same, value);
      assertArrayEquals(new float[codes], scores(same, new float[] {1, 2, 3}), 0);
      same[0] = Math.nextUp(value);
      if (value != 0) {
        assertArrayEquals(new float[codes], scores(same, new float[] {1, 2, 3}), 0);
      }
    }
  }
}
