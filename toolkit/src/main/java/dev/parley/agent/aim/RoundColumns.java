package dev.parley.agent.aim;

import dev.parley.env.Role;
import dev.parley.tensor.Tensor;
import dev.parley.train.RoundLog;
import dev.parley.vq.CodeUsage;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What AIM logs of each round. */
final class RoundColumns {

  /** The columns of one agent. */
  private record OfAgent(
      RoundLog.Column reward,
      RoundLog.Column cooperation,
      RoundLog.Column entropy,
      RoundLog.Column codes) {}

  private final Aim plan;
  private final Conversation talk;
  private final Lesson lesson;
  private final RoundLog.Column jointReward;
  private final List<OfAgent> agents = new ArrayList<>();
  private final List<RoundLog.Column> losses = new ArrayList<>();
  private final RoundLog.@Nullable Column meanEntropy;
  private final Tensor[] lost;
  private final CodeUsage usage;

  RoundColumns(Aim plan, Conversation talk, Lesson lesson, RoundLog log) {
    this.plan = plan;
    this.talk = talk;
    this.lesson = lesson;
    this.usage = new CodeUsage(plan.codebook());
    jointReward = log.jointReward();
    for (Role role : plan.setup().environment().roles()) {
      String suffix = "_" + role.name();
      agents.add(
          new OfAgent(
              log.column("reward" + suffix),
              log.column("cooperation" + suffix),
              log.column("entropy" + suffix),
              log.count("codes" + suffix)));
    }
    String speaker = plan.setup().environment().roles().get(0).name();
    meanEntropy =
        plan.positiveSignalling().on() ? log.column("mean_policy_entropy_" + speaker) : null;
    lost = lesson.losses().values().toArray(Tensor[]::new);
    for (String name : lesson.losses().keySet()) {
      losses.add(lesson.isAuxiliary(name) ? log.auxiliary(name) : log.column(name));
    }
  }

  /** Sets every column from what was said, done, earned and learned. */
  void set(double[][] rewards, int[][] actions) {
    double joint = 0;
    for (int i = 0; i < agents.size(); i++) {
      OfAgent columns = agents.get(i);
      double reward = mean(rewards[i]);
      joint += reward;
      columns.reward.set(reward);
      columns.cooperation.set(shareOfCooperation(actions[i]));
      columns.entropy.set(lesson.entropy(i));
      columns.codes.set(symbolsUsed(i));
    }
    jointReward.set(joint);
    if (meanEntropy != null) {
      meanEntropy.set(lesson.meanEntropy());
    }
    for (int i = 0; i < lost.length; i++) {
      losses.get(i).set(lost[i].item());
    }
  }

  private int symbolsUsed(int agent) {
    usage.clear();
    for (int e = 0; e < plan.setup().batch(); e++) {
      for (int l = 0; l < plan.seqLen(); l++) {
        usage.add(talk.symbol(agent, e, l));
      }
    }
    return usage.used();
  }

  private static double mean(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  private static double shareOfCooperation(int[] actions) {
    int count = 0;
    for (int action : actions) {
      count += action == 0 ? 1 : 0;
    }
    return (double) count / actions.length;
  }
}
