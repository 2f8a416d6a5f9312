package dev.parley.env.games;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.datasets.Samples;
import dev.parley.datasets.Signals;
import dev.parley.env.Anchors;
import dev.parley.env.Episodes;
import dev.parley.error.SettingException;
import dev.parley.random.Streams;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Meanings of attributes and values, told and made out. */
final class LewisGameTest {

  private static final Samples NONE = Signals.of(2, 1).load();

  static Stream<LewisGame> games() {
    LewisGame held = LewisGame.of(3, 4).holdout(0.3, 2);
    return Stream.of(
        LewisGame.of(2, 5),
        LewisGame.of(2, 5).candidates(7),
        held,
        held.heldOut(true),
        held.candidates(4),
        held.heldOut(true).candidates(4));
  }

  private static Set<List<Integer>> set(LewisGame game) {
    Set<List<Integer>> set = new HashSet<>();
    for (int[] meaning : game.meanings()) {
      assertTrue(set.add(Arrays.stream(meaning).boxed().toList()));
    }
    return set;
  }

  /** Two parts without a meaning in common, all of them together, and no value lost. */
  @Test
  void holdout() {
    int all = 0;
    for (long seed = 0; seed < 50; seed++) {
      LewisGame game = LewisGame.of(3, 4).holdout(0.3, seed);
      Set<List<Integer>> learned = set(game);
      Set<List<Integer>> held = set(game.heldOut(true));
      assertEquals(19, held.size());
      assertEquals(64 - 19, learned.size());
      all += held.size();
      held.retainAll(learned);
      assertTrue(held.isEmpty());
      assertEveryValue(learned, 3, 4);
    }
    assertEquals(50 * 19, all);
    assertEquals(64, set(LewisGame.of(3, 4)).size());
    assertEquals(set(LewisGame.of(3, 4).holdout(0.3, 1)), set(LewisGame.of(3, 4).holdout(0.3, 1)));
    assertNotEquals(
        set(LewisGame.of(3, 4).holdout(0.3, 1)), set(LewisGame.of(3, 4).holdout(0.3, 2)));
  }

  private static void assertEveryValue(Set<List<Integer>> meanings, int attributes, int values) {
    for (int a = 0; a < attributes; a++) {
      Set<Integer> seen = new HashSet<>();
      for (List<Integer> meaning : meanings) {
        seen.add(meaning.get(a));
      }
      assertEquals(values, seen.size());
    }
  }

  /** As few meanings stay as can, and every value is still among them. */
  @Test
  void nearlyEverythingHeldOut() {
    for (long seed = 0; seed < 50; seed++) {
      assertEveryValue(set(LewisGame.of(2, 6).holdout(24 / 36.0, seed)), 2, 6);
    }
  }

  /** A symbol for each value, or a picked candidate that has them all. */
  private static Played.Policy perfect(LewisGame game) {
    int width = game.attributes() * game.values();
    return (episodes, agent, which, e, row) -> {
      if (agent == 0 || game.candidates() == 0) {
        return one(row, which * game.values(), game.values());
      }
      for (int k = 0; k < game.candidates(); k++) {
        int from = (k + 1) * width;
        if (Arrays.equals(row, 0, width, row, from, from + width)) {
          return k;
        }
      }
      throw new AssertionError("the right one is among the candidates");
    };
  }

  private static int one(float[] row, int from, int count) {
    for (int i = 0; i < count; i++) {
      if (row[from + i] == 1) {
        return i;
      }
    }
    throw new AssertionError("one-hot");
  }

  @ParameterizedTest
  @MethodSource("games")
  void perfectCode(LewisGame game) {
    Played.assertMean(1, game, NONE, perfect(game));
    assertEquals(2, game.anchors(NONE).optimum());
  }

  @ParameterizedTest
  @MethodSource("games")
  void uniformPlay(LewisGame game) {
    double uniform = game.anchors(NONE).uniform() / 2;
    assertEquals(game.candidates() == 0 ? 1.0 / game.values() : 1.0 / game.candidates(), uniform);
    Played.assertMean(uniform, game, NONE, Played.uniform(game));
  }

