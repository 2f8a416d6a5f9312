package dev.parley.env.games;

import dev.parley.datasets.Samples;
import dev.parley.env.Actions;
import dev.parley.env.Dict;
import dev.parley.env.Space;
import dev.parley.random.Streams;
import java.util.Arrays;

/**
 * Two agents say a bit to each other in every step but the last, and act in the last. What is not
 * to be chosen in a step is the first choice.
 */
abstract class TalkEpisodes extends PairEpisodes {

  private static final int SAY = 0;
  private static final int ACT = 1;
  private static final int NOTHING = -1;

  /** Numbers of what was heard: nothing, 0, 1. */
  private static final int HEARD = 3;

  private final int last;

  /** What an agent hears: [agents][batch]. */
  private final int[][] heard;

  TalkEpisodes(Samples samples, int classes, int steps, int batch, Streams streams) {
    super(samples, classes, steps, batch, streams);
    last = steps - 1;
    heard = new int[2][batch];
  }

  /** What was heard, last of all that an agent sees besides its image. */
  static Dict seen(Dict before) {
    return before.and("heard", Space.discrete("nothing", "0", "1").said());
  }

  static Space action(Space act) {
    return Space.dictionary("say", Space.symbol(2)).and("act", act);
  }

  /** What both earn at the end of an episode. */
  abstract double earned(int episode, int first, int second);

  /** Writes what an agent sees before what it hears, and returns how many numbers that is. */
  int see(int agent, int episode, float[] into, int at) {
    return 0;
  }

  @Override
  void draw() {
    Arrays.fill(heard[0], NOTHING);
    Arrays.fill(heard[1], NOTHING);
  }

  @Override
  public void observe(int agent, float[] into) {
    Arrays.fill(into, 0);
    int at = 0;
    for (int e = 0; e < rewards.length; e++) {
      at += see(agent, e, into, at);
      into[at + 1 + heard[agent][e]] = 1;
      at += HEARD;
    }
  }

  @Override
  public int speaker(int agent, int episode) {
    return taken() > 0 ? 1 - agent : -1;
  }

  @Override
  public boolean open(int agent, int which, int option, int episode) {
    return option == 0 || which == (taken() < last ? SAY : ACT);
  }

  @Override
  void happens(int now, Actions actions) {
    for (int e = 0; e < rewards.length; e++) {
      if (now < last) {
        heard[0][e] = actions.choice(1, SAY)[e];
        heard[1][e] = actions.choice(0, SAY)[e];
      } else {
        rewards[e] = earned(e, actions.choice(0, ACT)[e], actions.choice(1, ACT)[e]);
      }
    }
  }
}
