package dev.parley.env.grid;

import dev.parley.datasets.Samples;
import dev.parley.env.Anchors;
import dev.parley.env.Environment;
import dev.parley.env.Episodes;
import dev.parley.env.Role;
import dev.parley.env.Space;
import dev.parley.error.Problem;
import dev.parley.error.SettingException;
import dev.parley.random.Streams;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * Cars that pass through a junction and see little of each other (Sukhbaatar, Szlam and Fergus,
 * 2016, "Learning Multiagent Communication with Backpropagation"; in the form of Singh, Jain and
 * Sukhbaatar, 2019, "Learning when to Communicate at Scale in Multiagent Cooperative and
 * Competitive Tasks", by the rules of the released code). Routes, rates and lengths are not those
 * of the former: figures of the two cannot be compared.
 *
 * <p>In each step every car on the road drives one cell along its route, or brakes; who drives past
 * the end of it is gone. Then, at each arrival in turn, a car comes with probability {@code rate}
 * if there is one that is not on the road: any of these, on any of the routes from there. A car on
 * the road earns {@code -0.01} times the steps that it has been there, and -10 if another is on its
 * cell; crashes stop nobody. An episode is always cut after so many steps. It is a {@linkplain
 * Episodes#success success} if there was no crash in it.
 *
 * <p>A car on the road sees whether it braked last (1) or not (0), its route from 0 to 1, and the
 * cells around it, [2 vision + 1, 2 vision + 1, base + 3], row-major, with a base of 12, 56 or 144.
 * A cell is one-hot its number, or {@code base} where there is no road; besides, it has how many
 * cars are there at base + 2. With vision 0 and 1 that is 17 and 137, 61 and 533, 149 and 1,325
 * numbers. As in the released code, there are 14 numbers for a base of 12: the last cell but one of
 * the easy game's downward road looks like no road. Who is not on the road sees zeros.
 *
 * <p>Only cars on the road act. While there is none, all take part and have nothing to choose, so
 * that time goes on. What differs from the released code: a car that comes has not braked, whatever
 * the one did that was in its place before; and who comes when, and goes where, is drawn before the
 * episode begins, so that it does not hang on what cars do.
 *
 * @param level how large it is
 * @param cars how many can be on the road, 1 to 1,000
 * @param steps of an episode, 1 to 10,000
 * @param vision how many cells a car sees each way, 0 to the size - 1
 * @param rate probability that a car comes at an arrival in a step, above 0, at most 1
 * @param firstRate the same in the first batches, at most {@code rate}
 * @param from the batch of episodes, counted from 0, at which the rate begins to rise
 * @param until the batch from which on it is {@code rate}, later than {@code from}; 0, as {@code
 *     from}, if it does not rise
 */
public record TrafficJunction(
    Junction level,
    int cars,
    int steps,
    int vision,
    double rate,
    double firstRate,
    int from,
    int until)
    implements Environment {

  private static final int MOST_CARS = 1000;
  private static final int LONGEST = 10_000;

  /** Rates in a curriculum are whole hundredths, rounded down; this far below counts as whole. */
  private static final double NEARLY = 1e-9;

  /** Checks the settings. */
  public TrafficJunction {
    Objects.requireNonNull(level, "level");
    Range.check("cars", cars, 1, MOST_CARS);
    Range.check("steps", steps, 1, LONGEST);
    Range.check("vision", vision, 0, level.size() - 1);
    if (!(rate > 0 && rate <= 1)) {
      throw wrong("rate", rate, "above 0, at most 1");
    }
    if (!(firstRate > 0 && firstRate <= rate)) {
      throw wrong("firstRate", firstRate, "above 0, at most the rate of " + rate);
    }
    if (from < 0) {
      throw wrong("from", from, "0 or more");
    }
    if (until <= from && until != 0) {
      throw wrong("until", until, "later than from, " + from);
    }
    if (until == 0 && (from != 0 || firstRate != rate)) {
      throw wrong("until", until, "1 or more, and later than from, for a rate that rises");
    }
  }

  /** Five cars at most on 7 x 7 cells; 20 steps, rate 0.3. */
  public static TrafficJunction easy() {
    return standard(Junction.EASY);
  }

  /** Ten cars at most on 14 x 14 cells; 40 steps, rate 0.2. */
  public static TrafficJunction medium() {
    return standard(Junction.MEDIUM);
  }

  /** Twenty cars at most on 18 x 18 cells; 80 steps, rate 0.05. */
  public static TrafficJunction hard() {
    return standard(Junction.HARD);
  }

  private static TrafficJunction standard(Junction level) {
    return switch (level) {
      case EASY -> new TrafficJunction(level, 5, 20, 0, 0.3, 0.3, 0, 0);
      case MEDIUM -> new TrafficJunction(level, 10, 40, 0, 0.2, 0.2, 0, 0);
      case HARD -> new TrafficJunction(level, 20, 80, 0, 0.05, 0.05, 0, 0);
    };
  }

  /** The same with more or fewer cars. */
  public TrafficJunction cars(int most) {
    return new TrafficJunction(level, most, steps, vision, rate, firstRate, from, until);
  }

  /** The same with longer or shorter episodes. */
  public TrafficJunction steps(int count) {
    return new TrafficJunction(level, cars, count, vision, rate, firstRate, from, until);
  }

  /** The same for cars that see more or less. */
  public TrafficJunction vision(int cells) {
    return new TrafficJunction(level, cars, steps, cells, rate, firstRate, from, until);
  }

  /** The same with this rate in all episodes. */
  public TrafficJunction rate(double always) {
    return new TrafficJunction(level, cars, steps, vision, always, always, 0, 0);
  }

  /**
   * The same with a rate that rises to that of this game, linearly from batch to batch of episodes
   * and rounded down to hundredths. Whoever opens episodes anew begins with the first batch:
   * evaluate on a game of one {@link #rate(double)}.
   *
   * @param least the rate of the first batches; in the paper 0.1, 0.05 and 0.02
   * @param start the batch at which it begins to rise
   * @param end the batch from which on it is that of this game
   */
  public TrafficJunction curriculum(double least, int start, int end) {
    return new TrafficJunction(level, cars, steps, vision, rate, least, start, end);
  }

  /** The rate in a batch of episodes, counted from 0. */
  public double rateIn(long batch) {
    if (batch >= until) {
      return rate;
    }
    if (batch < from) {
      return firstRate;
    }
    double exact = firstRate + (rate - firstRate) * (batch - from) / (until - from);
    return Math.max(firstRate, Math.floor(100 * exact + NEARLY) / 100);
  }

  @Override
  public List<Role> roles() {
    int seen = 2 * vision + 1;
    Space sees =
        Space.dictionary("braked", Space.box(0, 1, 1))
            .and("route", Space.box(0, 1, 1))
            .and("around", Space.box(0, cars, seen, seen, level.kinds()));
    Space does = Space.discrete("gas", "brake");
    return IntStream.range(0, cars).mapToObj(i -> new Role("car_" + i, false, sees, does)).toList();
  }

  @Override
  public OptionalInt longest() {
    return OptionalInt.of(steps);
  }

  /** Nobody knows them. */
  @Override
  public Anchors anchors(Samples samples) {
    return Anchors.unknown();
  }

  @Override
  public Episodes open(Samples samples, int batch, Streams streams) {
    return new TrafficEpisodes(this, batch, streams);
  }

  @Override
  public String toString() {
    TrafficJunction plain = standard(level);
    String name =
        switch (level) {
          case EASY -> "easy";
          case MEDIUM -> "medium";
          case HARD -> "hard";
        };
    return "TrafficJunction."
        + name
        + "()"
        + (cars == plain.cars ? "" : ".cars(" + cars + ")")
        + (steps == plain.steps ? "" : ".steps(" + steps + ")")
        + (vision == plain.vision ? "" : ".vision(" + vision + ")")
        + (rate == plain.rate ? "" : ".rate(" + rate + ")")
        + (until == 0 ? "" : ".curriculum(" + firstRate + ", " + from + ", " + until + ")");
  }

  private static SettingException wrong(String setting, Object got, String allowed) {
    return new SettingException(Problem.with(setting).got(got).allowed(allowed));
  }
}
