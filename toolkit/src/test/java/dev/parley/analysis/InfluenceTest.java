package dev.parley.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.random.RandomStream;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/**
 * Closed forms: the influence is the capacity-like information of a channel from message to act.
 */
final class InfluenceTest {

  private static final double DIGITS = 1e-12;

  /**
   * A listener who does what it is told: H(weights), by scipy 1.17.1 entropy([4, 3, 2, 1], base=2).
   */
  @Test
  void copyingListener() {
    double[][] copies = {{1, 0, 0, 0}, {0, 1, 0, 0}, {0, 0, 1, 0}, {0, 0, 0, 1}};
    assertEquals(1.8464393446710154, Influence.causal(copies, new double[] {4, 3, 2, 1}), DIGITS);
    assertEquals(2, Influence.causal(copies, new double[] {1, 1, 1, 1}), DIGITS);
    assertEquals(0, Influence.causal(copies, new double[] {0, 1, 0, 0}), DIGITS);
  }

  @Test
  void deafListener() {
    double[][] deaf = {{0.3, 0.7}, {0.3, 0.7}, {0.3, 0.7}};
    assertEquals(0, Influence.causal(deaf, new double[] {1, 2, 3}), DIGITS);
  }

  /**
   * A symmetric channel that errs once in ten: 1 - H(0.1) = 0.531 bits (Cover and Thomas, 7.1.4).
   */
  @Test
  void noisyListener() {
    double[][] noisy = {{0.9, 0.1}, {0.1, 0.9}};
    double expected = 1 + 0.9 * Math.log(0.9) / Math.log(2) + 0.1 * Math.log(0.1) / Math.log(2);
    assertEquals(0.5310044064107188, expected, DIGITS);
    assertEquals(expected, Influence.causal(noisy, new double[] {1, 1}), DIGITS);
  }

  @Test
  void bounds() {
    RandomStream random = new RandomStream(4);
    for (int round = 0; round < 200; round++) {
      double[][] policy = new double[1 + random.nextInt(6)][1 + random.nextInt(4)];
      double[] weights = new double[policy.length];
      for (int m = 0; m < policy.length; m++) {
        weights[m] = 0.01 + random.nextDouble();
        double[] row = policy[m];
        Arrays.setAll(row, a -> Math.pow(random.nextDouble(), 5));
        double sum = Arrays.stream(row).sum();
        Arrays.setAll(row, a -> row[a] / sum);
      }
      double sum = Arrays.stream(weights).sum();
      double entropy =
          -Arrays.stream(weights).map(w -> w / sum * Math.log(w / sum)).sum() / Math.log(2);
      double most = Math.min(Math.log(policy[0].length) / Math.log(2), entropy);
      double bits = Influence.causal(policy, weights);
      assertTrue(bits >= 0 && bits <= most + DIGITS, () -> bits + " of " + most);
    }
  }

  @Test
  void meanOverStates() {
    double[][][] states = {{{1, 0}, {0, 1}}, {{1, 0}, {1, 0}}};
    assertEquals(0.5, Influence.causal(states, new double[] {1, 1}), DIGITS);
    double[][] weights = {{1, 0}, {1, 1}};
    assertEquals(0, Influence.causal(states, weights), DIGITS);
    assertEquals(0, Influence.causal(new double[0][][], new double[] {1}));
  }

  /** |0.9 - 0.5| + |0.1 - 0.5| = 0.8, its half, and the mean with a state where nothing changes. */
  @Test
  void listening() {
    double[][] heard = {{0.9, 0.1}, {0.2, 0.8}};
    double[][] unheard = {{0.5, 0.5}, {0.2, 0.8}};
    assertEquals(0.4, Influence.listeningL1(heard, unheard), DIGITS);
    assertEquals(0.2, Influence.listening(heard, unheard), DIGITS);
    assertEquals(1, Influence.listening(new double[][] {{1, 0}}, new double[][] {{0, 1}}), DIGITS);
    assertEquals(0, Influence.listening(new double[0][], new double[0][]));
  }

  @Test
  void argumentsAreChecked() {
    double[] even = {1, 1};
    IllegalArgumentException e =
        assertThrows(
            IllegalArgumentException.class,
            () -> Influence.causal(new double[][] {{1, 0}, {0.5, 0.4}}, even));
    assertEquals("policy[1]: got a sum of 0.9, allowed: 1, as of probabilities", e.getMessage());
    assertThrows(
        IllegalArgumentException.class, () -> Influence.causal(new double[][] {{1, 0}, {1}}, even));
    assertThrows(
        IllegalArgumentException.class,
        () -> Influence.causal(new double[][] {{1, 0}, {2, -1}}, even));
    assertThrows(
        IllegalArgumentException.class,
        () -> Influence.causal(new double[][] {{1, 0}, {1, 0}}, new double[] {0, 0}));
    assertThrows(
        IllegalArgumentException.class,
        () -> Influence.listening(new double[][] {{1, 0}}, new double[][] {{1}}));
  }
}
