package dev.parley.agent.q;

import dev.parley.error.PlanException;
import dev.parley.error.Problem;
import dev.parley.random.RandomStream;
import dev.parley.state.State;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The last so many episodes, of which some are drawn to learn from, uniformly and with return. */
final class Memory {

  /** The most room that it takes, in bytes: all is there from the start, and every place an int. */
  private static final long MOST = 2_000_000_000;

  private final Trail remembered;
  private final Trail drawn;
  private final RandomStream stream;
  private long taken;

  Memory(QLearning plan, Team team, RandomStream stream) {
    tooLarge(plan, team.wirings())
        .ifPresent(
            problem -> {
              throw new PlanException(List.of(problem));
            });
    remembered = new Trail(team.wirings(), plan.replay(), plan.steps());
    drawn = new Trail(team.wirings(), plan.setup().batch(), plan.steps());
    this.stream = stream;
  }

  /** What is said of a plan that asks for more room than there is. */
  static Optional<Problem> tooLarge(QLearning plan, List<Wiring> wirings) {
    long moments = plan.steps() + 1L;
    long each = wirings.stream().mapToLong(wiring -> Track.bytes(wiring, moments)).sum();
    long most = MOST / Math.max(1, each);
    if (plan.replay() <= most) {
      return Optional.empty();
    }
    String room = String.format(Locale.ROOT, "%.1f GB", (double) each * plan.replay() / 1e9);
    return Optional.of(
        Problem.with("replay")
            .got(plan.replay())
            .allowed("at most " + most + " episodes of this game, which take 2 GB")
            .hint("so many take " + room + "; a shorter horizon takes less"));
  }

  /** Takes new episodes in the place of the oldest. */
  void take(Trail trail) {
    for (int e = 0; e < trail.episodes(); e++) {
      remembered.copy(trail, e, (int) (taken % remembered.episodes()));
      taken++;
    }
  }

  private int count() {
    return (int) Math.min(taken, remembered.episodes());
  }

  /** Draws a batch. */
  Trail draw() {
    for (int e = 0; e < drawn.episodes(); e++) {
      drawn.copy(remembered, stream.nextInt(count()), e);
    }
    return drawn;
  }

  void keep(State state) {
    state.stream("draws", stream);
    taken = state.number("taken", taken, 0, State.MOST);
    remembered.keep(state, count());
  }
}
