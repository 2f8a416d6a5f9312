package dev.parley.env.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.datasets.Samples;
import dev.parley.datasets.Signals;
import dev.parley.env.Actions;
import dev.parley.env.Anchors;
import dev.parley.error.SettingException;
import dev.parley.random.RandomStream;
import dev.parley.random.Streams;
import java.util.HashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of the hunt. */
final class PredatorPreyTest {

  private static final Samples NONE = Signals.of(2, 1).load();
  private static final int UP = 0;
  private static final int RIGHT = 1;
  private static final int DOWN = 2;
  private static final int LEFT = 3;
  private static final int STAY = 4;

  /** One episode of three predators on the easy grid, all far from the prey in the middle. */
  private static PredatorEpisodes three(PredatorPrey game) {
    PredatorEpisodes episodes = new PredatorEpisodes(game, 1, Streams.of(51));
    episodes.reset();
    episodes.placePrey(0, 2, 2);
    episodes.place(0, 0, 2, 0);
    episodes.place(0, 1, 2, 1);
    episodes.place(0, 2, 4, 4);
    return episodes;
  }

  private static void step(PredatorEpisodes episodes, int... moves) {
    int[][] choices = new int[moves.length][1];
    for (int i = 0; i < moves.length; i++) {
      choices[i][0] = moves[i];
    }
    episodes.step(Actions.of(choices));
  }

  private static List<Double> rewards(PredatorEpisodes episodes) {
    return IntStream.range(0, 3).mapToObj(i -> episodes.reward(i, 0)).toList();
  }

  @ParameterizedTest
  @CsvSource({"5,3,0,20,29", "10,5,1,40,936", "20,10,1,80,3636"})
  void constants(int size, int predators, int vision, int steps, int features) {
    PredatorPrey game = PredatorPrey.of(size, predators, vision, steps);
    assertEquals(
        size == 5 ? PredatorPrey.easy() : size == 10 ? PredatorPrey.medium() : PredatorPrey.hard(),
        game);
    assertEquals(predators, game.roles().size());
    game.roles().forEach(role -> assertEquals(features, role.features()));
    game.roles()
        .forEach(r -> assertEquals(List.of("up", "right", "down", "left", "stay"), r.actions()));
    assertEquals(OptionalInt.of(steps), game.longest());
    assertEquals(Catch.MIXED, game.reward());
  }

  @Test
  void mixedRewards() {
    PredatorEpisodes episodes = three(PredatorPrey.easy());
    step(episodes, RIGHT, RIGHT, STAY);
    assertEquals(List.of(-0.05, 0.0, -0.05), rewards(episodes));
    assertEquals(0, episodes.success(0));
    step(episodes, RIGHT, UP, UP);
    assertEquals(List.of(0.0, 0.0, -0.05), rewards(episodes), "who is there is held there");
    step(episodes, LEFT, UP, UP);
    step(episodes, STAY, STAY, LEFT);
    assertFalse(episodes.over(0));
    step(episodes, DOWN, DOWN, LEFT);
    assertEquals(List.of(0.0, 0.0, 0.0), rewards(episodes));
    assertTrue(episodes.over(0));
    assertFalse(episodes.truncated(0));
    assertEquals(1, episodes.success(0));
  }

  @Test
  void otherRewards() {
    PredatorEpisodes together = three(PredatorPrey.easy().reward(Catch.COOPERATIVE));
    PredatorEpisodes against = three(PredatorPrey.easy().reward(Catch.COMPETITIVE));
    int[][] moves = {{STAY, RIGHT, UP}, {RIGHT, STAY, UP}, {RIGHT, STAY, LEFT}, {STAY, STAY, LEFT}};
    double[] shared = {0.05, 0.05, 0.1, 0.05 * 3};
    double[] divided = {0.05, 0.05, 0.025, 0.05 / 3};
    for (int i = 0; i < moves.length; i++) {
      step(together, moves[i]);
      step(against, moves[i]);
      assertEquals(shared[i], together.reward(1, 0), 1e-15);
      assertEquals(divided[i], against.reward(1, 0), 1e-15);
      assertEquals(i < 2 ? -0.05 : shared[i], together.reward(0, 0), 1e-15);
      assertEquals(i < 3 ? -0.05 : divided[i], against.reward(2, 0), 1e-15);
    }
    assertEquals(1, together.success(0));
    assertEquals(Double.NaN, against.success(0));
    for (int i = 4; i < 20; i++) {
      assertFalse(together.over(0), "they go on to the limit");
      step(together, UP, UP, UP);
      assertEquals(0.05 * 3, together.reward(2, 0), 1e-15);
    }
    assertTrue(together.over(0));
    assertTrue(together.truncated(0));
  }

