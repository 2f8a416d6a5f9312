package dev.parley.agent.q;

import dev.parley.random.RandomStream;
import dev.parley.state.State;

/** The last so many episodes, of which some are drawn to learn from, uniformly and with return. */
final class Memory {

  private final Trail remembered;
  private final Trail drawn;
  private final RandomStream stream;
  private long taken;

  Memory(QLearning plan, Team team, RandomStream stream) {
    remembered = new Trail(team.wirings(), plan.replay(), plan.steps());
    drawn = new Trail(team.wirings(), plan.setup().batch(), plan.steps());
    this.stream = stream;
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
