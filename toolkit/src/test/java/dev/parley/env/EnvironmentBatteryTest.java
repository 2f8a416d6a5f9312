package dev.parley.env;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.Known;
import dev.parley.datasets.Samples;
import dev.parley.datasets.Signals;
import dev.parley.random.RandomStream;
import dev.parley.random.Streams;
import dev.parley.state.StateFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import story.Prompt;

/** What every environment promises. */
final class EnvironmentBatteryTest {

  private static final int BATCH = 7;
  private static final int MOST_STEPS = 1000;
  private static final Samples SAMPLES = Signals.of(5, 3).load();

  static Stream<Environment> all() {
    return Environments.all();
  }

  @ParameterizedTest
  @MethodSource("all")
  void roles(Environment environment) {
    List<Role> roles = environment.roles();
    Set<String> names = new HashSet<>();
    for (Role role : roles) {
      assertTrue(role.name().matches("[a-z][a-z0-9_]*"), "part of column names: " + role.name());
      assertTrue(names.add(role.name()));
      assertTrue(role.features() >= 0);
      assertFalse(role.action().leaves().isEmpty());
    }
    assertEquals(roles, environment.roles());
  }

  /** Episodes begin open, take steps until they are over, pay finite rewards, and begin anew. */
  @ParameterizedTest
  @MethodSource("all")
  void episodesFromResetToOver(Environment environment) {
    Episodes episodes = environment.open(SAMPLES, BATCH, Streams.of(1));
    RandomStream choices = new RandomStream(2);
    assertEquals(BATCH, episodes.batch());
    for (int game = 0; game < 3; game++) {
      episodes.reset();
      for (int e = 0; e < BATCH; e++) {
        assertFalse(episodes.over(e));
        assertTrue(episodes.signal(e) >= -1 && episodes.signal(e) < SAMPLES.count());
        for (int agent = 0; agent < environment.roles().size(); agent++) {
          int least = environment.roles().get(agent).seesSignal() ? 0 : -1;
          int signal = episodes.signal(agent, e);
          assertTrue(signal >= least && signal < SAMPLES.count());
        }
      }
      int steps = 0;
      while (anyOpen(episodes)) {
        observeAll(environment, episodes);
        assertSomebodyActs(environment, episodes);
        assertActingHasAChoice(environment, episodes);
        episodes.step(actions(environment, choices));
        assertTrue(++steps <= MOST_STEPS, "an episode does not end");
        for (int e = 0; e < BATCH; e++) {
          assertTrue(Double.isFinite(episodes.reward(0, e)));
          assertTrue(Double.isFinite(episodes.reward(environment.roles().size() - 1, e)));
        }
      }
      for (int e = 0; e < BATCH; e++) {
        assertFalse(episodes.acts(0, e));
      }
    }
  }

  /** What there is to tell has a number below the count, and success is yes, no or not asked. */
  @ParameterizedTest
  @MethodSource("all")
  void topicsAndSuccess(Environment environment) {
    Episodes episodes = environment.open(SAMPLES, BATCH, Streams.of(7));
    RandomStream choices = new RandomStream(2);
    episodes.reset();
    for (int e = 0; e < BATCH; e++) {
      int least = environment.topics() == 0 ? -1 : 0;
      assertTrue(episodes.topic(e) >= least && episodes.topic(e) < environment.topics());
    }
    while (anyOpen(episodes)) {
      episodes.step(actions(environment, choices));
    }
    for (int e = 0; e < BATCH; e++) {
      assertTrue(Set.of(0.0, 1.0, Double.NaN).contains(episodes.success(e)));
    }
  }

  @ParameterizedTest
  @MethodSource("all")
  void conforms(Environment environment) {
    EnvironmentTests.check(environment);
  }

  @ParameterizedTest
  @MethodSource("all")
  void sameSeedSameEpisodes(Environment environment) {
    assertEquals(played(environment, 3), played(environment, 3));
  }