  /** Without messages a fixed answer is the best: the best of all of them, over all meanings. */
  @ParameterizedTest
  @MethodSource("games")
  void withoutCommunication(LewisGame game) {
    Anchors anchors = game.anchors(NONE);
    assertTrue(anchors.communicationNeeded());
    if (game.candidates() > 0) {
      Played.assertMean(anchors.withoutCommunication() / 2, game, NONE, (ep, a, w, e, row) -> 1);
      return;
    }
    double most = 0;
    int[] best = {};
    for (int[] answer : LewisGame.of(game.attributes(), game.values()).meanings()) {
      double sum = 0;
      for (int[] meaning : game.meanings()) {
        for (int a = 0; a < meaning.length; a++) {
          sum += meaning[a] == answer[a] ? 1.0 / meaning.length : 0;
        }
      }
      best = sum > most ? answer : best;
      most = Math.max(most, sum);
    }
    int[] constant = best;
    assertEquals(most / game.meanings().length, anchors.withoutCommunication() / 2, 1e-12);
    Played.assertMean(
        anchors.withoutCommunication() / 2,
        game,
        NONE,
        (episodes, agent, which, e, row) -> agent == 0 ? 0 : constant[which]);
  }

  /** Meanings come equally often, candidates are different meanings of the game. */
  @Test
  void draws() {
    LewisGame game = LewisGame.of(2, 3).candidates(4).holdout(0.2, 3);
    Set<List<Integer>> played = set(game);
    int n = 7000;
    int[] counts = new int[9];
    int[] shown = new int[9];
    Episodes episodes = game.open(NONE, n, Streams.of(51));
    episodes.reset();
    float[] target = new float[n * 6];
    float[] seen = new float[n * game.roles().get(1).features()];
    episodes.observe(0, target);
    episodes.observe(1, seen);
    for (int e = 0; e < n; e++) {
      counts[3 * one(target, e * 6, 3) + one(target, e * 6 + 3, 3)]++;
      Set<List<Integer>> candidates = new HashSet<>();
      for (int k = 0; k < 4; k++) {
        int at = e * 30 + 6 + k * 6;
        candidates.add(List.of(one(seen, at, 3), one(seen, at + 3, 3)));
        shown[3 * one(seen, at, 3) + one(seen, at + 3, 3)]++;
      }
      assertEquals(4, candidates.size());
      assertTrue(played.containsAll(candidates));
    }
    assertEquals(7, played.size());
    assertUniform(counts, n / 7.0);
    assertUniform(shown, 4 * n / 7.0);
  }

  /** Within four standard errors, or never. */
  private static void assertUniform(int[] counts, double expected) {
    int never = 0;
    for (int count : counts) {
      never += count == 0 ? 1 : 0;
      assertTrue(count == 0 || Math.abs(count - expected) < 4 * Math.sqrt(expected));
    }
    assertEquals(2, never);
  }

  /** The sender acts, then the receiver. */
  @Test
  void turns() {
    Episodes episodes = LewisGame.of(2, 3).open(NONE, 2, Streams.of(1));
    assertTrue(episodes.over(0));
    episodes.reset();
    assertTrue(episodes.acts(0, 1));
    assertFalse(episodes.acts(1, 1));
  }

  static Stream<Supplier<LewisGame>> mistakes() {
    LewisGame game = LewisGame.of(2, 5);
    return Stream.of(
        () -> LewisGame.of(0, 5),
        () -> LewisGame.of(2, 1),
        () -> LewisGame.of(17, 2),
        () -> game.message(0, 5),
        () -> game.message(2, 0),
        () -> game.holdout(1, 0),
        () -> game.holdout(Double.NaN, 0),
        () -> game.holdout(0.9, 0),
        () -> LewisGame.of(1, 5).holdout(0.2, 0),
        () -> game.heldOut(true),
        () -> game.candidates(1),
        () -> game.candidates(26),
        () -> game.candidates(21).holdout(0.2, 0));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void mistake(Supplier<LewisGame> game) {
    assertThrows(SettingException.class, game::get);
  }
}
