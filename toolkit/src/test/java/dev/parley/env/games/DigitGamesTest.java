package dev.parley.env.games;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.datasets.Digits;
import dev.parley.datasets.Samples;
import dev.parley.datasets.Signals;
import dev.parley.env.Anchors;
import dev.parley.env.Episodes;
import dev.parley.env.MultiAgentEnv;
import dev.parley.env.Turn;
import dev.parley.error.PlanException;
import dev.parley.error.SettingException;
import dev.parley.random.Streams;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Games in which each of two agents sees a digit of its own. */
final class DigitGamesTest {

  private static final Samples DIGITS = Digits.embedded().load();

  /** One of label 0, two of label 1, five of label 2. */
  private static final Samples UNEVEN =
      Samples.of("uneven", 1, 1, 3, new float[8], new int[] {0, 1, 1, 2, 2, 2, 2, 2});

  private static int label(Samples samples, Episodes episodes, int agent, int episode) {
    return samples.label(episodes.signal(agent, episode));
  }

  private static int colour(float[] row) {
    return row[0] == 1 ? 1 : 2;
  }

  private static int heard(float[] row) {
    return row[row.length - 1] == 1 ? 1 : 0;
  }

  /** 0 for the first action where the exponent with it is even. */
  private static int makeEven(int rest) {
    return (1 + rest) % 2 == 0 ? 0 : 1;
  }

  /** Who hears the parity gets the large term for certain, and the small one half of the time. */
  @Test
  void toTellTheParityIsWorthFour() {
    Played.assertMean(
        4,
        ColourDigit.standard(),
        DIGITS,
        (episodes, agent, which, e, row) -> {
          int parity = (label(DIGITS, episodes, agent, e) + 1) % 2;
          return which == 0 ? parity : makeEven(colour(row) + heard(row));
        });
    assertEquals(8, ColourDigit.standard().anchors(DIGITS).optimum());
  }

  /** Who hears the colour gets the small term for certain. */
  @Test
  void toTellTheColourIsWorthTwo() {
    Samples even = Signals.of(2, 1).perClass(1000).load();
    Played.assertMean(
        2,
        ColourDigit.standard(),
        even,
        (episodes, agent, which, e, row) -> {
          int digit = label(even, episodes, agent, e) + 1;
          return which == 0 ? colour(row) % 2 : makeEven(digit + heard(row));
        });
  }

  /** All that can be seen, and every map from it to actions, by enumeration. */
  @Test
  void silentColourDigit() {
    double[] shares = {1 / 8.0, 2 / 8.0, 5 / 8.0};
    double silent = 0;
    double knowing = 0;
    for (int own = 0; own < 3; own++) {
      for (int c = 1; c <= 2; c++) {
        double[] byAction = new double[2];
        for (int other = 0; other < 3; other++) {
          for (int k = 1; k <= 2; k++) {
            double weight = shares[own] * shares[other] / 4;
            double first = term(1, c, own + 1, k, other + 1);
            double second = term(2, c, own + 1, k, other + 1);
            byAction[0] += weight * first;
            byAction[1] += weight * second;
            knowing += weight * Math.max(first, second);
          }
        }
        silent += Math.max(byAction[0], byAction[1]);
      }
    }
    Anchors anchors = ColourDigit.standard().anchors(UNEVEN);
    assertEquals(4 * silent, anchors.withoutCommunication(), 1e-12);
    assertEquals(4 * knowing, anchors.optimum(), 1e-12);
    assertEquals(4, anchors.withoutCommunication(), 1e-12, "8 (6/8 - 2/8)");
    Played.assertMean(
        2,
        ColourDigit.standard(),
        UNEVEN,
        (ep, a, w, e, row) -> w == 0 ? 0 : makeEven(colour(row) + 1));
    Played.assertMean(0, ColourDigit.standard(), UNEVEN, (ep, a, w, e, row) -> 0);
    Played.assertMean(0, ColourDigit.standard(), UNEVEN, Played.uniform(ColourDigit.standard()));
  }

  private static double term(int a, int c, int d, int otherC, int otherD) {
    return 2 * Math.pow(-1, a + c + otherD) + Math.pow(-1, a + d + otherC);
  }

  /** A binary code, the lowest bit first. */
  @Test
  void multiStepByABinaryCode() {
    MultiStepDigits game = MultiStepDigits.standard();
    Played.assertMean(1, game, DIGITS, new BinaryCode(DIGITS, 4));
    assertEquals(2, game.anchors(DIGITS).optimum());
    Played.assertMean(1, game.classes(3).steps(3), UNEVEN, new BinaryCode(UNEVEN, 2));
  }

  private static final class BinaryCode implements Played.Policy {
    private final Samples samples;
    private final int bits;
    private int[][] steps = {};
    private int[][] known = {};

    BinaryCode(Samples samples, int bits) {
      this.samples = samples;
      this.bits = bits;
    }

    @Override
    public void begin(Episodes episodes) {
      steps = new int[2][episodes.batch()];
      known = new int[2][episodes.batch()];
    }

