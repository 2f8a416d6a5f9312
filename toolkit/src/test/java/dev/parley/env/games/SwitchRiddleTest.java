package dev.parley.env.games;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.datasets.Samples;
import dev.parley.datasets.Signals;
import dev.parley.env.Actions;
import dev.parley.env.Anchors;
import dev.parley.env.Episodes;
import dev.parley.error.SettingException;
import dev.parley.random.Streams;
import java.util.function.BiPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The prisoners and the switch, and what they can earn. */
final class SwitchRiddleTest {

  private static final Samples NONE = Signals.of(2, 1).load();
  private static final double SIX_DIGITS = 5e-7;

  /** The known values to six digits, and the sum of inclusions and exclusions. */
  @ParameterizedTest
  @CsvSource({"2, .5", "3, .740741", "4, .780602", "5, .787907", "10, .744046"})
  void oracle(int n, double expected) {
    int days = 4 * n - 6;
    double sum = 0;
    double choose = 1;
    for (int k = 0; k <= n; k++) {
      sum += (k % 2 == 0 ? 1 : -1) * choose * Math.pow(1 - (double) k / n, days);
      choose = choose * (n - k) / (k + 1);
    }
    double optimum = SwitchRiddle.of(n).anchors(NONE).optimum();
    assertEquals(n * sum, optimum, 1e-11);
    assertEquals(expected, optimum / n, SIX_DIGITS);
    assertEquals(days, SwitchRiddle.of(n).days());
  }

  /** Prisoners who count the days and their own visits, today's among them. */
  private abstract static class Counting implements Played.Policy {
    private int[][] days = {};
    private int[][] visits = {};

    @Override
    public void begin(Episodes episodes) {
      days = new int[5][episodes.batch()];
      visits = new int[5][episodes.batch()];
    }

    @Override
    public int choose(Episodes episodes, int agent, int which, int e, float[] row) {
      if (which == 0) {
        days[agent][e]++;
        visits[agent][e] += (int) row[1];
      }
      return row[0] == 1 ? 0 : inside(which, days[agent][e], visits[agent][e], row);
    }

    abstract int inside(int which, int day, int count, float[] row);
  }

  /** Whoever is there on the last day tells. */
  @ParameterizedTest
  @CsvSource({"3, .481481", "4, .561203"})
  void blindTimer(int n, double expected) {
    SwitchRiddle game = SwitchRiddle.of(n).by(Switch.NONE);
    assertEquals(expected, 2 * game.anchors(NONE).optimum() / n - 1, SIX_DIGITS);
    Played.assertMean(
        expected,
        game,
        NONE,
        new Counting() {
          @Override
          int inside(int which, int day, int count, float[] row) {
            return day == game.days() ? 1 : 0;
          }
        });
  }

  /**
   * On the last day but one whoever comes for the first time tells, and on the last whoever has
   * come three times at most: 390 of 729, and no memory of one's own visits can do better. On the
   * last day alone it is 384 of 729.
   */
  @Test
  void memoryWithoutMessages() {
    SwitchRiddle game = SwitchRiddle.of(3);
    double limit = game.anchors(NONE).withoutCommunication() / 3;
    assertEquals(390.0 / 729, limit, 1e-12);
    assertEquals(limit, game.by(Switch.BULB).anchors(NONE).withoutCommunication() / 3);
    Played.Policy best = remembering((day, visits) -> day == 5 ? visits == 1 : visits <= 3);
    Played.assertMean(390.0 / 729, game.by(Switch.NONE), NONE, best);
    Played.Policy last = remembering((day, visits) -> day == 6 && visits <= 3);
    Played.assertMean(384.0 / 729, game.by(Switch.NONE), NONE, last);
  }

  /** Tells on the last two days, as a rule of the day and the visits says. */
  private static Played.Policy remembering(BiPredicate<Integer, Integer> tells) {
    return new Counting() {
      @Override
      int inside(int which, int day, int count, float[] row) {
        return day >= 5 && tells.test(day, count) ? 1 : 0;
      }
    };
  }

  /** Optima of a mixed-integer programme: riddle_limit.py, scipy 1.17.1 with HiGHS. */
  @ParameterizedTest
  @CsvSource({"2, 2, 2", "2, 4, 14", "2, 6, 62", "3, 3, 0", "3, 4, 12", "3, 5, 84", "3, 6, 390"})
  void limitIsThatOfAnIntegerProgramme(int n, int days, int expected) {
    assertEquals(expected, RiddleLimit.of(n, days) * Math.pow(n, days), 1e-9);
  }

  /** Every policy there is. */
  @ParameterizedTest
  @CsvSource({"2, 2", "2, 3", "3, 2", "3, 3"})
  void limitByEnumeration(int n, int days) {
    int histories = n * ((1 << days) - 1);
    int most = Integer.MIN_VALUE;
    for (int policy = 0; policy < 1 << histories; policy++) {
      most = Math.max(most, earned(policy, n, days));
    }
    assertEquals(most, RiddleLimit.of(n, days) * Math.pow(n, days), 1e-9);
  }

