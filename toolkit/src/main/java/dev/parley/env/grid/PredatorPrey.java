package dev.parley.env.grid;

import dev.parley.datasets.Samples;
import dev.parley.env.Anchors;
import dev.parley.env.Environment;
import dev.parley.env.Episodes;
import dev.parley.env.Role;
import dev.parley.env.Space;
import dev.parley.random.Streams;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Predators look for a prey that does not move, on a square grid (Singh, Jain and Sukhbaatar, 2019,
 * "Learning when to Communicate at Scale in Multiagent Cooperative and Competitive Tasks"; the
 * rules of the released code). All begin on cells of their own, drawn uniformly. A predator moves
 * by one cell or stays, and stays where it is at the edge; several can be in a cell. Who comes to
 * the prey is held there.
 *
 * <p>In each step a predator that is not on the prey earns -0.05, and one that is there what {@link
 * Catch} tells. If that is {@link Catch#MIXED}, the episode ends when all are there; else it goes
 * on to the limit of steps, which is a cut, not an end.
 *
 * <p>A predator sees the cells around it, [2 vision + 1, 2 vision + 1, size² + 4], row-major. A
 * cell is one-hot its number, or size² + 1 outside of the grid; besides, it has how many preys are
 * there at size² + 2, and how many predators at size² + 3, the one that looks among them. That is
 * 29, 936 and 3,636 numbers in the three standard games.
 *
 * <p>An episode is a {@linkplain Episodes#success success} if all predators are on the prey when it
 * is over; nobody asks this of {@link Catch#COMPETITIVE}.
 *
 * @param size of the grid, 2 to 50 cells each way
 * @param predators how many, from 1 on; each needs a cell of its own, and so does the prey
 * @param vision how many cells it sees each way, 0 to size - 1
 * @param steps of an episode at most, 1 to 1,000
 * @param reward what a predator on the prey earns
 */
public record PredatorPrey(int size, int predators, int vision, int steps, Catch reward)
    implements Environment {

  private static final int LARGEST = 50;
  private static final int LONGEST = 1000;

  /** Checks the settings. */
  public PredatorPrey {
    Range.check("size", size, 2, LARGEST);
    Range.check("predators", predators, 1, size * size - 1);
    Range.check("vision", vision, 0, size - 1);
    Range.check("steps", steps, 1, LONGEST);
    Objects.requireNonNull(reward, "reward");
  }

  /** Three predators on 5 x 5 cells who see only where they are; 20 steps. */
  public static PredatorPrey easy() {
    return of(5, 3, 0, 20);
  }

  /** Five predators on 10 x 10 cells who see one cell around them; 40 steps. */
  public static PredatorPrey medium() {
    return of(10, 5, 1, 40);
  }

  /** Ten predators on 20 x 20 cells who see one cell around them; 80 steps. */
  public static PredatorPrey hard() {
    return of(20, 10, 1, 80);
  }

  /** A game of other sizes, with mixed rewards. */
  public static PredatorPrey of(int size, int predators, int vision, int steps) {
    return new PredatorPrey(size, predators, vision, steps, Catch.MIXED);
  }

  /** The same with other rewards for who is on the prey. */
  public PredatorPrey reward(Catch other) {
    return new PredatorPrey(size, predators, vision, steps, other);
  }

  @Override
  public List<Role> roles() {
    int seen = 2 * vision + 1;
    Space sees = Space.box(0, predators, seen, seen, size * size + 4);
    Space does = Space.discrete("up", "right", "down", "left", "stay");
    return IntStream.range(0, predators)
        .mapToObj(i -> new Role("predator_" + i, false, sees, does))
        .toList();
  }

  @Override
  public OptionalInt longest() {
    return OptionalInt.of(steps);
  }

  /**
   * Joint rewards if they are mixed: exact for uniform play, constants, and predators that know
   * where the prey is. The best that they can do without communication is not known: NaN. Of other
   * rewards nothing is known.
   */
  @Override
  public Anchors anchors(Samples samples) {
    return reward == Catch.MIXED ? Hunts.anchors(this) : Anchors.unknown();
  }

  @Override
  public Episodes open(Samples samples, int batch, Streams streams) {
    return new PredatorEpisodes(this, batch, streams);
  }

  @Override
  public String toString() {
    return "PredatorPrey."
        + named()
        + (reward == Catch.MIXED ? "" : ".reward(Catch." + reward + ")");
  }

  private String named() {
    PredatorPrey mixed = reward(Catch.MIXED);
    if (mixed.equals(easy())) {
      return "easy()";
    }
    if (mixed.equals(medium())) {
      return "medium()";
    }
    return mixed.equals(hard())
        ? "hard()"
        : "of(" + size + ", " + predators + ", " + vision + ", " + steps + ")";
  }
}
