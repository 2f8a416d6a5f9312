package dev.parley.agent.aim;

import dev.parley.nn.Schedule;
import dev.parley.train.Remedy;
import dev.parley.train.Signature;
import dev.parley.vq.Quantiser;
import java.util.EnumMap;
import java.util.Map;

/** What AIM's settings have to do with what goes wrong. */
final class Remedies {

  private static final double MORE_ENTROPY = 5;
  private static final double LEAST_ENTROPY = 0.05;

  private Remedies() {}

  static Map<Signature, Remedy> of(Aim plan) {
    Map<Signature, Remedy> found = new EnumMap<>(Signature.class);
    found.put(Signature.COMMUNICATION_VACUUM, vacuum(plan));
    found.put(Signature.CODEBOOK_COLLAPSE, collapse(plan));
    if (plan.gradients() == Gradients.ACCUMULATED) {
      Remedy clear =
          Remedy.of(
              "gradients are never cleared: each step follows all that was ever learned",
              "gradients",
              Gradients.CLEARED);
      found.put(Signature.POLICY_OSCILLATION, clear);
      found.put(Signature.REFLECTION_DIVERGENCE, clear);
      found.put(Signature.NO_CONVERGENCE, clear);
    } else if (plan.critic() == CriticInput.STATE_AND_MESSAGE) {
      Remedy unbiased =
          Remedy.of(
              "the critic sees b's symbols: as a baseline it is biased",
              "critic",
              CriticInput.STATE);
      found.put(Signature.POLICY_OSCILLATION, unbiased);
      found.put(Signature.NO_CONVERGENCE, unbiased);
    }
    if (plan.channel() == Channel.SILENT) {
      found.put(
          Signature.NO_CONVERGENCE,
          Remedy.of("the channel is closed: b learns nothing of a", "channel", Channel.OPEN));
    }
    return found;
  }

  private static Remedy vacuum(Aim plan) {
    Schedule entropy = plan.entropy();
    double more = Math.max(LEAST_ENTROPY, MORE_ENTROPY * entropy.start());
    return Remedy.of(
        "a settled on one message before b had learned to read it",
        "entropy",
        new Schedule(more, 1));
  }

  private static Remedy collapse(Aim plan) {
    if (plan.pretrain() == 0) {
      return Remedy.of("the VQ-VAE was not trained", "pretrain", Aim.DEFAULT.pretrain());
    }
    if (!plan.quantiser().straightThrough()) {
      return Remedy.of(
          "without the straight-through gradient the encoder learns from the commitment term alone,"
              + " which makes all signals alike",
          "quantiser",
          Quantiser.ema());
    }
    if (plan.pretrain() < Aim.DEFAULT.pretrain() / 2) {
      return Remedy.of("the VQ-VAE was hardly trained", "pretrain", Aim.DEFAULT.pretrain());
    }
    if (plan.quantiser().restart() == 0) {
      return Remedy.of("codes that fall out of use stay dead", "quantiser", Quantiser.ema());
    }
    int fewer = Math.max(2, plan.codebook() / 4 * 2);
    return Remedy.of("there are more codes than the signals need", "codebook", fewer);
  }
}
