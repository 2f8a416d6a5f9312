package dev.parley.agent.ppo;

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
 * @param features how many numbers it sees
 * @param heads what its policy chooses
 * @param said what it says, whether its policy chooses it or not
 * @param deed the choice that is recorded as its action; -1 for none
 */
record Seat(int agent, String name, int features, List<Head> heads, List<Head> said, int deed) {

  /**
   * One choice of an action.
   *
   * @param which its number among the agent's choices
   * @param options how many there are to choose from
   * @param isSaid whether it is said rather than done
   */
  record Head(int which, int options, boolean isSaid) {}

  static List<Seat> of(Ppo plan) {
    List<Role> roles = plan.setup().environment().roles();
    List<Seat> seats = new ArrayList<>();
    for (int agent = 0; agent < roles.size(); agent++) {
      seats.add(of(roles.get(agent), agent, plan.speech() == Speech.OPEN));
    }
    return seats;
  }

  private static Seat of(Role role, int agent, boolean open) {
    List<Head> all = new ArrayList<>();
    for (Space.Leaf leaf : role.action().leaves()) {
      if (leaf.space() instanceof Discrete choice) {
        all.add(new Head(all.size(), choice.count(), choice.isSaid()));
      }
    }
    List<Head> said = all.stream().filter(Head::isSaid).toList();
    int deed = all.stream().filter(h -> !h.isSaid()).mapToInt(Head::which).max().orElse(-1);
    List<Head> heads = open ? all : all.stream().filter(h -> !h.isSaid()).toList();
    return new Seat(agent, role.name(), role.features(), List.copyOf(heads), said, deed);
  }

  /** Columns of what a net reads: one of zeros for an agent that sees nothing. */
  int inputs() {
    return Math.max(1, features);
  }
}