  @Test
  void theLimitOfSteps() {
    PredatorEpisodes episodes = three(PredatorPrey.easy());
    for (int i = 0; i < 20; i++) {
      assertFalse(episodes.over(0));
      assertTrue(episodes.acts(0, 0));
      step(episodes, STAY, STAY, STAY);
      assertEquals(List.of(-0.05, -0.05, -0.05), rewards(episodes));
    }
    assertTrue(episodes.truncated(0));
    assertEquals(0, episodes.success(0));
    step(episodes, RIGHT, RIGHT, UP);
    assertEquals(List.of(0.0, 0.0, 0.0), rewards(episodes), "nothing after the end");
  }

  private static float[] seen(PredatorEpisodes episodes, int width) {
    float[] row = new float[width];
    episodes.observe(0, row);
    return row;
  }

  private static Set<Integer> ones(float[] row) {
    Set<Integer> found = new HashSet<>();
    for (int i = 0; i < row.length; i++) {
      if (row[i] != 0) {
        assertEquals(1, row[i]);
        found.add(i);
      }
    }
    return found;
  }

  /** Up and down are rows, left and right columns; nobody leaves the grid. */
  @Test
  void moves() {
    PredatorEpisodes episodes = three(PredatorPrey.easy());
    int[] way = {UP, UP, UP, LEFT, RIGHT, RIGHT, RIGHT, RIGHT, RIGHT, DOWN, DOWN, DOWN, DOWN, DOWN};
    int[] cells = {5, 0, 0, 0, 1, 2, 3, 4, 4, 9, 14, 19, 24, 24};
    for (int i = 0; i < way.length; i++) {
      step(episodes, way[i], STAY, DOWN);
      float[] row = seen(episodes, 29);
      assertEquals(1, row[cells[i]], "step " + i);
      assertEquals(cells[i] == 24 ? 2 : 1, row[28], "predators there, itself among them");
    }
    step(episodes, LEFT, STAY, UP);
    assertEquals(Set.of(23, 28), ones(seen(episodes, 29)));
  }

  @Test
  void whatIsSeen() {
    PredatorEpisodes episodes = three(PredatorPrey.easy());
    assertEquals(Set.of(10, 28), ones(seen(episodes, 29)));
    step(episodes, RIGHT, RIGHT, STAY);
    assertEquals(Set.of(11, 28), ones(seen(episodes, 29)));
    step(episodes, RIGHT, RIGHT, STAY);
    float[] row = seen(episodes, 29);
    assertEquals(1, row[12]);
    assertEquals(1, row[27], "the prey");
    assertEquals(2, row[28], "two predators");
    assertEquals(4, row[12] + row[27] + row[28]);
  }

  /** In a corner five of nine cells are outside of the grid. */
  @Test
  void cellsAround() {
    PredatorEpisodes episodes = three(PredatorPrey.of(5, 3, 1, 20));
    episodes.place(0, 0, 4, 4);
    episodes.place(0, 1, 3, 4);
    episodes.place(0, 2, 2, 4);
    episodes.placePrey(0, 4, 3);
    Set<Integer> expected = new HashSet<>();
    for (int outside : new int[] {2, 5, 6, 7, 8}) {
      expected.add(outside * 29 + 26);
    }
    expected.add(18);
    expected.add(29 + 19);
    expected.add(29 + 28);
    expected.add(3 * 29 + 23);
    expected.add(3 * 29 + 27);
    expected.add(4 * 29 + 24);
    expected.add(4 * 29 + 28);
    assertEquals(expected, ones(seen(episodes, 9 * 29)));
  }

  /**
   * All on cells of their own, the prey on each as often: beside a predator twice as often as not.
   */
  @Test
  void wherePlayBegins() {
    int batch = 24_000;
    PredatorPrey game = PredatorPrey.of(2, 3, 1, 5);
    PredatorEpisodes episodes = new PredatorEpisodes(game, batch, Streams.of(52));
    episodes.reset();
    int width = game.roles().get(0).features();
    float[] seen = new float[batch * width];
    episodes.observe(0, seen);
    int[] prey = new int[9];
    for (int e = 0; e < batch; e++) {
      for (int cell = 0; cell < 9; cell++) {
        float here = seen[e * width + cell * 8 + 6] + seen[e * width + cell * 8 + 7];
        assertTrue(here == 0 || here == 1);
        prey[cell] += (int) seen[e * width + cell * 8 + 6];
      }
    }
    assertEquals(0, prey[4]);
    for (int cell = 0; cell < 9; cell++) {
      double share = cell == 4 ? 0 : cell % 2 == 1 ? 1 / 6.0 : 1 / 12.0;
      assertEquals(batch * share, prey[cell], 3 * Math.sqrt(batch * share));
    }
  }

