package dev.parley.env.games;

import dev.parley.datasets.Samples;
import dev.parley.env.Anchors;
import dev.parley.env.Dict;
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
 * The riddle of the prisoners and the switch (Foerster et al., 2016, "Learning to Communicate with
 * Deep Multi-Agent Reinforcement Learning"). On each of {@code 4n - 6} days one of {@code n}
 * prisoners, drawn uniformly with replacement, is in a room. It may tell that all have been there:
 * all earn 1 if that is so, -1 if not, and the episode ends. If nobody tells, all earn 0.
 *
 * <p>All agents take part in every day, so that they can count them; those outside have nothing to
 * choose. Who is in the room hears what was said there the day before, and says something for the
 * day after: see {@link Switch}. The last day is an end by the rules, not a limit of steps.
 *
 * @param prisoners how many, 2 to 1,000
 * @param by what they leave behind
 */
public record SwitchRiddle(int prisoners, Switch by) implements Environment {

  private static final int MOST = 1000;

  /** Checks the settings. */
  public SwitchRiddle {
    Objects.requireNonNull(by, "by");
    if (prisoners < 2 || prisoners > MOST) {
      throw new SettingException(
          Problem.with("prisoners").got(prisoners).allowed("2 to " + MOST + " prisoners"));
    }
  }

  /** The riddle with one bit a day. */
  public static SwitchRiddle of(int prisoners) {
    return new SwitchRiddle(prisoners, Switch.MESSAGE);
  }

  /** The same with something else to leave behind, or nothing. */
  public SwitchRiddle by(Switch other) {
    return new SwitchRiddle(prisoners, other);
  }

  /** How many days there are: {@code 4n - 6}. */
  public int days() {
    return 4 * prisoners - 6;
  }

  @Override
  public List<Role> roles() {
    Dict room = Space.dictionary("room", Space.discrete("outside", "inside"));
    Space act = Space.discrete("none", "tell");
    Space seen =
        switch (by) {
          case NONE -> room;
          case MESSAGE -> room.and("heard", Space.discrete("nothing", "0", "1").said());
          case BULB -> room.and("bulb", Space.discrete("dark", "lit"));
        };
    Space does =
        switch (by) {
          case NONE -> act;
          case MESSAGE -> Space.dictionary("act", act).and("say", Space.symbol(2));
          case BULB -> Space.discrete("none", "switch", "tell");
        };
    return IntStream.range(0, prisoners)
        .mapToObj(i -> new Role("prisoner_" + i, false, seen, does))
        .toList();
  }

  /**
   * Joint rewards: {@code n} times those of an agent. The optimum knows who has been there and
   * tells on the last day. Without communication agents remember the days on which they were in the
   * room, as {@link RiddleLimit} tells for up to three prisoners; of more it is not known: NaN.
   */
  @Override
  public Anchors anchors(Samples samples) {
    int days = days();
    double uniform =
        RiddleOdds.telling(1.0 / (by == Switch.BULB ? 3 : 2), prisoners, days) * prisoners;
    double limit =
        prisoners <= RiddleLimit.MOST ? RiddleLimit.of(prisoners, days) * prisoners : Double.NaN;
    return new Anchors(
        uniform,
        RiddleOdds.constant(prisoners, days) * prisoners,
        limit,
        RiddleOdds.allVisited(prisoners, days)[days] * prisoners);
  }

  @Override
  public OptionalInt longest() {
    return OptionalInt.of(days());
  }

  @Override
  public Episodes open(Samples samples, int batch, Streams streams) {
    return new RiddleEpisodes(this, batch, streams);
  }

  @Override
  public String toString() {
    return "SwitchRiddle.of("
        + prisoners
        + ")"
        + (by == Switch.MESSAGE ? "" : ".by(Switch." + by.name() + ")");
  }
}
