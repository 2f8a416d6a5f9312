package dev.parley.env.grid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.datasets.Signals;
import dev.parley.env.Actions;
import dev.parley.env.Anchors;
import dev.parley.env.Role;
import dev.parley.error.SettingException;
import dev.parley.random.Streams;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules of a junction, car by car. */
final class TrafficJunctionTest {

  private static final int GAS = 0;
  private static final int BRAKE = 1;
  private static final int DOWNWARD = 0;
  private static final int RIGHTWARD = 1;

  /** One episode on the easy junction in which nobody comes but who is told to. */
  private static final class Road {

    private final TrafficJunction game;
    private final TrafficEpisodes episodes;
    private final Actions actions;
    private int step;

    Road(TrafficJunction game) {
      this.game = game;
      episodes = new TrafficEpisodes(game, 1, Streams.of(51));
      actions = new Actions(game.roles(), 1);
      episodes.reset();
      for (int s = 0; s < game.steps(); s++) {
        for (int arrival = 0; arrival < new Roads(game.level()).arrivals(); arrival++) {
          episodes.schedule(0, s, arrival, TrafficEpisodes.NONE, 0);
        }
      }
    }

    /** Lets a car come in the next step by a route of the easy game. */
    Road comes(int route, double which) {
      episodes.schedule(0, step, route, route, which);
      return this;
    }

    /** All do the same. */
    Road all(int choice) {
      for (int car = 0; car < game.cars(); car++) {
        actions.choice(car)[0] = choice;
      }
      return go();
    }

    Road only(int car, int choice) {
      actions.choice(car)[0] = choice;
      return go();
    }

    private Road go() {
      episodes.step(actions);
      step++;
      return this;
    }

    double reward(int car) {
      return episodes.reward(car, 0);
    }

    float[] seen(int car) {
      float[] row = new float[game.roles().get(car).features()];
      episodes.observe(car, row);
      return row;
    }

    /** What is not zero of what a car sees, besides its own two numbers, by its place. */
    Map<Integer, Float> around(int car) {
      Map<Integer, Float> found = new HashMap<>();
      float[] row = seen(car);
      for (int i = 2; i < row.length; i++) {
        if (row[i] != 0) {
          found.put(i - 2, row[i]);
        }
      }
      return found;
    }
  }

  private static Road easy() {
    return new Road(TrafficJunction.easy());
  }

  @ParameterizedTest
  @CsvSource({"EASY,5,20,0.3,17,137", "MEDIUM,10,40,0.2,61,533", "HARD,20,80,0.05,149,1325"})
  void constants(Junction level, int cars, int steps, double rate, int blind, int seeing) {
    TrafficJunction game =
        switch (level) {
          case EASY -> TrafficJunction.easy();
          case MEDIUM -> TrafficJunction.medium();
          case HARD -> TrafficJunction.hard();
        };
    assertEquals(new TrafficJunction(level, cars, steps, 0, rate, rate, 0, 0), game);
    assertEquals(OptionalInt.of(steps), game.longest());
    List<Role> roles = game.roles();
    assertEquals(cars, roles.size());
    roles.forEach(role -> assertEquals(blind, role.features()));
    roles.forEach(role -> assertEquals(List.of("gas", "brake"), role.actions()));
    game.vision(1).roles().forEach(role -> assertEquals(seeing, role.features()));
    assertEquals(Anchors.unknown(), game.anchors(Signals.of(2, 1).load()));
  }

  @Test
  void aCarPassesThrough() {
    Road road = easy().comes(DOWNWARD, 0).all(GAS);
    assertEquals(0, road.reward(0));
    double sum = 0;
    for (int wait = 1; wait <= 6; wait++) {
      road.all(GAS);
      assertEquals(-0.01 * wait, road.reward(0), 1e-15);
      sum += road.reward(0);
    }
    assertEquals(-0.21, sum, 1e-12);
    assertFalse(road.episodes.acts(1, 0));
    road.all(GAS);
    assertEquals(0, road.reward(0));
    assertTrue(road.episodes.acts(1, 0), "the road is empty");
    assertEquals(Map.of(), road.around(0));
    assertEquals(1, road.episodes.success(0));
  }

