package dev.parley.agent.ppo;

import dev.parley.agent.play.Seat;
import dev.parley.train.RoundLog;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What PPO logs of each round. */
final class RoundColumns {

  /** The columns of one policy. */
  private record OfPolicy(
      Policy policy,
      RoundLog.Column policyLoss,
      RoundLog.Column valueLoss,
      RoundLog.Column entropy,
      RoundLog.Column speechEntropy,
      RoundLog.Column divergence,
      RoundLog.Column clipped,
      List<Further> further) {}

  /** A column that is there only if it is asked for. */
  private record Further(RoundLog.Column column, ToDoubleFunction<Policy.Progress> value) {}

  private final int batch;
  private final RoundLog.Column jointReward;
  private final RoundLog.Column steps;
  private final List<RoundLog.Column> returns = new ArrayList<>();
  private final List<OfPolicy> policies = new ArrayList<>();

  RoundColumns(Ppo plan, List<Seat> seats, List<Policy> policies, RoundLog log) {
    batch = plan.setup().batch();
    jointReward = log.jointReward();
    steps = log.count("steps");
    seats.forEach(seat -> returns.add(log.column("return_" + seat.name())));
    for (Policy policy : policies) {
      String of = "_" + policy.name();
      this.policies.add(
          new OfPolicy(
              policy,
              log.column("policy_loss" + of),
              log.column("value_loss" + of),
              log.column("entropy" + of),
              log.column("speech_entropy" + of),
              log.column("kl" + of),
              log.column("clipped" + of),
              further(plan, policy.seats().get(0), of, log)));
    }
  }

  private static List<Further> further(Ppo plan, Seat seat, String of, RoundLog log) {
    List<Further> further = new ArrayList<>();
    if (Biases.signals(plan, seat)) {
      further.add(
          new Further(log.column("mean_policy_entropy" + of), Policy.Progress::meanEntropy));
      further.add(new Further(log.column("signalling_loss" + of), Policy.Progress::signalling));
    }
    if (Biases.listens(plan, seat)) {
      further.add(new Further(log.column("listening_loss" + of), Policy.Progress::difference));
      further.add(
          new Further(log.column("listening_cross_entropy" + of), Policy.Progress::crossEntropy));
    }
    return further;
  }

  void set(Rollout rollout) {
    double joint = 0;
    for (int agent = 0; agent < returns.size(); agent++) {
      double sum = 0;
      for (int e = 0; e < batch; e++) {
        sum += rollout.earned(agent, e);
      }
      returns.get(agent).set(sum / batch);
      joint += sum / batch;
    }
    jointReward.set(joint);
    steps.set(rollout.steps());
    for (OfPolicy each : policies) {
      Policy.Progress progress = each.policy.progress();
      each.policyLoss.set(progress.policyLoss());
      each.valueLoss.set(progress.valueLoss());
      each.entropy.set(progress.doneEntropy());
      each.speechEntropy.set(progress.saidEntropy());
      each.divergence.set(progress.divergence());
      each.clipped.set(progress.clipped());
      for (int i = 0; i < each.further.size(); i++) {
        Further further = each.further.get(i);
        further.column.set(further.value.applyAsDouble(progress));
      }
    }
  }
}
