package dev.parley.env.mpe;

import dev.parley.env.Actions;
import dev.parley.env.Episodes;
import dev.parley.env.Role;
import dev.parley.random.RandomStream;
import dev.parley.random.Streams;
import dev.parley.state.State;
import java.util.Arrays;
import java.util.List;

/**
 * A batch of particle worlds with three landmarks and two agents, either of whom may move, speak,
 * or both. What is said in a step is seen after it, and acted on in the next.
 */
abstract class ParticleEpisodes implements Episodes {

  /** Landmarks of a world. */
  static final int LANDMARKS = 3;

  /** Numbers of a continuous move: nothing, left, right, down, up. */
  static final int MOVE = 5;

  private static final int AGENTS = 2;
  private static final double SENSITIVITY = 5;

  /** The bodies. */
  final Particles bodies;

  /** The landmark that an agent knows to be the goal of the other: [agents][batch]. */
  final int[][] goals = new int[AGENTS][];

  /** What an agent said last: [agents][batch, vocabulary]. */
  final double[][] said;

  private final int batch;
  private final int vocabulary;
  private final int cycles;
  private final boolean continuous;
  private final double[] row;
  private final double[] earned = new double[AGENTS];
  private final double[][] rewards;
  private final RandomStream stream;
  private int steps;

  ParticleEpisodes(
      List<Role> roles, int vocabulary, ParticleSettings set, int batch, Streams streams) {
    this.batch = batch;
    this.vocabulary = vocabulary;
    this.cycles = set.cycles();
    this.continuous = set.continuous();
    bodies = new Particles(AGENTS, LANDMARKS, batch, set.physics());
    said = new double[AGENTS][batch * vocabulary];
    rewards = new double[AGENTS][batch];
    row = new double[roles.stream().mapToInt(Role::features).max().orElseThrow()];
    Arrays.setAll(goals, agent -> new int[batch]);
    stream = streams.stream("worlds");
    steps = cycles;
  }

  /** Whether the agent knows a goal. */
  abstract boolean instructs(int agent);

  /** Whether the agent moves. */
  abstract boolean moves(int agent);

  /** Whether the agent speaks. */
  abstract boolean speaks(int agent);

  /** Writes what an agent sees, and returns how many numbers that is. */
  abstract int see(int agent, int world, double[] into);

  /** What each agent earns in a world as it stands. */
  abstract void earn(int world, double[] into);

  @Override
  public int batch() {
    return batch;
  }

  @Override
  public void reset() {
    for (int world = 0; world < batch; world++) {
      for (int agent = 0; agent < AGENTS; agent++) {
        if (instructs(agent)) {
          goals[agent][world] = stream.nextInt(LANDMARKS);
        }
      }
      bodies.scatter(world, stream);
    }
    begin();
  }

  /** The worlds are set up: nothing has been said, and no step has been taken. */
  void begin() {
    for (double[] words : said) {
      Arrays.fill(words, 0);
    }
    steps = 0;
  }

  @Override
  public int signal(int episode) {
    return -1;
  }

  @Override
  public int topic(int world) {
    int topic = 0;
    for (int agent = 0; agent < AGENTS; agent++) {
      topic = instructs(agent) ? LANDMARKS * topic + goals[agent][world] : topic;
    }
    return topic;
  }

  @Override
  public int speaker(int agent, int world) {
    return speaks(1 - agent) && steps > 0 ? 1 - agent : -1;
  }

  @Override
  public void observe(int agent, float[] into) {
    int to = 0;
    for (int world = 0; world < batch; world++) {
      int width = see(agent, world, row);
      for (int i = 0; i < width; i++) {
        into[to++] = (float) row[i];
      }
    }
  }

  /** Velocity, and where each landmark is from here: 8 numbers. */
  final int seeWorld(int agent, int world, double[] into) {
    into[0] = bodies.vx[agent][world];
    into[1] = bodies.vy[agent][world];
    for (int landmark = 0; landmark < LANDMARKS; landmark++) {
      into[2 + 2 * landmark] = bodies.landmarkX[landmark][world] - bodies.x[agent][world];
      into[3 + 2 * landmark] = bodies.landmarkY[landmark][world] - bodies.y[agent][world];
    }
    return 2 + 2 * LANDMARKS;
  }

  /** What the other said, from a place on. */
  final int hear(int agent, int world, double[] into, int at) {
    System.arraycopy(said[1 - agent], world * vocabulary, into, at, vocabulary);
    return at + vocabulary;
  }

  /** The colour of the goal that an agent knows, from a place on. */
  final int seeGoal(int agent, int world, double[] into, int at, double own, double others) {
    for (int colour = 0; colour < LANDMARKS; colour++) {
      into[at + colour] = goals[agent][world] == colour ? own : others;
    }
    return at + LANDMARKS;
  }

  @Override
  public void step(Actions actions) {
    if (steps >= cycles) {
      return;
    }
    for (int agent = 0; agent < AGENTS; agent++) {
      if (moves(agent)) {
        push(agent, actions);
      }
      if (speaks(agent)) {
        speak(agent, actions);
      }
    }
    for (int world = 0; world < batch; world++) {
      earn(world, earned);
      for (int agent = 0; agent < AGENTS; agent++) {
        rewards[agent][world] = earned[agent];
      }
    }
    steps++;
  }

  private void push(int agent, Actions actions) {
    if (continuous) {
      float[] numbers = actions.numbers(agent);
      int width = numbers.length / batch;
      for (int world = 0; world < batch; world++) {
        int at = world * width;
        double right = (double) numbers[at + 2] - numbers[at + 1];
        double up = (double) numbers[at + 4] - numbers[at + 3];
        bodies.push(agent, world, SENSITIVITY * right, SENSITIVITY * up);
      }
    } else {
      int[] choices = actions.choice(agent, 0);
      for (int world = 0; world < batch; world++) {
        int choice = choices[world];
        double right = choice == 1 ? -SENSITIVITY : choice == 2 ? SENSITIVITY : 0;
        double up = choice == 3 ? -SENSITIVITY : choice == 4 ? SENSITIVITY : 0;
        bodies.push(agent, world, right, up);
      }
    }
  }

  private void speak(int agent, Actions actions) {
    double[] words = said[agent];
    if (continuous) {
      float[] numbers = actions.numbers(agent);
      int width = numbers.length / batch;
      for (int world = 0; world < batch; world++) {
        for (int word = 0; word < vocabulary; word++) {
          words[world * vocabulary + word] = numbers[(world + 1) * width - vocabulary + word];
        }
      }
    } else {
      int[] choices = actions.choice(agent, moves(agent) ? 1 : 0);
      for (int world = 0; world < batch; world++) {
        for (int word = 0; word < vocabulary; word++) {
          words[world * vocabulary + word] = choices[world] == word ? 1 : 0;
        }
      }
    }
  }

  @Override
  public double reward(int agent, int episode) {
    return rewards[agent][episode];
  }

  @Override
  public boolean over(int episode) {
    return steps >= cycles;
  }

  /** The limit of steps is the only end. */
  @Override
  public boolean truncated(int episode) {
    return steps >= cycles;
  }

  @Override
  public void keep(State state) {
    state.stream("worlds", stream);
  }
}