  /** What counts is the time on the road, not the time that a car stands. */
  @Test
  void whoStandsPaysForAllOfItsTime() {
    Road road = easy().comes(RIGHTWARD, 0).all(GAS).all(GAS).all(BRAKE).all(BRAKE).all(GAS);
    assertEquals(-0.04, road.reward(0), 1e-15);
    assertEquals(Map.of(2, 1f, 14, 1f), road.around(0));
  }

  @Test
  void carsOnOneCellCrash() {
    Road road = easy().comes(DOWNWARD, 0).comes(RIGHTWARD, 0).all(GAS).all(GAS).all(GAS);
    assertEquals(-0.02, road.reward(0), 1e-15);
    assertEquals(1, road.episodes.success(0));
    road.all(GAS);
    assertEquals(-10.03, road.reward(0), 1e-12);
    assertEquals(-10.03, road.reward(1), 1e-12);
    assertEquals(0, road.reward(2));
    assertEquals(Map.of(10, 1f, 14, 2f), road.around(0));
    assertEquals(0, road.episodes.success(0));
    road.all(GAS);
    assertEquals(-0.04, road.reward(0), 1e-15);
    assertEquals(0, road.episodes.success(0), "once is enough");
  }

  @Test
  void whoWaitsLetsTheOtherPass() {
    Road road = easy().comes(DOWNWARD, 0).comes(RIGHTWARD, 0).all(GAS);
    road.only(1, BRAKE).only(1, GAS).only(1, GAS).only(1, GAS).only(1, GAS);
    assertEquals(-0.05, road.reward(0), 1e-15);
    assertEquals(1, road.episodes.success(0));
  }

  /**
   * A car comes although another stands there: it pays at once, without having been on the road.
   */
  @Test
  void arrivalsAreNotBlocked() {
    Road road = easy().comes(DOWNWARD, 0).all(GAS).comes(DOWNWARD, 0).all(BRAKE);
    assertEquals(-10.01, road.reward(0), 1e-12);
    assertEquals(-10, road.reward(1));
    assertEquals(0, road.episodes.success(0));
  }

  @Test
  void noMoreCarsThanThereAre() {
    Road road = new Road(TrafficJunction.easy().cars(1));
    road.comes(DOWNWARD, 0).comes(RIGHTWARD, 0).all(GAS);
    assertEquals(0, road.reward(0));
    assertEquals(Map.of(10 - 3, 1f, 14, 1f), road.around(0));
  }

  /** Any of those that are not on the road. */
  @Test
  void whichCarComes() {
    Road road = easy().comes(DOWNWARD, 0.5).comes(RIGHTWARD, 0.5).all(GAS);
    assertFalse(road.episodes.acts(0, 0));
    assertFalse(road.episodes.acts(1, 0));
    assertTrue(road.episodes.acts(2, 0));
    assertTrue(road.episodes.acts(3, 0));
    assertFalse(road.episodes.acts(4, 0));
    road.comes(DOWNWARD, 0.999).all(GAS);
    assertTrue(road.episodes.acts(4, 0));
    assertFalse(road.episodes.acts(0, 0));
  }

  @Test
  void whoActs() {
    Road road = easy();
    for (int car = 0; car < 5; car++) {
      assertTrue(road.episodes.acts(car, 0), "time goes on");
      assertTrue(road.episodes.open(car, 0, GAS, 0));
      assertFalse(road.episodes.open(car, 0, BRAKE, 0));
    }
    road.comes(DOWNWARD, 0).all(BRAKE);
    assertTrue(road.episodes.open(0, 0, BRAKE, 0));
    assertFalse(road.episodes.acts(1, 0));
    for (int step = 1; step < 20; step++) {
      assertFalse(road.episodes.over(0));
      road.all(BRAKE);
    }
    assertTrue(road.episodes.over(0));
    assertTrue(road.episodes.truncated(0));
    assertFalse(road.episodes.acts(0, 0));
    assertEquals(-0.19, road.reward(0), 1e-15);
    road.all(BRAKE);
    assertEquals(0, road.reward(0), "nothing after the end");
  }

