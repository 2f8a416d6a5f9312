package dev.parley.agent.ppo;

import dev.parley.agent.bias.Listening;
import dev.parley.agent.bias.Signalling;
import dev.parley.agent.play.Policies;
import dev.parley.agent.play.Speech;
import dev.parley.nn.Schedule;
import dev.parley.train.Setup;

/** A plan's settings while one of them is exchanged. */
final class Draft {

  Setup setup;
  int hidden;
  int layers;
  Units units;
  double discount;
  double lambda;
  double clipRange;
  int epochs;
  int minibatch;
  Schedule entropy;
  Schedule speechEntropy;
  Signalling positiveSignalling;
  Listening positiveListening;
  double valueWeight;
  boolean normaliseAdvantages;
  boolean normaliseValues;
  Policies policies;
  Critic critic;
  Speech speech;
  int horizon;

  Draft(Ppo plan) {
    setup = plan.setup();
    hidden = plan.hidden();
    layers = plan.layers();
    units = plan.units();
    discount = plan.discount();
    lambda = plan.lambda();
    clipRange = plan.clipRange();
    epochs = plan.epochs();
    minibatch = plan.minibatch();
    entropy = plan.entropy();
    speechEntropy = plan.speechEntropy();
    positiveSignalling = plan.positiveSignalling();
    positiveListening = plan.positiveListening();
    valueWeight = plan.valueWeight();
    normaliseAdvantages = plan.normaliseAdvantages();
    normaliseValues = plan.normaliseValues();
    policies = plan.policies();
    critic = plan.critic();
    speech = plan.speech();
    horizon = plan.horizon();
  }

  Ppo plan() {
    return new Ppo(
        setup,
        hidden,
        layers,
        units,
        discount,
        lambda,
        clipRange,
        epochs,
        minibatch,
        entropy,
        speechEntropy,
        positiveSignalling,
        positiveListening,
        valueWeight,
        normaliseAdvantages,
        normaliseValues,
        policies,
        critic,
        speech,
        horizon);
  }
}
