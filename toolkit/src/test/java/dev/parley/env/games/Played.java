package dev.parley.env.games;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.datasets.Samples;
import dev.parley.env.Actions;
import dev.parley.env.Environment;
import dev.parley.env.Episodes;
import dev.parley.env.Role;
import dev.parley.env.Space;
import dev.parley.random.RandomStream;
import dev.parley.random.Streams;
import java.util.List;

/** Plays a game by a policy, and compares what an agent earns in the mean. */
final class Played {

  private static final int BATCH = 2000;

  /** Which option an agent takes. */
  interface Policy {

    /** Forgets everything: new episodes begin. */
    default void begin(Episodes episodes) {}

    /**
     * One of the choices.
     *
     * @param row what the agent sees besides a signal
     */
    int choose(Episodes episodes, int agent, int which, int episode, float[] row);
  }

  private Played() {}

  /** Every option as probable as the others, closed ones left out. */
  static Policy uniform(Environment game) {
    RandomStream stream = new RandomStream(52);
    List<Role> roles = game.roles();
    return (episodes, agent, which, episode, row) -> {
      List<Space.Leaf> leaves = roles.get(agent).action().leaves();
      int option = stream.nextInt(leaves.get(which).space().width());
      while (!episodes.open(agent, which, option, episode)) {
        option = stream.nextInt(leaves.get(which).space().width());
      }
      return option;
    };
  }

  /** The mean return of the first agent is within three standard errors of what is expected. */
  static void assertMean(double expected, Environment game, Samples samples, Policy policy) {
    double sum = 0;
    double squares = 0;
    int batches = 20;
    Episodes episodes = game.open(samples, BATCH, Streams.of(51));
    for (int batch = 0; batch < batches; batch++) {
      double[] returns = play(game, episodes, policy);
      for (double each : returns) {
        sum += each;
        squares += each * each;
      }
    }
    double n = batches * BATCH;
    double mean = sum / n;
    double error = Math.sqrt(Math.max(0, squares / n - mean * mean) / n);
    assertEquals(expected, mean, 3 * error + 1e-9);
    assertTrue(error < 0.03, "too few episodes: " + error);
  }

  /** Every agent earns the same; returns of the first. */
  static double[] play(Environment game, Episodes episodes, Policy policy) {
    List<Role> roles = game.roles();
    int batch = episodes.batch();
    double[] returns = new double[batch];
    boolean open = true;
    episodes.reset();
    policy.begin(episodes);
    for (int step = 0; open; step++) {
      Actions actions = new Actions(roles, batch);
      for (int agent = 0; agent < roles.size(); agent++) {
        choose(roles, episodes, agent, policy, actions);
      }
      boolean[] over = new boolean[batch];
      for (int e = 0; e < batch; e++) {
        over[e] = episodes.over(e);
      }
      episodes.step(actions);
      open = false;
      for (int e = 0; e < batch; e++) {
        returns[e] += over[e] ? 0 : episodes.reward(0, e);
        for (int agent = 1; agent < roles.size(); agent++) {
          assertEquals(episodes.reward(0, e), episodes.reward(agent, e));
        }
        open |= !episodes.over(e);
      }
      assertTrue(step < 1000);
    }
    return returns;
  }

  private static void choose(
      List<Role> roles, Episodes episodes, int agent, Policy policy, Actions actions) {
    int width = roles.get(agent).features();
    float[] seen = new float[episodes.batch() * width];
    float[] row = new float[width];
    episodes.observe(agent, seen);
    for (int e = 0; e < episodes.batch(); e++) {
      System.arraycopy(seen, e * width, row, 0, width);
      for (int w = 0; w < Actions.choices(roles.get(agent).action()); w++) {
        if (episodes.acts(agent, e)) {
          actions.choice(agent, w)[e] = policy.choose(episodes, agent, w, e, row);
        }
      }
    }
  }
}