  /**
   * What a policy earns over all orders; bit {@code agent + n (history - 1)} says whether to tell.
   */
  private static int earned(int policy, int n, int days) {
    int orders = (int) Math.pow(n, days);
    int sum = 0;
    for (int order = 0; order < orders; order++) {
      int[] visits = new int[n];
      int rest = order;
      for (int day = 0; day < days; day++) {
        int agent = rest % n;
        rest /= n;
        visits[agent] |= 1 << day;
        if (((policy >> (agent + n * (visits[agent] - 1))) & 1) == 1) {
          int there = 0;
          for (int each : visits) {
            there += each == 0 ? 0 : 1;
          }
          sum += there == n ? 1 : -1;
          break;
        }
      }
    }
    return sum;
  }

  /** U11 among them: JaxMARL's rules, three actions, uniformly at random. */
  @Test
  void uniformPlay() {
    SwitchRiddle bulb = SwitchRiddle.of(3).by(Switch.BULB);
    assertEquals(-0.61225, bulb.anchors(NONE).uniform() / 3, 5e-6);
    Played.assertMean(-0.61225, bulb, NONE, Played.uniform(bulb));
    SwitchRiddle message = SwitchRiddle.of(4);
    double expected = message.anchors(NONE).uniform() / 4;
    Played.assertMean(expected, message, NONE, Played.uniform(message));
    Played.assertMean(expected, message.by(Switch.NONE), NONE, Played.uniform(message));
  }

  /** One action each, whatever they see: all that there are. */
  @ParameterizedTest
  @CsvSource({"2, 2", "2, 5", "3, 6", "4, 6"})
  void bestConstant(int n, int days) {
    int orders = (int) Math.pow(n, days);
    double most = Double.NEGATIVE_INFINITY;
    for (int tellers = 0; tellers < 1 << n; tellers++) {
      double sum = 0;
      for (int order = 0; order < orders; order++) {
        int there = 0;
        int rest = order;
        for (int day = 0; day < days; day++) {
          int agent = rest % n;
          rest /= n;
          there |= 1 << agent;
          if ((tellers >> agent & 1) == 1) {
            sum += there == (1 << n) - 1 ? 1 : -1;
            break;
          }
        }
      }
      most = Math.max(most, sum / orders);
    }
    assertEquals(most, RiddleOdds.constant(n, days), 1e-12);
  }

  /**
   * The perfect protocol of three: whoever comes second switches on, whoever finds it on and has
   * not been there tells. A bit has to be said anew each day, a light stays as it is.
   */
  @ParameterizedTest
  @EnumSource(
      value = Switch.class,
      names = {"MESSAGE", "BULB"})
  void perfectProtocolOfThree(Switch by) {
    SwitchRiddle game = SwitchRiddle.of(3).by(by);
    boolean light = by == Switch.BULB;
    Played.Policy protocol =
        new Counting() {
          @Override
          int inside(int which, int day, int count, float[] row) {
            boolean on = row[light ? 3 : 4] == 1;
            boolean second = !on && count == 1 && day > 1;
            if (which == 1) {
              return on || second ? 1 : 0;
            }
            boolean tell = on && count == 1;
            return light ? (tell ? 2 : second ? 1 : 0) : tell ? 1 : 0;
          }
        };
    Played.assertMean(.740741, game, NONE, protocol);
    Episodes episodes = game.open(NONE, 500, Streams.of(53));
    for (double each : Played.play(game, episodes, protocol)) {
      assertTrue(each >= 0, "it never tells too early");
    }
  }

  /** Who is outside can choose nothing and hears nothing; who is inside hears yesterday's bit. */
  @Test
  void theSwitchReachesWhoIsInTheRoom() {
    SwitchRiddle game = SwitchRiddle.of(4);
    Episodes episodes = game.open(NONE, 1, Streams.of(1));
    Actions actions = new Actions(game.roles(), 1);
    float[] row = new float[5];
    episodes.reset();
    for (int day = 1; day <= game.days(); day++) {
      int inside = 0;
      for (int agent = 0; agent < 4; agent++) {
        episodes.observe(agent, row);
        boolean in = row[1] == 1;
        inside += in ? 1 : 0;
        assertTrue(episodes.acts(agent, 0) && episodes.open(agent, 0, 0, 0));
        assertEquals(in, episodes.open(agent, 0, 1, 0));
        assertEquals(in, episodes.open(agent, 1, 1, 0));
        float[] heard = {in ? 0 : 1, in ? 1 : 0, 1, 0, 0};
        if (in && day > 1) {
          heard = day % 2 == 0 ? new float[] {0, 1, 0, 0, 1} : new float[] {0, 1, 0, 1, 0};
        }
        assertArrayEquals(heard, row);
        actions.choice(agent, 1)[0] = in ? day % 2 : 1 - day % 2;
      }
      assertEquals(1, inside);
      episodes.step(actions);
      assertEquals(0, episodes.reward(0, 0));
    }
    assertTrue(episodes.over(0));
    assertFalse(episodes.truncated(0));
  }

  @Test
  void moreThanThreeHaveNoKnownLimit() {
    Anchors anchors = SwitchRiddle.of(4).anchors(NONE);
    assertTrue(Double.isNaN(anchors.withoutCommunication()));
    assertFalse(Double.isNaN(anchors.progress(0)));
  }

  @Test
  void settings() {
    assertThrows(SettingException.class, () -> SwitchRiddle.of(1));
    assertThrows(SettingException.class, () -> SwitchRiddle.of(1001));
  }
}
