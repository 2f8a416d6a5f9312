package dev.parley.agent.aim;

import dev.parley.agent.bias.Listening;
import dev.parley.agent.bias.Signalling;
import dev.parley.nn.Schedule;
import dev.parley.train.Setup;
import dev.parley.vq.Quantiser;

/** A plan's settings while one of them is exchanged. */
final class Draft {

  Setup setup;
  int codebook;
  int seqLen;
  int latent;
  int hidden;
  int encoderHidden;
  int pretrain;
  Quantiser quantiser;
  Codebooks codebooks;
  Symbols symbols;
  Channel channel;
  ActionMap actions;
  Reflection reflection;
  OpponentTarget opponentTarget;
  Trunk trunk;
  double intent;
  Signalling positiveSignalling;
  Listening positiveListening;
  CriticInput critic;
  Schedule entropy;
  Gradients gradients;

  Draft(Aim plan) {
    setup = plan.setup();
    codebook = plan.codebook();
    seqLen = plan.seqLen();
    latent = plan.latent();
    hidden = plan.hidden();
    encoderHidden = plan.encoderHidden();
    pretrain = plan.pretrain();
    quantiser = plan.quantiser();
    codebooks = plan.codebooks();
    symbols = plan.symbols();
    channel = plan.channel();
    actions = plan.actions();
    reflection = plan.reflection();
    opponentTarget = plan.opponentTarget();
    trunk = plan.trunk();
    intent = plan.intent();
    positiveSignalling = plan.positiveSignalling();
    positiveListening = plan.positiveListening();
    critic = plan.critic();
    entropy = plan.entropy();
    gradients = plan.gradients();
  }

  Aim plan() {
    return new Aim(
        setup,
        codebook,
        seqLen,
        latent,
        hidden,
        encoderHidden,
        pretrain,
        quantiser,
        codebooks,
        symbols,
        channel,
        actions,
        reflection,
        opponentTarget,
        trunk,
        intent,
        positiveSignalling,
        positiveListening,
        critic,
        entropy,
        gradients);
  }
}
