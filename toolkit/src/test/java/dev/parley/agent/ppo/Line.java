package dev.parley.agent.ppo;

import dev.parley.datasets.Samples;
import dev.parley.env.Actions;
import dev.parley.env.Anchors;
import dev.parley.env.Environment;
import dev.parley.env.Episodes;
import dev.parley.env.Role;
import dev.parley.env.Space;
import dev.parley.random.RandomStream;
import dev.parley.random.Streams;
import dev.parley.state.State;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * A speaker knows which of three places on a line of five cells is the goal; a listener walks there
 * from the middle, one cell a step for six steps, and hears what was said in the step before. Each
 * earns minus the distance in each step. Without a word it is best to stay, which costs 4/3 in each
 * step.
 *
 * @param hears whether the listener hears anything, as its role says
 * @param walled whether the choice to walk off the line is closed, rather than without effect
 * @param ends whether the sixth step ends the episode by the rules, rather than cuts it off
 */
record Line(boolean hears, boolean walled, boolean ends) implements Environment {

  static final int STEPS = 6;
  static final double BLIND = -STEPS * 4.0 / 3;
  private static final int CELLS = 5;
  private static final int GOALS = 3;

  static Line standard() {
    return new Line(true, false, false);
  }

  @Override
  public List<Role> roles() {
    Space heard = Space.box(0, 1, GOALS);
    return List.of(
        new Role("speaker", false, Space.box(0, 1, GOALS), Space.symbol(GOALS)),
        new Role(
            "listener",
            false,
            Space.dictionary("place", Space.box(0, 1, CELLS))
                .and("heard", hears ? heard.said() : heard),
            Space.discrete("left", "stay", "right")));
  }

  /** Knowing the goal from the start, every second step less costs nothing. */
  @Override
  public Anchors anchors(Samples samples) {
    double optimum = -2 * 2.0 / 3;
    return new Anchors(Double.NaN, 2 * BLIND, 2 * BLIND, optimum);
  }

  @Override
  public int topics() {
    return GOALS;
  }

  @Override
  public OptionalInt longest() {
    return OptionalInt.of(STEPS);
  }

  @Override
  public Episodes open(Samples samples, int batch, Streams streams) {
    return new Walks(this, batch, streams.stream("goals"));
  }

  private static final class Walks implements Episodes {

    private final Line rules;
    private final RandomStream stream;
    private final int[] goals;
    private final int[] places;
    private final int[] heard;
    private int steps;

    Walks(Line rules, int batch, RandomStream stream) {
      this.rules = rules;
      this.stream = stream;
      goals = new int[batch];
      places = new int[batch];
      heard = new int[batch];
    }

    @Override
    public int batch() {
      return goals.length;
    }

    @Override
    public void reset() {
      for (int e = 0; e < goals.length; e++) {
        goals[e] = stream.nextInt(GOALS);
      }
      Arrays.fill(places, 2);
      Arrays.fill(heard, -1);
      steps = 0;
    }

    @Override
    public int signal(int episode) {
      return -1;
    }

    @Override
    public int topic(int episode) {
      return goals[episode];
    }

    @Override
    public void observe(int agent, float[] into) {
      Arrays.fill(into, 0);
      for (int e = 0; e < goals.length; e++) {
        if (agent == 0) {
          into[e * GOALS + goals[e]] = 1;
        } else {
          into[e * (CELLS + GOALS) + places[e]] = 1;
          if (rules.hears && heard[e] >= 0) {
            into[e * (CELLS + GOALS) + CELLS + heard[e]] = 1;
          }
        }
      }
    }

    @Override
    public boolean open(int agent, int which, int option, int episode) {
      int to = places[episode] + option - 1;
      return agent == 0 || !rules.walled || (to >= 0 && to < CELLS);
    }

    @Override
    public void step(Actions actions) {
      for (int e = 0; e < goals.length; e++) {
        int to = places[e] + actions.choice(1)[e] - 1;
        if (rules.walled && (to < 0 || to >= CELLS)) {
          throw new AssertionError("a closed choice was taken");
        }
        places[e] = Math.max(0, Math.min(CELLS - 1, to));
        heard[e] = actions.choice(0)[e];
      }
      steps++;
    }

    @Override
    public double reward(int agent, int episode) {
      return -Math.abs(places[episode] - 2 * goals[episode]);
    }

    @Override
    public boolean over(int episode) {
      return steps >= STEPS;
    }

    @Override
    public boolean truncated(int episode) {
      return over(episode) && !rules.ends;
    }

    @Override
    public void keep(State state) {
      state.stream("goals", stream);
    }
  }
}