  /** Where a predator goes that stands there and has the prey there. */
  private interface Way {
    int move(int row, int column, int preyRow, int preyColumn);
  }

  private static double played(PredatorPrey game, Way way) {
    int batch = 20_000;
    int size = game.size();
    int predators = game.predators();
    PredatorEpisodes episodes = new PredatorEpisodes(game, batch, Streams.of(53));
    episodes.reset();
    RandomStream places = new RandomStream(51);
    int[][] at = new int[batch][];
    for (int e = 0; e < batch; e++) {
      at[e] = places.permutation(size * size);
      for (int i = 0; i < predators; i++) {
        episodes.place(e, i, at[e][i] / size, at[e][i] % size);
      }
      episodes.placePrey(e, at[e][predators] / size, at[e][predators] % size);
    }
    double sum = 0;
    float[] seen = new float[batch * game.roles().get(0).features()];
    for (int step = 0; step < game.steps(); step++) {
      Actions actions = new Actions(game.roles(), batch);
      for (int i = 0; i < predators; i++) {
        episodes.observe(i, seen);
        for (int e = 0; e < batch; e++) {
          int cell = 0;
          while (seen[e * (size * size + 4) + cell] == 0) {
            cell++;
          }
          int prey = at[e][predators];
          actions.choice(i)[e] = way.move(cell / size, cell % size, prey / size, prey % size);
        }
      }
      episodes.step(actions);
      for (int e = 0; e < batch; e++) {
        for (int i = 0; i < predators; i++) {
          sum += episodes.reward(i, e);
        }
      }
    }
    return sum / batch;
  }

  /** What play is worth is what it earns; standard errors of 20,000 episodes are below 0.008. */
  @Test
  void anchors() {
    PredatorPrey game = PredatorPrey.easy();
    Anchors anchors = game.anchors(NONE);
    RandomStream chance = new RandomStream(52);
    assertEquals(anchors.uniform(), played(game, (r, c, y, x) -> chance.nextInt(5)), 0.025);
    assertEquals(anchors.bestConstant(), played(game, (r, c, y, x) -> LEFT), 0.025);
    Way straight = (r, c, y, x) -> r > y ? UP : r < y ? DOWN : c > x ? LEFT : RIGHT;
    assertEquals(anchors.optimum(), played(game, straight), 0.025);
    assertTrue(Double.isNaN(anchors.withoutCommunication()));
    assertEquals(Anchors.unknown(), game.reward(Catch.COOPERATIVE).anchors(NONE));
    assertEquals(Anchors.unknown(), game.reward(Catch.COMPETITIVE).anchors(NONE));
  }

  /** Two by two cells, one step: the prey is next to two of three predators. */
  @Test
  void anchorsByHand() {
    Anchors anchors = PredatorPrey.of(2, 1, 0, 1).anchors(NONE);
    assertEquals(-0.05 * (2 / 3.0 * 0.8 + 1 / 3.0), anchors.uniform(), 1e-15);
    assertEquals(-0.05 * 5 / 6, anchors.bestConstant(), 1e-15);
    assertEquals(-0.05 / 3, anchors.optimum(), 1e-15);
    Anchors three = PredatorPrey.of(3, 2, 0, 1).anchors(NONE);
    assertEquals(2 * -0.05 * (24 * 0.8 + 48) / 72, three.uniform(), 1e-15);
  }

  private static void assertWrong(String expected, Supplier<PredatorPrey> wrong) {
    assertEquals(expected, assertThrows(SettingException.class, wrong::get).getMessage());
  }

  @Test
  void settings() {
    assertWrong("size: got 1, allowed: 2 to 50", () -> PredatorPrey.of(1, 1, 0, 1));
    assertWrong("predators: got 4, allowed: 1 to 3", () -> PredatorPrey.of(2, 4, 0, 1));
    assertWrong("vision: got 2, allowed: 0 to 1", () -> PredatorPrey.of(2, 1, 2, 1));
    assertWrong("steps: got 0, allowed: 1 to 1000", () -> PredatorPrey.of(2, 1, 0, 0));
    assertEquals(
        "PredatorPrey.medium().reward(Catch.COOPERATIVE)",
        PredatorPrey.medium().reward(Catch.COOPERATIVE).toString());
    assertEquals("PredatorPrey.of(2, 1, 0, 9)", PredatorPrey.of(2, 1, 0, 9).toString());
  }
}
