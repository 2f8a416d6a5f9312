package dev.parley.agent.q;

import dev.parley.agent.channel.Channel;
import dev.parley.agent.play.FrozenPartner;
import dev.parley.agent.play.Hiring;
import dev.parley.agent.play.Players;
import dev.parley.agent.play.Seat;
import dev.parley.agent.play.Table;
import dev.parley.random.Streams;
import dev.parley.train.Trained;
import java.util.ArrayList;
import java.util.List;

/**
 * Partners that have the nets of Q-learning: they play with whole symbols, and while others learn
 * they leave so much to chance as a plan does at its end.
 */
final class Hired implements Hiring, AutoCloseable {

  private final QLearning plan;
  private final Table table;
  private final Streams streams;
  private final List<Unrolled> nets = new ArrayList<>();
  private final List<Team> teams = new ArrayList<>();

  /**
   * Nobody yet.
   *
   * @param streams of the learner: untrained partners begin as the policy would
   */
  Hired(QLearning plan, Table table, Streams streams) {
    this.plan = plan;
    this.table = table;
    this.streams = streams;
  }

  @Override
  public Players untrained(Seat seat, Streams own) {
    return acting(new Team(plan, table.seats(), seat, streams));
  }

  @Override
  public Players frozen(Seat seat, FrozenPartner partner, Streams own) {
    List<Players> hired = new ArrayList<>();
    partner.read(
        seat,
        "QLearning",
        (trained, part) -> {
          Team team = new Team(alike(trained), table.seats(), seat, own);
          hired.add(acting(team));
          trained.learner(state -> team.groups().get(0).read(state.part(part)));
        });
    return hired.get(0);
  }

  /** The plan with nets of the kind that they were there. */
  private QLearning alike(Trained trained) {
    return plan.hidden(trained.setting("hidden", Integer.class))
        .layers(trained.setting("layers", Integer.class))
        .batchNorm(trained.setting("batchNorm", Boolean.class))
        .channel(trained.setting("channel", Channel.class));
  }

  private Acting acting(Team team) {
    teams.add(team);
    Unrolled unrolled = new Unrolled(team, table.batch(), table.horizon(), Unrolled.Use.PLAY);
    nets.add(unrolled);
    Trail trail = new Trail(team.wirings(), table.batch(), table.horizon());
    Acting acting = new Acting(team, unrolled, trail, table, false);
    acting.explore(plan.epsilon().end());
    return acting;
  }

  @Override
  public void close() {
    nets.forEach(Unrolled::close);
    teams.forEach(Team::close);
  }
}