  /** What is marked as heard is what the speaker chose to say in the last step. */
  @ParameterizedTest
  @MethodSource("all")
  void whatIsHeardIsWhatWasSaid(Environment environment) {
    Episodes episodes = environment.open(SAMPLES, BATCH, Streams.of(8));
    RandomStream choices = new RandomStream(9);
    List<Role> roles = environment.roles();
    boolean anybodyHears = roles.stream().anyMatch(role -> !heard(role).isEmpty());
    int heard = 0;
    for (int game = 0; game < 10; game++) {
      episodes.reset();
      while (anyOpen(episodes)) {
        Actions actions = actions(environment, choices);
        openOnly(environment, episodes, actions);
        episodes.step(actions);
        for (int agent = 0; agent < roles.size(); agent++) {
          float[] seen = new float[BATCH * roles.get(agent).features()];
          episodes.observe(agent, seen);
          for (int e = 0; e < BATCH; e++) {
            int speaker = episodes.speaker(agent, e);
            if (!episodes.over(e) && speaker >= 0) {
              heard++;
              assertEquals(
                  said(roles.get(speaker), actions, speaker, e),
                  heard(roles.get(agent), roles.get(speaker), seen, e));
            }
          }
        }
      }
    }
    assertEquals(anybodyHears, heard > 0);
  }

  private static List<Space.Leaf> heard(Role role) {
    return role.observation().leaves().stream().filter(Space.Leaf::isSaid).toList();
  }

  /** What an agent said, each symbol one-hot. */
  private static List<Float> said(Role role, Actions actions, int agent, int episode) {
    List<Float> numbers = new ArrayList<>();
    int which = 0;
    int at = 0;
    for (Space.Leaf leaf : role.action().leaves()) {
      int width = leaf.space().width();
      if (leaf.space() instanceof Box) {
        int row = episode * Actions.numbers(role.action());
        for (int i = 0; leaf.isSaid() && i < width; i++) {
          numbers.add(actions.numbers(agent)[row + at + i]);
        }
        at += width;
      } else {
        int choice = actions.choice(agent, which++)[episode];
        for (int i = 0; leaf.isSaid() && i < width; i++) {
          numbers.add(i == choice ? 1f : 0f);
        }
      }
    }
    return numbers;
  }

  /** The last numbers of what an agent hears, as many as the speaker has for them. */
  private static List<Float> heard(Role role, Role speaker, float[] seen, int episode) {
    List<Space.Leaf> words = speaker.action().leaves().stream().filter(Space.Leaf::isSaid).toList();
    List<Float> numbers = new ArrayList<>();
    int at = episode * role.features();
    int word = 0;
    for (Space.Leaf leaf : role.observation().leaves()) {
      int width = leaf.space().width();
      if (leaf.isSaid()) {
        int symbols = words.get(word++).space().width();
        for (int i = width - symbols; i < width; i++) {
          numbers.add(seen[at + i]);
        }
      }
      at += width;
    }
    return numbers;
  }

  /** To take a choice that is closed counts as the first open one. */
  @ParameterizedTest
  @MethodSource("all")
  void closedChoicesCountAsTheFirstOpenOne(Environment environment) {
    assertEquals(
        played(environment, 3, (episodes, actions) -> {}),
        played(environment, 3, (episodes, actions) -> openOnly(environment, episodes, actions)));
  }

  private static void openOnly(Environment environment, Episodes episodes, Actions actions) {
    List<Role> roles = environment.roles();
    for (int agent = 0; agent < roles.size(); agent++) {
      for (int which = 0; which < Actions.choices(roles.get(agent).action()); which++) {
        int[] choice = actions.choice(agent, which);
        for (int e = 0; e < BATCH; e++) {
          if (episodes.acts(agent, e) && !episodes.open(agent, which, choice[e], e)) {
            choice[e] = firstOpen(episodes, agent, which, e);
          }
        }
      }
    }
  }

  private static int firstOpen(Episodes episodes, int agent, int which, int episode) {
    int option = 0;
    while (!episodes.open(agent, which, option, episode)) {
      option++;
    }
    return option;
  }

  /** What is drawn in the next batch goes on where it was saved. */
  @ParameterizedTest
  @MethodSource("all")
  void episodesGoOnFromAFile(Environment environment, @TempDir Path folder) throws IOException {
    Episodes first = environment.open(SAMPLES, BATCH, Streams.of(5));
    numbers(environment, first, 3, (episodes, actions) -> {});
    Path file = folder.resolve("episodes");
    Files.write(file, StateFile.bytes("", first::keep));
    Episodes second = environment.open(SAMPLES, BATCH, Streams.of(6));
    numbers(environment, second, 2, (episodes, actions) -> {});
    try (StateFile saved = StateFile.open(file)) {
      saved.restore(second::keep);
    }
    assertEquals(
        numbers(environment, first, 3, (episodes, actions) -> {}),
        numbers(environment, second, 3, (episodes, actions) -> {}));
  }

  /** A plan that names it can be written to an archive and read back. */
  @ParameterizedTest
  @MethodSource("all")
  void anArchiveCanNameIt(Environment environment) {
    assertTrue(new Known().records().contains(environment.getClass()));
  }

