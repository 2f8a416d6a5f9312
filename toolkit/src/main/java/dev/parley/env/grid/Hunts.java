package dev.parley.env.grid;

import dev.parley.env.Anchors;
import java.util.Arrays;

/**
 * What predators earn who do not look at each other, with mixed rewards: each goes its own way from
 * its cell to the prey, and its return is -0.05 for each step at whose end it is not there. A
 * predator and the prey are on any two cells with the same probability.
 */
final class Hunts {

  private final int size;
  private final int steps;

  private Hunts(PredatorPrey game) {
    size = game.size();
    steps = game.steps();
  }

  static Anchors anchors(PredatorPrey game) {
    Hunts hunts = new Hunts(game);
    double each = PredatorEpisodes.STEP * game.predators();
    return new Anchors(
        each * hunts.uniform(), each * hunts.constant(), Double.NaN, each * hunts.direct());
  }

  private double pairs() {
    double cells = (double) size * size;
    return cells * (cells - 1);
  }

  /** Steps away from the prey, in the mean, of who goes straight to it. */
  private double direct() {
    double sum = 0;
    for (int down = 1 - size; down < size; down++) {
      for (int right = 1 - size; right < size; right++) {
        int distance = Math.abs(down) + Math.abs(right);
        int places = (size - Math.abs(down)) * (size - Math.abs(right));
        sum += distance == 0 ? 0 : (double) places * Math.min(distance - 1, steps);
      }
    }
    return sum / pairs();
  }

  /** The same of who always takes one direction, or stays, which is worse. */
  private double constant() {
    double sum = steps * pairs();
    for (int distance = 1; distance < size; distance++) {
      double places = (double) size * (size - distance);
      sum -= places * (steps - Math.min(distance - 1, steps));
    }
    return sum / pairs();
  }

  /** The same of who takes any of the five choices: how many are still away after each step. */
  private double uniform() {
    double sum = 0;
    double[] now = new double[size * size];
    double[] next = new double[size * size];
    for (int row = 0; 2 * row < size; row++) {
      for (int column = 0; 2 * column < size; column++) {
        sum += mirrors(row) * mirrors(column) * wander(now, next, row * size + column);
      }
    }
    return sum / pairs();
  }

  /** How many rows are that far from one of the two edges. */
  private int mirrors(int row) {
    return 2 * row + 1 == size ? 1 : 2;
  }

  /** Steps away from a prey of all who begin on another cell. */
  private double wander(double[] first, double[] second, int prey) {
    double sum = 0;
    double[] now = first;
    double[] next = second;
    Arrays.fill(now, 1);
    now[prey] = 0;
    for (int step = 0; step < steps; step++) {
      sum += wanderOnce(now, next, prey);
      double[] before = now;
      now = next;
      next = before;
    }
    return sum;
  }

  /** One step of all who are away, and how many are so after it. */
  private double wanderOnce(double[] now, double[] next, int prey) {
    double away = 0;
    for (int row = 0; row < size; row++) {
      for (int column = 0; column < size; column++) {
        int cell = row * size + column;
        double came =
            now[cell]
                + now[row > 0 ? cell - size : cell]
                + now[row < size - 1 ? cell + size : cell]
                + now[column > 0 ? cell - 1 : cell]
                + now[column < size - 1 ? cell + 1 : cell];
        next[cell] = cell == prey ? 0 : came / 5;
        away += next[cell];
      }
    }
    return away;
  }
}
