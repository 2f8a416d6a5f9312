package dev.parley.env.grid;

import dev.parley.env.Actions;
import dev.parley.env.Episodes;
import dev.parley.random.RandomStream;
import dev.parley.random.Streams;
import dev.parley.state.State;
import java.util.Arrays;

/** Episodes of predators and a prey. */
final class PredatorEpisodes implements Episodes {

  /** What a step away from the prey earns. */
  static final double STEP = -0.05;

  private static final int UP = 0;
  private static final int RIGHT = 1;
  private static final int DOWN = 2;
  private static final int LEFT = 3;

  private final int size;
  private final int predators;
  private final int vision;
  private final int limit;
  private final Catch reward;
  private final RandomStream stream;

  /** All cells, in order between draws. */
  private final int[] cells;

  private final int[] swapped;

  /** [batch, predators] */
  private final int[] rows;

  private final int[] columns;
  private final double[] rewards;

  /** [batch] */
  private final int[] preyRow;

  private final int[] preyColumn;

  /** How many are on the prey: [batch]. */
  private final int[] there;

  /** Steps that an episode has taken: [batch]. */
  private final int[] steps;

  private final boolean[] over;

  PredatorEpisodes(PredatorPrey game, int batch, Streams streams) {
    size = game.size();
    predators = game.predators();
    vision = game.vision();
    limit = game.steps();
    reward = game.reward();
    stream = streams.stream("places");
    cells = new int[size * size];
    Arrays.setAll(cells, i -> i);
    swapped = new int[predators + 1];
    rows = new int[batch * predators];
    columns = new int[batch * predators];
    rewards = new double[batch * predators];
    preyRow = new int[batch];
    preyColumn = new int[batch];
    there = new int[batch];
    steps = new int[batch];
    over = new boolean[batch];
    Arrays.fill(over, true);
  }

  @Override
  public int batch() {
    return over.length;
  }

  @Override
  public void reset() {
    for (int e = 0; e < over.length; e++) {
      scatter(e);
    }
    Arrays.fill(rewards, 0);
    Arrays.fill(there, 0);
    Arrays.fill(steps, 0);
    Arrays.fill(over, false);
  }

  /** Different cells: the beginning of a shuffle, which is then taken back. */
  private void scatter(int e) {
    for (int k = 0; k <= predators; k++) {
      swapped[k] = k + stream.nextInt(cells.length - k);
      swap(k, swapped[k]);
      if (k < predators) {
        place(e, k, cells[k] / size, cells[k] % size);
      } else {
        placePrey(e, cells[k] / size, cells[k] % size);
      }
    }
    for (int k = predators; k >= 0; k--) {
      swap(k, swapped[k]);
    }
  }

  private void swap(int i, int j) {
    int kept = cells[i];
    cells[i] = cells[j];
    cells[j] = kept;
  }

  /** Puts a predator on a cell. */
  void place(int e, int predator, int row, int column) {
    rows[e * predators + predator] = row;
    columns[e * predators + predator] = column;
  }

  /** Puts the prey on a cell. */
  void placePrey(int e, int row, int column) {
    preyRow[e] = row;
    preyColumn[e] = column;
  }

  @Override
  public int signal(int episode) {
    return -1;
  }

  private boolean onPrey(int e, int predator) {
    int at = e * predators + predator;
    return rows[at] == preyRow[e] && columns[at] == preyColumn[e];
  }

  @Override
  public void observe(int agent, float[] into) {
    int across = 2 * vision + 1;
    int kinds = size * size + 4;
    Arrays.fill(into, 0, over.length * across * across * kinds, 0);
    int at = 0;
    for (int e = 0; e < over.length; e++) {
      int row = rows[e * predators + agent] - vision;
      int column = columns[e * predators + agent] - vision;
      for (int y = row; y < row + across; y++) {
        for (int x = column; x < column + across; x++) {
          boolean inside = y >= 0 && y < size && x >= 0 && x < size;
          into[at + (inside ? y * size + x : size * size + 1)] = 1;
          at += kinds;
        }
      }
      int patch = at - across * across * kinds;
      count(into, patch, preyRow[e] - row, preyColumn[e] - column, kinds - 2);
      for (int other = e * predators; other < (e + 1) * predators; other++) {
        count(into, patch, rows[other] - row, columns[other] - column, kinds - 1);
      }
    }
  }

  /** One more in a cell of what is seen, if it is seen. */
  private void count(float[] into, int patch, int y, int x, int kind) {
    int across = 2 * vision + 1;
    if (y >= 0 && y < across && x >= 0 && x < across) {
      into[patch + (y * across + x) * (size * size + 4) + kind]++;
    }
  }

  @Override
  public void step(Actions actions) {
    for (int predator = 0; predator < predators; predator++) {
      int[] moves = actions.choice(predator);
      for (int e = 0; e < over.length; e++) {
        if (!over[e] && !onPrey(e, predator)) {
          move(e * predators + predator, moves[e]);
        }
      }
    }
    for (int e = 0; e < over.length; e++) {
      earn(e);
    }
  }

  private void move(int at, int move) {
    if (move == UP) {
      rows[at] = Math.max(0, rows[at] - 1);
    } else if (move == RIGHT) {
      columns[at] = Math.min(size - 1, columns[at] + 1);
    } else if (move == DOWN) {
      rows[at] = Math.min(size - 1, rows[at] + 1);
    } else if (move == LEFT) {
      columns[at] = Math.max(0, columns[at] - 1);
    }
  }

  private void earn(int e) {
    if (over[e]) {
      Arrays.fill(rewards, e * predators, (e + 1) * predators, 0);
      return;
    }
    there[e] = 0;
    for (int predator = 0; predator < predators; predator++) {
      there[e] += onPrey(e, predator) ? 1 : 0;
    }
    for (int predator = 0; predator < predators; predator++) {
      rewards[e * predators + predator] = onPrey(e, predator) ? reward.earned(there[e]) : STEP;
    }
    steps[e]++;
    over[e] = steps[e] >= limit || ended(e);
  }

  /** Whether the rules end it. */
  private boolean ended(int e) {
    return reward == Catch.MIXED && there[e] == predators;
  }

  @Override
  public double reward(int agent, int episode) {
    return rewards[episode * predators + agent];
  }

  @Override
  public boolean over(int episode) {
    return over[episode];
  }

  @Override
  public boolean truncated(int episode) {
    return over[episode] && !ended(episode);
  }

  @Override
  public double success(int episode) {
    if (reward == Catch.COMPETITIVE) {
      return Double.NaN;
    }
    return there[episode] == predators ? 1 : 0;
  }

  @Override
  public void keep(State state) {
    state.stream("places", stream);
  }
}
