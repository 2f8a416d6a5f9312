package dev.parley.agent.q;

import dev.parley.train.Setting;
import dev.parley.train.Spoken;

/**
 * ε by round: from start to end in a straight line, and then the end for good.
 *
 * @param start in the first round, 0 to 1
 * @param end after so many rounds, 0 to 1
 * @param rounds how many, 1 or more; no effect if start and end are the same
 */
public record Exploration(double start, double end, int rounds) implements Spoken {

  /** Checks every value. */
  public Exploration {
    Setting.between("epsilon start", start, 0, 1);
    Setting.between("epsilon end", end, 0, 1);
    Setting.atLeast("epsilon rounds", rounds, 1, "rounds from start to end");
    start = start + 0.0; // -0 becomes 0, which it is equal to
    end = end + 0.0;
  }

  /** The same in every round. */
  public static Exploration constant(double epsilon) {
    return new Exploration(epsilon, epsilon, 1);
  }

  /** ε in a round, counted from 0. */
  public double at(int round) {
    double share = Math.min(1, (double) round / rounds);
    return start + share * (end - start);
  }

  @Override
  public String call(String name) {
    return start == end && rounds == 1
        ? name + "(" + start + ")"
        : name + "(" + start + ", " + end + ", " + rounds + ")";
  }
}