  /** The last cells of the downward road have numbers 12, which is that of no road, and 13. */
  @Test
  void numbersOfTheEasyRoad() {
    Road road = easy().comes(DOWNWARD, 0).all(GAS);
    for (int row = 0; row < 7; row++) {
      assertEquals(Map.of(7 + row, 1f, 14, 1f), road.around(0));
      road.all(GAS);
    }
    assertEquals(Map.of(), road.around(0));
  }

  @Test
  void ownNumbers() {
    Road road = easy().comes(DOWNWARD, 0).comes(RIGHTWARD, 0).all(GAS).only(1, BRAKE);
    assertEquals(0, road.seen(0)[0]);
    assertEquals(0, road.seen(0)[1]);
    assertEquals(1, road.seen(1)[0]);
    assertEquals(1, road.seen(1)[1]);
    Road hard = new Road(TrafficJunction.hard());
    hard.episodes.schedule(0, 0, 2, 20, 0);
    assertEquals(20 / 55f, hard.all(GAS).seen(0)[1]);
  }

  /** Whatever the car did that was in its place before. */
  @Test
  void whoComesHasNotBraked() {
    Road road = easy().comes(DOWNWARD, 0).all(GAS);
    for (int step = 0; step < 6; step++) {
      road.all(GAS);
    }
    road.all(BRAKE).all(GAS).comes(DOWNWARD, 0).all(GAS);
    assertEquals(Map.of(7, 1f, 14, 1f), road.around(0));
    assertEquals(0, road.seen(0)[0]);
  }

  /** From above to below, from left to right; outside of the grid is no road. */
  @Test
  void cellsAround() {
    Road road = new Road(TrafficJunction.easy().vision(1)).comes(DOWNWARD, 0).comes(RIGHTWARD, 0);
    road.all(GAS);
    Map<Integer, Float> edge = new HashMap<>();
    for (int cell = 0; cell < 9; cell++) {
      edge.put(cell * 15 + 12, 1f);
    }
    edge.remove(4 * 15 + 12);
    edge.remove(7 * 15 + 12);
    edge.put(4 * 15 + 7, 1f);
    edge.put(7 * 15 + 8, 1f);
    edge.put(4 * 15 + 14, 1f);
    assertEquals(edge, road.around(0));
    road.all(GAS).all(GAS);
    Map<Integer, Float> crossing = new HashMap<>();
    for (int corner : new int[] {0, 2, 3, 5, 6}) {
      crossing.put(corner * 15 + 12, 1f);
    }
    crossing.put(15 + 8, 1f);
    crossing.put(4 * 15 + 9, 1f);
    crossing.put(4 * 15 + 14, 1f);
    crossing.put(6 * 15 + 2, 1f);
    crossing.put(7 * 15 + 10, 1f);
    crossing.put(8 * 15 + 4, 1f);
    crossing.put(6 * 15 + 14, 1f);
    crossing.remove(6 * 15 + 12);
    assertEquals(crossing, road.around(0));
  }

  private static double onRoad(TrafficJunction game, TrafficEpisodes episodes) {
    int count = 0;
    Actions actions = new Actions(game.roles(), episodes.batch());
    episodes.reset();
    episodes.step(actions);
    for (int e = 0; e < episodes.batch(); e++) {
      for (int car = 0; car < game.cars(); car++) {
        count += episodes.open(car, 0, BRAKE, e) ? 1 : 0;
      }
    }
    return (double) count / episodes.batch();
  }

