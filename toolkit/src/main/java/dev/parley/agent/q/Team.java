package dev.parley.agent.q;

import dev.parley.agent.play.Seat;
import dev.parley.random.Streams;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All policies of a game. */
final class Team implements AutoCloseable {

  private final QLearning plan;
  private final List<Wiring> wirings;
  private final List<Group> groups = new ArrayList<>();
  private final @Nullable Group[] of;

  /** The policies of a plan; none for an agent that has nothing to choose. */
  Team(QLearning plan, List<Seat> seats, Streams streams) {
    this.plan = plan;
    wirings = Wiring.of(seats, plan.speech(), plan.channel());
    of = new Group[wirings.size()];
    plan.policies()
        .groups(seats)
        .forEach(
            (name, some) ->
                add(name, some.stream().map(seat -> wirings.get(seat.agent())).toList(), streams));
  }

  /** One agent alone, who plays with others and has a policy of its own. */
  Team(QLearning plan, List<Seat> seats, Seat one, Streams streams) {
    this.plan = plan;
    wirings = Wiring.of(seats, plan.speech(), plan.channel());
    of = new Group[wirings.size()];
    add(one.name(), List.of(wirings.get(one.agent())), streams);
  }

  private void add(String name, List<Wiring> some, Streams streams) {
    Group group = new Group(plan, name, groups.size(), some, streams.child("policy " + name));
    groups.add(group);
    some.forEach(wiring -> of[wiring.seat().agent()] = group);
  }

  QLearning plan() {
    return plan;
  }

  /** Everybody, in the order of the game's roles. */
  List<Wiring> wirings() {
    return wirings;
  }

  List<Group> groups() {
    return groups;
  }

  /** By which policy an agent acts; null for one that has nothing to choose, or does not learn. */
  @Nullable Group of(int agent) {
    return of[agent];
  }

  /** How many agents learn. */
  int learners() {
    return groups.stream().mapToInt(Group::sharers).sum();
  }

  /** What a listener reads for a whole symbol that somebody has said. */
  void vector(Group listener, int ear, int speaker, int symbol, float[] into, int at) {
    Group from = speaker < 0 ? null : of(speaker);
    if (from != null && ear < from.net().lines().size()) {
      from.net().lines().get(ear).vector(symbol, into, at);
    } else {
      plan.channel().vector(symbol, listener.wiring().ears().get(ear).symbols(), into, at);
    }
  }

  @Override
  public void close() {
    groups.forEach(Group::close);
  }
}
