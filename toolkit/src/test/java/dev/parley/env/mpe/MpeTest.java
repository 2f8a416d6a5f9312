package dev.parley.env.mpe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.datasets.Samples;
import dev.parley.datasets.Signals;
import dev.parley.env.Actions;
import dev.parley.env.Anchors;
import dev.parley.env.Environment;
import dev.parley.env.EnvironmentTests;
import dev.parley.env.Episodes;
import dev.parley.env.Role;
import dev.parley.env.Space;
import dev.parley.error.SettingException;
import dev.parley.random.RandomStream;
import dev.parley.random.Streams;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import story.Prompt;

/** The particle worlds, and what play by rote is worth in them. */
final class MpeTest {

  private static final Samples SAMPLES = Signals.of(5, 3).load();
  private static final int BATCH = 1000;

  static Stream<Environment> all() {
    return Stream.of(
        SimpleSpeakerListener.standard(),
        SimpleSpeakerListener.standard().continuous(true),
        SimpleSpeakerListener.standard().physics(Physics.OLD).cycles(7),
        SimpleReference.standard(),
        SimpleReference.standard().continuous(true).cycles(3),
        SimpleReference.standard().physics(Physics.OLD));
  }

  @ParameterizedTest
  @MethodSource("all")
  void conforms(Environment game) {
    EnvironmentTests.check(game);
  }

  @Test
  void textCanBePastedBack() {
    try (Prompt prompt = new Prompt()) {
      all().forEach(game -> assertEquals(game, prompt.value(game.toString())));
    }
  }

  /** The topic is what those who know a goal see. */
  @Test
  void topicIsTheGoal() {
    assertTopics(SimpleSpeakerListener.standard(), 1, 0, 0.65f);
    assertTopics(SimpleReference.standard(), 2, 8, 0.75f);
  }

  private static void assertTopics(Environment game, int knowing, int from, float bright) {
    Episodes episodes = game.open(SAMPLES, 200, Streams.of(4));
    episodes.reset();
    boolean[] seen = new boolean[game.topics()];
    float[][] sees = new float[knowing][];
    for (int agent = 0; agent < knowing; agent++) {
      sees[agent] = new float[200 * game.roles().get(agent).features()];
      episodes.observe(agent, sees[agent]);
    }
    for (int e = 0; e < 200; e++) {
      int topic = episodes.topic(e);
      seen[topic] = true;
      for (int agent = 0; agent < knowing; agent++) {
        int goal = agent == knowing - 1 ? topic % 3 : topic / 3;
        int at = e * game.roles().get(agent).features() + from + goal;
        assertEquals(bright, sees[agent][at], "episode " + e + ", agent " + agent);
      }
    }
    for (boolean each : seen) {
      assertTrue(each, "every topic comes up");
    }
  }

  /** What is recorded as an agent's action beside its words. */
  @Test
  void deeds() {
    List<Role> roles = SimpleSpeakerListener.standard().roles();
    assertEquals(List.of("nothing"), roles.get(0).deeds());
    assertEquals(5, roles.get(1).deeds().size());
    assertEquals(5, SimpleReference.standard().roles().get(0).deeds().size());
    assertEquals(25, SimpleReference.standard().longest().orElseThrow());
    assertEquals(7, SimpleSpeakerListener.standard().cycles(7).longest().orElseThrow());
  }

  /** What mpe2's spaces say: 3 and 11, 3 and 5; 21, 5 times 10. */
  @Test
  void widths() {
    List<Role> roles = SimpleSpeakerListener.standard().roles();
    assertEquals(3, roles.get(0).features());
    assertEquals(11, roles.get(1).features());
    assertEquals(Space.symbol(3), roles.get(0).action());
    assertEquals(5, roles.get(1).actions().size());
    Role agent = SimpleReference.standard().roles().get(1);
    assertEquals(21, agent.features());
    assertEquals(15, agent.action().width());
    assertEquals(15, SimpleReference.standard().continuous(true).roles().get(0).action().width());
  }

  /** Doing nothing, exactly: the mean squared distance of two points in a square, 25 times. */
  @Test
  void doNothing() {
    assertEquals(-33.333, played(SimpleSpeakerListener.standard(), false), 0.3);
    assertEquals(-26.070, played(SimpleReference.standard(), false), 0.15);
  }

  /** The known values: exact for the speaker-listener, measured for the reference game. */
  @Test
  void uniformPlay() {
    assertEquals(-39.835, played(SimpleSpeakerListener.standard(), true), 0.3);
    assertEquals(-40.485, played(SimpleSpeakerListener.standard().physics(Physics.OLD), true), 0.3);
    assertEquals(-28.36, played(SimpleReference.standard(), true), 0.15);
    assertEquals(-28.56, played(SimpleReference.standard().physics(Physics.OLD), true), 0.15);
  }

  /** The mean return of an agent in 100,000 episodes. */
  private static double played(Environment game, boolean random) {
    Episodes episodes = game.open(SAMPLES, BATCH, Streams.of(51));
    List<Role> roles = game.roles();
    Actions actions = new Actions(roles, BATCH);
    RandomStream stream = new RandomStream(52);
    double sum = 0;
    for (int batch = 0; batch < 100; batch++) {
      episodes.reset();
      while (!episodes.over(0)) {
        if (random) {
          draw(roles, actions, stream);
        }
        episodes.step(actions);
        for (int e = 0; e < BATCH; e++) {
          sum += episodes.reward(0, e) + episodes.reward(1, e);
        }
      }
    }
    return sum / (2 * 100 * BATCH);
  }

  private static void draw(List<Role> roles, Actions actions, RandomStream stream) {
    for (int agent = 0; agent < roles.size(); agent++) {
      List<Space.Leaf> leaves = roles.get(agent).action().leaves();
      for (int which = 0; which < leaves.size(); which++) {
        int[] choice = actions.choice(agent, which);
        for (int e = 0; e < BATCH; e++) {
          choice[e] = stream.nextInt(leaves.get(which).space().width());
        }
      }
    }
  }

  /**
   * What is said in a step is heard after it, by the other alone, and is gone at the next start.
   */
  @Test
  void wordsAreHeardAfterTheStep() {
    Environment game = SimpleSpeakerListener.standard();
    Episodes episodes = game.open(SAMPLES, 1, Streams.of(1));
    Actions actions = new Actions(game.roles(), 1);
    float[] heard = new float[11];
    episodes.reset();
    episodes.observe(1, heard);
    assertEquals(0, heard[8] + heard[9] + heard[10]);
    actions.choice(0)[0] = 2;
    episodes.step(actions);
    episodes.observe(1, heard);
    assertEquals(1, heard[10]);
    assertEquals(0, heard[8] + heard[9]);
    episodes.reset();
    episodes.observe(1, heard);
    assertEquals(0, heard[10]);
  }

  @ParameterizedTest
  @MethodSource("all")
  void anchorsAreInOrderOrUnknown(Environment game) {
    Anchors anchors = game.anchors(SAMPLES);
    if (!Double.isNaN(anchors.optimum())) {
      assertTrue(anchors.uniform() < anchors.bestConstant());
      assertTrue(anchors.bestConstant() < anchors.withoutCommunication());
      assertTrue(anchors.communicationNeeded());
    }
  }

  @Test
  void episodesWithoutSteps() {
    assertThrows(SettingException.class, () -> SimpleReference.standard().cycles(0));
  }
}
