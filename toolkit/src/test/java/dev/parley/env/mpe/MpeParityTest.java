package dev.parley.env.mpe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.datasets.Samples;
import dev.parley.datasets.Signals;
import dev.parley.env.Actions;
import dev.parley.env.Environment;
import dev.parley.env.Space;
import dev.parley.random.Streams;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Physics, observations and rewards beside mpe2 1.1.1, step by step: the traces are those of
 * make_traces.py, which stands beside them.
 */
final class MpeParityTest {

  private static final double TOLERANCE = 1e-9;
  private static final int EPISODES = 500;
  private static final int OLD_EPISODES = 100;
  private static final int SEEN = 10;
  private static final int STEPS = 25;
  private static final Samples SAMPLES = Signals.of(5, 3).load();

  /** A linear congruential generator, the same as in the script. */
  private static final class Draws {
    private long state;

    Draws(long seed) {
      state = seed;
    }

    int below(int n) {
      state = (state * 1103515245L + 12345) % (1L << 31);
      return (int) ((state >> 16) % n);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "speaker_listener, false, CURRENT",
    "speaker_listener_continuous, true, CURRENT",
    "speaker_listener_old, false, OLD",
    "reference, false, CURRENT",
    "reference_continuous, true, CURRENT",
    "reference_old, false, OLD"
  })
  void everyStepIsThatOfMpe2(String name, boolean continuous, Physics physics) throws IOException {
    ParticleSettings set = new ParticleSettings(physics, continuous, STEPS);
    Environment game =
        name.startsWith("speaker") ? new SimpleSpeakerListener(set) : new SimpleReference(set);
    ParticleEpisodes worlds = (ParticleEpisodes) game.open(SAMPLES, 1, Streams.of(1));
    Actions actions = new Actions(game.roles(), 1);
    int compared = 0;
    try (DataInputStream trace = open(name)) {
      for (int episode = 0;
          episode < (physics == Physics.OLD ? OLD_EPISODES : EPISODES);
          episode++) {
        setUp(worlds, trace);
        Draws draws = new Draws(episode);
        for (int step = 0; step < STEPS; step++) {
          for (int agent = 0; agent < 2; agent++) {
            draw(game.roles().get(agent).action(), agent, actions, draws);
          }
          worlds.step(actions);
          String where = name + ", episode " + episode + ", step " + step;
          assertEquals(trace.readDouble(), worlds.reward(0, 0), TOLERANCE, where);
          assertEquals(trace.readDouble(), worlds.reward(1, 0), TOLERANCE, where);
          if (episode < SEEN || step == STEPS - 1) {
            compared += compareSeen(worlds, trace, where);
          }
        }
        assertTrue(worlds.over(0) && worlds.truncated(0));
      }
      assertEquals(-1, trace.read(), "nothing is left");
    }
    assertTrue(compared > 1000);
  }

  private static DataInputStream open(String name) throws IOException {
    InputStream file = MpeParityTest.class.getResourceAsStream("/mpe/" + name + ".bin.gz");
    return new DataInputStream(new GZIPInputStream(Objects.requireNonNull(file), 1 << 16));
  }

  private static void setUp(ParticleEpisodes worlds, DataInputStream trace) throws IOException {
    worlds.reset();
    for (int agent = 0; agent < 2; agent++) {
      if (worlds.instructs(agent)) {
        worlds.goals[agent][0] = (int) trace.readDouble();
      }
    }
    for (int agent = 0; agent < 2; agent++) {
      worlds.bodies.x[agent][0] = trace.readDouble();
      worlds.bodies.y[agent][0] = trace.readDouble();
    }
    for (int landmark = 0; landmark < 3; landmark++) {
      worlds.bodies.landmarkX[landmark][0] = trace.readDouble();
      worlds.bodies.landmarkY[landmark][0] = trace.readDouble();
    }
  }

  /** What mpe2 calls one number, {@code move + 5 word}, are two choices here. */
  private static void draw(Space space, int agent, Actions actions, Draws draws) {
    float[] numbers = actions.numbers(agent);
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = draws.below(1025) / 1024f;
    }
    int choices = Actions.choices(space);
    if (choices == 2) {
      int both = draws.below(50);
      actions.choice(agent, 0)[0] = both % 5;
      actions.choice(agent, 1)[0] = both / 5;
    } else if (choices == 1) {
      actions.choice(agent)[0] = draws.below(space.width());
    }
  }

  private static int compareSeen(ParticleEpisodes worlds, DataInputStream trace, String where)
      throws IOException {
    int compared = 0;
    double[] seen = new double[21];
    for (int agent = 0; agent < 2; agent++) {
      int width = worlds.see(agent, 0, seen);
      for (int i = 0; i < width; i++) {
        assertEquals(trace.readDouble(), seen[i], TOLERANCE, where + ", sees " + i);
      }
      compared += width;
    }
    return compared;
  }
}
