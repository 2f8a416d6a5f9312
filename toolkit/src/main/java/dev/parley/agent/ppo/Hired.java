package dev.parley.agent.ppo;

import dev.parley.agent.play.FrozenPartner;
import dev.parley.agent.play.Hiring;
import dev.parley.agent.play.Players;
import dev.parley.agent.play.Seat;
import dev.parley.random.Streams;
import dev.parley.train.Trained;
import java.util.ArrayList;
import java.util.List;

/** Partners that have PPO's nets. */
final class Hired implements Hiring, AutoCloseable {

  private final Ppo plan;
  private final List<Seat> everybody;
  private final List<Hand> hands = new ArrayList<>();
  private final Streams streams;

  /**
   * Nobody yet.
   *
   * @param streams of the learner: untrained partners begin as the policy would
   */
  Hired(Ppo plan, List<Seat> everybody, Streams streams) {
    this.plan = plan;
    this.everybody = everybody;
    this.streams = streams;
  }

  @Override
  public Players untrained(Seat seat, Streams own) {
    return added(new Hand(plan, seat, everybody, streams.child("policy " + seat.name()), own));
  }

  @Override
  public Players frozen(Seat seat, FrozenPartner partner, Streams own) {
    partner.read(
        seat,
        "Ppo",
        (trained, part) -> {
          Hand hand = added(new Hand(alike(trained), seat, everybody, own, own));
          trained.learner(state -> hand.read(state.part(part)));
        });
    return hands.get(hands.size() - 1);
  }

  /** The plan with nets of the sizes that they had there. */
  private Ppo alike(Trained trained) {
    return plan.hidden(trained.setting("hidden", Integer.class))
        .layers(trained.setting("layers", Integer.class))
        .units(trained.setting("units", Units.class))
        .critic(trained.setting("critic", Critic.class));
  }

  private Hand added(Hand hand) {
    hands.add(hand);
    return hand;
  }

  @Override
  public void close() {
    hands.forEach(Hand::close);
  }
}
