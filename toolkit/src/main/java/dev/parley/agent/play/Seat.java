package dev.parley.agent.play;

import dev.parley.datasets.Samples;
import dev.parley.env.Discrete;
import dev.parley.env.Role;
import dev.parley.env.Space;
import java.util.ArrayList;
import java.util.List;

/**
 * What one agent sees and chooses, in the numbers of the engine.
 *
 * @param agent its number in the game
 * @param name its name
 * @param features how many numbers it sees besides a signal
 * @param pixels of the signal that it sees; 0 for none
 * @param classes of the label that it is told; 0 for none
 * @param heard which of them are what others say
 * @param heads what its policy chooses
 * @param said what it says, whether its policy chooses it or not
 * @param deed the choice that is recorded as its action; -1 for none
 */
public record Seat(
    int agent,
    String name,
    int features,
    int pixels,
    int classes,
    List<Part> heard,
    List<Head> heads,
    List<Head> said,
    int deed) {

  /**
   * Numbers that stand side by side in what an agent sees.
   *
   * @param from the place of the first
   * @param width how many
   */
  public record Part(int from, int width) {}

  /**
   * One choice of an action.
   *
   * @param which its number among the agent's choices
   * @param options how many there are to choose from
   * @param isSaid whether it is said rather than done
   */
  public record Head(int which, int options, boolean isSaid) {}

  /** Copies the lists. */
  public Seat {
    heard = List.copyOf(heard);
    heads = List.copyOf(heads);
    said = List.copyOf(said);
  }

  /**
   * The seats of a game, in the order of its roles, as they are before its signals are known.
   *
   * @param speech whether what is said is chosen at all
   */
  public static List<Seat> of(List<Role> roles, Speech speech) {
    return of(roles, speech, 0, 0);
  }

  /**
   * The seats of a game, in the order of its roles.
   *
   * @param speech whether what is said is chosen at all
   * @param samples where its signals come from
   */
  public static List<Seat> of(List<Role> roles, Speech speech, Samples samples) {
    return of(roles, speech, samples.size(), samples.classes());
  }

  private static List<Seat> of(List<Role> roles, Speech speech, int pixels, int classes) {
    List<Seat> seats = new ArrayList<>();
    for (int agent = 0; agent < roles.size(); agent++) {
      Role role = roles.get(agent);
      seats.add(
          of(
              role,
              agent,
              speech == Speech.OPEN,
              role.seesSignal() ? pixels : 0,
              role.seesLabel() ? classes : 0));
    }
    return seats;
  }

  private static Seat of(Role role, int agent, boolean open, int pixels, int classes) {
    List<Head> all = new ArrayList<>();
    for (Space.Leaf leaf : role.action().leaves()) {
      if (leaf.space() instanceof Discrete choice) {
        all.add(new Head(all.size(), choice.count(), choice.isSaid()));
      }
    }
    List<Head> said = all.stream().filter(Head::isSaid).toList();
    int deed = all.stream().filter(h -> !h.isSaid()).mapToInt(Head::which).max().orElse(-1);
    List<Head> heads = open ? all : all.stream().filter(h -> !h.isSaid()).toList();
    return new Seat(
        agent, role.name(), role.features(), pixels, classes, heard(role), heads, said, deed);
  }

  private static List<Part> heard(Role role) {
    List<Part> parts = new ArrayList<>();
    int from = 0;
    for (Space.Leaf leaf : role.observation().leaves()) {
      if (leaf.isSaid()) {
        parts.add(new Part(from, leaf.space().width()));
      }
      from += leaf.space().width();
    }
    return parts;
  }

  /**
   * Columns of what a net reads: numbers, pixels, the label one-hot; one of zeros for an agent that
   * sees nothing.
   */
  public int inputs() {
    return Math.max(1, features + pixels + classes);
  }
}
