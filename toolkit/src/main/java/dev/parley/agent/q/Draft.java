package dev.parley.agent.q;

import dev.parley.agent.channel.Channel;
import dev.parley.agent.play.Policies;
import dev.parley.agent.play.Speech;
import dev.parley.train.Setup;

/** A plan's settings while one of them is exchanged. */
final class Draft {

  Setup setup;
  Channel channel;
  int hidden;
  int layers;
  double discount;
  Exploration epsilon;
  int target;
  boolean doubleQ;
  boolean averageHeads;
  int replay;
  boolean batchNorm;
  Policies policies;
  Speech speech;
  int horizon;

  Draft(QLearning plan) {
    setup = plan.setup();
    channel = plan.channel();
    hidden = plan.hidden();
    layers = plan.layers();
    discount = plan.discount();
    epsilon = plan.epsilon();
    target = plan.target();
    doubleQ = plan.doubleQ();
    averageHeads = plan.averageHeads();
    replay = plan.replay();
    batchNorm = plan.batchNorm();
    policies = plan.policies();
    speech = plan.speech();
    horizon = plan.horizon();
  }

  QLearning plan() {
    return new QLearning(
        setup,
        channel,
        hidden,
        layers,
        discount,
        epsilon,
        target,
        doubleQ,
        averageHeads,
        replay,
        batchNorm,
        policies,
        speech,
        horizon);
  }
}