    @Override
    public int choose(Episodes episodes, int agent, int which, int e, float[] row) {
      if (which == 1) {
        return steps[agent][e]++ == bits ? known[agent][e] : 0;
      }
      int step = steps[agent][e];
      assertEquals(step == 0 ? 1 : 0, row[0], "nothing is heard in the first step alone");
      known[agent][e] |= step == 0 ? 0 : heard(row) << (step - 1);
      boolean talks = step < bits;
      assertEquals(talks, episodes.open(agent, 0, 1, e));
      assertEquals(!talks, episodes.open(agent, 1, 1, e));
      return talks ? label(samples, episodes, agent, e) >> step & 1 : 0;
    }
  }

  /** The most frequent digit is the best guess: five of eight. */
  @Test
  void multiStepWithoutMessages() {
    MultiStepDigits game = MultiStepDigits.standard().classes(3).steps(2);
    Anchors anchors = game.anchors(UNEVEN);
    assertEquals(new Anchors(2 / 3.0, 1.25, 1.25, 2), anchors);
    Played.assertMean(5 / 8.0, game, UNEVEN, (ep, a, w, e, row) -> w == 0 ? 0 : 2);
    Played.assertMean(1 / 3.0, game, UNEVEN, Played.uniform(game));
  }

  /** The speaker's symbol is its digit. */
  @Test
  void sumByACode() {
    SumOfDigits game = SumOfDigits.standard();
    Played.assertMean(
        1,
        game,
        DIGITS,
        (episodes, agent, which, e, row) -> {
          int label = label(DIGITS, episodes, agent, e);
          int told = 0;
          while (agent == 1 && row[told] == 0) {
            told++;
          }
          return label + told;
        });
    assertEquals(2, game.anchors(DIGITS).optimum());
  }

  /** By enumeration of all maps from the listener's digit to a sum, 0 to 4. */
  @Test
  void sumWithoutMessages() {
    double[] shares = {1 / 8.0, 2 / 8.0, 5 / 8.0};
    double silent = 0;
    double constant = 0;
    for (int map = 0; map < 125; map++) {
      int[] answers = {map % 5, map / 5 % 5, map / 25};
      double sum = 0;
      for (int first = 0; first < 3; first++) {
        for (int second = 0; second < 3; second++) {
          sum += first + second == answers[second] ? shares[first] * shares[second] : 0;
        }
      }
      silent = Math.max(silent, sum);
      constant =
          answers[0] == answers[1] && answers[1] == answers[2] ? Math.max(constant, sum) : constant;
    }
    SumOfDigits game = SumOfDigits.standard().classes(3).vocabulary(2);
    Anchors anchors = game.anchors(UNEVEN);
    assertEquals(2 * silent, anchors.withoutCommunication(), 1e-12);
    assertEquals(2 * constant, anchors.bestConstant(), 1e-12);
    assertEquals(1.25, anchors.withoutCommunication(), 1e-12);
    Played.assertMean(
        5 / 8.0, game, UNEVEN, (ep, a, w, e, row) -> a == 0 ? 0 : label(UNEVEN, ep, a, e) + 2);
    Played.assertMean(anchors.uniform() / 2, game, UNEVEN, Played.uniform(game));
  }

  /** Images are drawn uniformly and apart from each other: 64 pairs, within four errors each. */
  @Test
  void pairsOfImages() {
    int n = 64_000;
    int[] counts = new int[64];
    Episodes episodes = SumOfDigits.standard().open(UNEVEN, n, Streams.of(51));
    episodes.reset();
    for (int e = 0; e < n; e++) {
      counts[8 * episodes.signal(0, e) + episodes.signal(1, e)]++;
      assertEquals(episodes.signal(0, e), episodes.signal(e));
    }
    for (int count : counts) {
      assertEquals(1000, count, 4 * Math.sqrt(1000));
    }
  }

  /** One episode at a time: each sees its own image, and nobody is told a label. */
  @Test
  void imagesWithoutLabels() {
    MultiAgentEnv game = ColourDigit.standard().single(DIGITS);
    boolean differ = false;
    for (long seed = 0; seed < 5; seed++) {
      Turn turn = game.reset(seed);
      Map<?, ?> first = (Map<?, ?>) turn.observations().get("agent_0");
      Map<?, ?> second = (Map<?, ?>) turn.observations().get("agent_1");
      assertNotNull(first);
      assertNotNull(second);
      assertFalse(first.containsKey("label"));
      assertTrue(first.containsKey("besides"));
      differ |= !Arrays.equals((double[]) first.get("image"), (double[]) second.get("image"));
    }
    assertTrue(differ);
  }

  @Test
  void dataOfMoreClasses() {
    SumOfDigits game = SumOfDigits.standard().classes(9);
    assertThrows(PlanException.class, () -> game.open(DIGITS, 1, Streams.of(1)));
    assertThrows(SettingException.class, () -> game.classes(1));
    assertThrows(SettingException.class, () -> game.vocabulary(0));
    assertThrows(SettingException.class, () -> MultiStepDigits.standard().steps(1));
  }
}
