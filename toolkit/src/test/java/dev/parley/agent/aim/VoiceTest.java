package dev.parley.agent.aim;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.random.RandomStream;
import dev.parley.tensor.Activation;
import dev.parley.tensor.Dense;
import dev.parley.tensor.Graph;
import dev.parley.tensor.Tensor;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class VoiceTest {

  private static final int CODES = 5;
  private static final int LATENT = 3;

  /** Scores of a latent under a codebook. */
  private static float[] scores(float[] codebook, float[] h) {
    try (Graph graph = new Graph()) {
      Voice voice = Voice.on(graph, CODES, LATENT);
      voice.set(codebook);
      Tensor latent = graph.input(1, LATENT);
      latent.write(h);
      Tensor result = Dense.linear(latent, voice.weights(), voice.bias(), Activation.NONE);
      graph.forward().run();
      return result.toArray();
    }
  }

  @Test
  void scoresAreScaledSquaredDistancesUpToAConstant() {
    RandomStream random = new RandomStream(1);
    float[] codebook = new float[CODES * LATENT];
    float[] h = new float[LATENT];
    for (int i = 0; i < codebook.length; i++) {
      codebook[i] = (float) random.nextGaussian();
    }
    for (int d = 0; d < LATENT; d++) {
      h[d] = (float) random.nextGaussian();
    }
    double[] expected = distances(codebook, h);
    float[] scores = scores(codebook, h);
    for (int k = 1; k < CODES; k++) {
      assertEquals(expected[k] - expected[0], scores[k] - scores[0], 1e-4);
    }
  }

  /** -‖h - c‖² / τ for every code c less the mean code, τ the mean of ‖c‖². */
  private static double[] distances(float[] codebook, float[] h) {
    double[] mean = new double[LATENT];
    for (int i = 0; i < codebook.length; i++) {
      mean[i % LATENT] += codebook[i] / (double) CODES;
    }
    double[] distances = new double[CODES];
    double temperature = 0;
    for (int i = 0; i < codebook.length; i++) {
      double c = codebook[i] - mean[i % LATENT];
      temperature += c * c / CODES;
      distances[i / LATENT] -= Math.pow(h[i % LATENT] - c, 2);
    }
    for (int k = 0; k < CODES; k++) {
      distances[k] /= temperature;
    }
    return distances;
  }

  @Test
  void collapsedCodebookScoresAllCodesAlike() {
    float[] same = new float[CODES * LATENT];
    Arrays.fill(same, 0.7f);
    float[] scores = scores(same, new float[] {1, 2, 3});
    float[] zeros = new float[CODES];
    assertArrayEquals(zeros, scores, 1e-5f);
    assertTrue(Float.isFinite(scores[0]));
  }
}