  private static List<Double> played(Environment environment, long seed) {
    return played(environment, seed, (episodes, actions) -> {});
  }

  private static List<Double> played(
      Environment environment, long seed, BiConsumer<Episodes, Actions> before) {
    return numbers(environment, environment.open(SAMPLES, BATCH, Streams.of(seed)), 20, before);
  }

  /** All numbers that an environment gives in batches of episodes. */
  private static List<Double> numbers(
      Environment environment,
      Episodes episodes,
      int batches,
      BiConsumer<Episodes, Actions> before) {
    RandomStream choices = new RandomStream(4);
    List<Double> numbers = new ArrayList<>();
    List<Role> roles = environment.roles();
    for (int game = 0; game < batches; game++) {
      episodes.reset();
      while (anyOpen(episodes)) {
        Actions actions = actions(environment, choices);
        before.accept(episodes, actions);
        episodes.step(actions);
        for (int agent = 0; agent < roles.size(); agent++) {
          float[] seen = new float[BATCH * roles.get(agent).features()];
          episodes.observe(agent, seen);
          for (float number : seen) {
            numbers.add((double) number);
          }
          for (int e = 0; e < BATCH; e++) {
            numbers.add((double) episodes.signal(agent, e));
            numbers.add(episodes.reward(agent, e));
          }
        }
      }
    }
    return numbers;
  }

  @ParameterizedTest
  @MethodSource("all")
  void anchorsAreInOrder(Environment environment) {
    Anchors anchors = environment.anchors(SAMPLES);
    assertFalse(anchors.uniform() > anchors.optimum());
    assertFalse(anchors.uniform() > anchors.withoutCommunication() + 1e-12);
    assertFalse(anchors.bestConstant() > anchors.withoutCommunication() + 1e-12);
    assertFalse(anchors.withoutCommunication() > anchors.optimum() + 1e-12);
    assertEquals(anchors, environment.anchors(SAMPLES));
  }

  /** A plan's text says its environment: typed at the prompt, it is the same environment. */
  @Test
  void textCanBePastedBack() {
    try (Prompt prompt = new Prompt()) {
      all()
          .forEach(
              environment -> {
                Object pasted = prompt.value(environment.toString());
                assertEquals(environment, pasted);
                assertEquals(environment.hashCode(), pasted.hashCode());
              });
    }
  }

  private static boolean anyOpen(Episodes episodes) {
    for (int e = 0; e < episodes.batch(); e++) {
      if (!episodes.over(e)) {
        return true;
      }
    }
    return false;
  }

  private static void assertActingHasAChoice(Environment environment, Episodes episodes) {
    List<Role> roles = environment.roles();
    for (int agent = 0; agent < roles.size(); agent++) {
      List<Integer> options =
          roles.get(agent).action().leaves().stream()
              .filter(leaf -> leaf.space() instanceof Discrete)
              .map(leaf -> leaf.space().width())
              .toList();
      for (int which = 0; which < options.size(); which++) {
        for (int e = 0; e < BATCH; e++) {
          if (episodes.acts(agent, e)) {
            assertTrue(firstOpen(episodes, agent, which, e) < options.get(which));
          }
        }
      }
    }
  }

  private static void assertSomebodyActs(Environment environment, Episodes episodes) {
    for (int e = 0; e < BATCH; e++) {
      boolean somebody = false;
      for (int agent = 0; agent < environment.roles().size(); agent++) {
        somebody |= episodes.acts(agent, e);
      }
      assertEquals(!episodes.over(e), somebody);
    }
  }

  /** Observations fill their room and write nothing where there are none. */
  private static void observeAll(Environment environment, Episodes episodes) {
    for (int agent = 0; agent < environment.roles().size(); agent++) {
      float[] first = new float[BATCH * environment.roles().get(agent).features()];
      float[] second = new float[first.length];
      episodes.observe(agent, first);
      episodes.observe(agent, second);
      assertArrayEquals(first, second);
    }
  }

  /** Choices and numbers at random, closed choices among them. */
  private static Actions actions(Environment environment, RandomStream stream) {
    List<Role> roles = environment.roles();
    Actions actions = new Actions(roles, BATCH);
    for (int agent = 0; agent < roles.size(); agent++) {
      ActionReader reader = new ActionReader(agent, roles.get(agent).action());
      for (int e = 0; e < BATCH; e++) {
        reader.set(roles.get(agent).action().sample(stream), actions, e);
      }
    }
    return actions;
  }
}