  @Test
  void howManyCome() {
    TrafficJunction easy = TrafficJunction.easy();
    int batch = 20_000;
    assertEquals(
        0.6, onRoad(easy, new TrafficEpisodes(easy, batch, Streams.of(51))), 3 * 0.65 / 141);
    TrafficJunction medium = TrafficJunction.medium();
    TrafficEpisodes episodes = new TrafficEpisodes(medium, batch, Streams.of(52));
    assertEquals(0.8, onRoad(medium, episodes), 3 * 0.8 / 141);
    int[] routes = new int[12];
    float[] seen = new float[batch * 61];
    for (int car = 0; car < 10; car++) {
      episodes.observe(car, seen);
      for (int e = 0; e < batch; e++) {
        routes[Math.round(seen[e * 61 + 1] * 11)] += episodes.open(car, 0, BRAKE, e) ? 1 : 0;
      }
    }
    for (int count : routes) {
      assertEquals(batch / 15.0, count, 3 * Math.sqrt(batch / 15.0));
    }
  }

  @Test
  void aCurriculum() {
    TrafficJunction game = TrafficJunction.easy().curriculum(0.1, 250, 1250);
    assertEquals(0.1, game.rateIn(0));
    assertEquals(0.1, game.rateIn(250));
    assertEquals(0.1, game.rateIn(299));
    assertEquals(0.11, game.rateIn(300));
    assertEquals(0.2, game.rateIn(750));
    assertEquals(0.29, game.rateIn(1249));
    assertEquals(0.3, game.rateIn(1250));
    assertEquals(0.3, game.rateIn(Long.MAX_VALUE));
    assertEquals(0.025, TrafficJunction.hard().curriculum(0.025, 0, 100).rateIn(1));
    assertEquals(TrafficJunction.easy(), game.rate(0.3));
    assertEquals(0.3, TrafficJunction.easy().rateIn(0));
    TrafficJunction steep = TrafficJunction.easy().rate(1).curriculum(0.01, 1, 2);
    TrafficEpisodes episodes = new TrafficEpisodes(steep, 1000, Streams.of(53));
    assertTrue(onRoad(steep, episodes) < 0.1);
    assertTrue(onRoad(steep, episodes) < 0.1);
    assertEquals(2, onRoad(steep, episodes));
  }

  private static void assertWrong(String expected, Supplier<TrafficJunction> wrong) {
    assertEquals(expected, assertThrows(SettingException.class, wrong::get).getMessage());
  }

  @Test
  void settings() {
    TrafficJunction easy = TrafficJunction.easy();
    assertWrong("cars: got 0, allowed: 1 to 1000", () -> easy.cars(0));
    assertWrong("steps: got 10001, allowed: 1 to 10000", () -> easy.steps(10_001));
    assertWrong("vision: got 7, allowed: 0 to 6", () -> easy.vision(7));
    assertWrong("rate: got 0.0, allowed: above 0, at most 1", () -> easy.rate(0));
    assertWrong("rate: got NaN, allowed: above 0, at most 1", () -> easy.rate(Double.NaN));
    assertWrong(
        "firstRate: got 0.4, allowed: above 0, at most the rate of 0.3",
        () -> easy.curriculum(0.4, 0, 5));
    assertWrong("from: got -1, allowed: 0 or more", () -> easy.curriculum(0.1, -1, 5));
    assertWrong("until: got 5, allowed: later than from, 5", () -> easy.curriculum(0.1, 5, 5));
    assertWrong(
        "until: got 0, allowed: 1 or more, and later than from, for a rate that rises",
        () -> easy.curriculum(0.1, 0, 0));
    assertEquals(
        "TrafficJunction.hard().cars(3).steps(9).vision(1).rate(0.5).curriculum(0.25, 1, 2)",
        TrafficJunction.hard()
            .cars(3)
            .steps(9)
            .vision(1)
            .rate(0.5)
            .curriculum(0.25, 1, 2)
            .toString());
  }
}
