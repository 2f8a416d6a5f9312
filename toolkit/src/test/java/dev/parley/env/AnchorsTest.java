package dev.parley.env;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.datasets.Samples;
import dev.parley.datasets.Signals;
import dev.parley.random.RandomStream;
import dev.parley.random.Streams;
import java.util.function.IntBinaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Anchors against every policy that there is, and against episodes that are played. */
final class AnchorsTest {

  private static final int EPISODES = 20_000;

  static Stream<Arguments> games() {
    return Environments.dilemmas()
        .flatMap(
            game -> Stream.of(2, 3, 5, 6).map(n -> Arguments.of(game, Signals.of(n, 3).load())));
  }

  /** Every map from labels to actions, as bits, for each agent that may know the label. */
  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("games")
  void enumeration(Dilemma game, Samples samples) {
    int classes = samples.classes();
    int maps = 1 << classes;
    double constant = Double.NEGATIVE_INFINITY;
    double without = Double.NEGATIVE_INFINITY;
    double optimum = Double.NEGATIVE_INFINITY;
    double sum = 0;
    for (int a = 0; a < maps; a++) {
      for (int b = 0; b < maps; b++) {
        double joint = meanOverLabels(game, classes, a, b);
        boolean blindB = b == 0 || b == maps - 1;
        optimum = Math.max(optimum, joint);
        sum += joint;
        if (blindB || game.bothSee()) {
          without = Math.max(without, joint);
        }
        if (blindB && (a == 0 || a == maps - 1)) {
          constant = Math.max(constant, joint);
        }
      }
    }
    Anchors anchors = game.anchors(samples);
    assertEquals(sum / maps / maps, anchors.uniform(), 1e-12);
    assertEquals(constant, anchors.bestConstant(), 1e-12);
    assertEquals(without, anchors.withoutCommunication(), 1e-12);
    assertEquals(optimum, anchors.optimum(), 1e-12);
  }

  private static double meanOverLabels(Dilemma game, int classes, int a, int b) {
    double sum = 0;
    for (int label = 0; label < classes; label++) {
      sum += game.payoffs(label).payoff(a >> label & 1, b >> label & 1).joint();
    }
    return sum / classes;
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("games")
  void simulationOfUniformPlay(Dilemma game, Samples samples) {
    RandomStream actions = new RandomStream(11);
    assertPlayed(
        game.anchors(samples).uniform(), game, samples, (agent, label) -> actions.nextInt(2));
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("games")
  void simulationOfTheOptimum(Dilemma game, Samples samples) {
    assertPlayed(
        game.anchors(samples).optimum(),
        game,
        samples,
        (agent, label) -> {
          Bimatrix payoffs = game.payoffs(label);
          for (int first = 0; first < 2; first++) {
            for (int second = 0; second < 2; second++) {
              if (payoffs.payoff(first, second).joint() == payoffs.optimum()) {
                return agent == 0 ? first : second;
              }
            }
          }
          throw new AssertionError("no outcome is the best");
        });
  }

  /** The best of four outcomes, whatever the label; as a map, -1 is defection for every label. */
  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("games")
  void simulationOfTheBestConstant(Dilemma game, Samples samples) {
    double best = game.anchors(samples).bestConstant();
    for (int a = 0; a < 2; a++) {
      for (int b = 0; b < 2; b++) {
        int[] constant = {a, b};
        if (Math.abs(meanOverLabels(game, samples.classes(), -a, -b) - best) < 1e-12) {
          assertPlayed(best, game, samples, (agent, label) -> constant[agent]);
          return;
        }
      }
    }
    throw new AssertionError("no constant is the best");
  }

  /**
   * In the parity dilemma b always cooperates. Whatever the label, a can then have 10 or 4: both
   * cooperate for an even label, and a defects or cooperates for an odd one (4 or 0).
   */
  @Test
  void simulationWithoutCommunication() {
    Samples samples = Signals.of(10, 3).load();
    ParityDilemma game = ParityDilemma.standard();
    assertPlayed(7, game, samples, (agent, label) -> agent == 0 ? label % 2 : 0);
  }

  /** The mean of played episodes is within four standard errors. */
  private static void assertPlayed(
      double expected, Dilemma game, Samples samples, IntBinaryOperator policy) {
    Episodes episodes = game.open(samples, EPISODES, Streams.of(5));
    episodes.reset();
    int[][] actions = new int[2][EPISODES];
    for (int e = 0; e < EPISODES; e++) {
      int label = samples.label(episodes.signal(e));
      actions[0][e] = policy.applyAsInt(0, label);
      actions[1][e] = policy.applyAsInt(1, label);
    }
    episodes.step(Actions.of(actions));
    double sum = 0;
    double squares = 0;
    for (int e = 0; e < EPISODES; e++) {
      double joint = episodes.reward(0, e) + episodes.reward(1, e);
      sum += joint;
      squares += joint * joint;
    }
    double mean = sum / EPISODES;
    double variance = Math.max(0, squares / EPISODES - mean * mean);
    assertEquals(expected, mean, 4 * Math.sqrt(variance / EPISODES) + 1e-9);
  }

  @Test
  void scoreBeginsAtTheBestWithoutCommunication() {
    Anchors needed = new Anchors(4.5, 5, 7, 10);
    assertTrue(needed.communicationNeeded());
    assertEquals(0, needed.score(7));
    assertEquals(1, needed.score(10));
    assertEquals(0.5, needed.score(8.5));
    assertEquals(-1, needed.score(4));
  }

  @Test
  void scoreBeginsAtUniformPlayWhereNothingNeedsToBeSaid() {
    Anchors idle = new Anchors(4, 9, 9, 9);
    assertFalse(idle.communicationNeeded());
    assertEquals(0, idle.score(4));
    assertEquals(1, idle.score(9));
    assertEquals(-0.2, idle.score(3), 1e-15);
  }

  @Test
  void progressBeginsAtUniformPlay() {
    Anchors needed = new Anchors(4.5, 5, 7, 10);
    assertEquals(0, needed.progress(4.5));
    assertEquals(1, needed.progress(10));
    assertEquals(2.5 / 5.5, needed.progress(7), 1e-15);
  }

  /** Sums in another order differ in the last digit: that is no need to talk. */
  @Test
  void roundingIsNoNeedToTalk() {
    assertFalse(new Anchors(0, 1, 0.1 + 0.2, 0.3).communicationNeeded());
    assertFalse(new Anchors(0, 1, 0.3, 0.1 + 0.2).communicationNeeded());
  }
}
