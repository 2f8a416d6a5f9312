package dev.parley.agent.ppo;

import dev.parley.agent.play.Seat;
import java.util.ArrayList;
import java.util.List;

/** The loss of PPO as docs/ppo.md writes it, in 64-bit floats, row after row. */
final class LossReference {

  /**
   * One moment.
   *
   * @param seen what the actor reads
   * @param judged what the critic reads
   * @param masks of each choice
   * @param choices made
   */
  record Moment(
      List<Double> seen,
      List<Double> judged,
      List<List<Double>> masks,
      List<Integer> choices,
      double before,
      double advantage,
      double target,
      double weight) {}

  private final Ppo plan;
  private final Seat seat;
  private final List<Moment> moments;
  private double[] parameters = {};
  private int next;

  LossReference(Ppo plan, Seat seat, List<Moment> moments) {
    this.plan = plan;
    this.seat = seat;
    this.moments = moments;
  }

  /** The loss of round 0, of the parameters in the order in which a policy adds them. */
  double loss(double[] values) {
    double loss = 0;
    for (Moment moment : moments) {
      parameters = values;
      next = 0;
      double[] hidden = trunk(array(moment.seen));
      double log = 0;
      double bonus = 0;
      for (int h = 0; h < seat.heads().size(); h++) {
        double[] scores = layer(hidden, seat.heads().get(h).options());
        double[] masks = array(moment.masks.get(h));
        for (int i = 0; i < scores.length; i++) {
          scores[i] += masks[i];
        }
        double[] logs = logSoftmax(scores);
        log += logs[moment.choices.get(h)];
        boolean said = seat.heads().get(h).isSaid();
        bonus += (said ? plan.speechEntropy() : plan.entropy()).start() * entropy(logs);
      }
      double value = layer(trunk(array(moment.judged)), 1)[0];
      double ratio = Math.exp(log - moment.before);
      double bounded = Math.max(1 - plan.clipRange(), Math.min(1 + plan.clipRange(), ratio));
      double gain = Math.min(ratio * moment.advantage, bounded * moment.advantage);
      double error = value - moment.target;
      loss += moment.weight * (plan.valueWeight() * 0.5 * error * error - gain - bonus);
    }
    if (next != values.length) {
      throw new AssertionError(next + " of " + values.length + " parameters were read");
    }
    return loss;
  }

  private double[] trunk(double[] x) {
    double[] y = x;
    for (int i = 0; i < plan.layers(); i++) {
      y = layer(y, plan.hidden());
      for (int j = 0; j < y.length; j++) {
        y[j] = plan.units() == Units.TANH ? Math.tanh(y[j]) : Math.max(0, y[j]);
      }
    }
    return y;
  }

  private double[] layer(double[] x, int outputs) {
    double[] y = new double[outputs];
    for (double each : x) {
      for (int j = 0; j < outputs; j++) {
        y[j] += each * parameters[next++];
      }
    }
    for (int j = 0; j < outputs; j++) {
      y[j] += parameters[next++];
    }
    return y;
  }

  static double[] logSoftmax(double[] scores) {
    double sum = 0;
    for (double score : scores) {
      sum += Math.exp(score);
    }
    double[] logs = new double[scores.length];
    for (int i = 0; i < logs.length; i++) {
      logs[i] = scores[i] - Math.log(sum);
    }
    return logs;
  }

  private static double entropy(double[] logs) {
    double sum = 0;
    for (double log : logs) {
      double p = Math.exp(log);
      sum -= p == 0 ? 0 : p * log;
    }
    return sum;
  }

  private static double[] array(List<Double> values) {
    return values.stream().mapToDouble(v -> v).toArray();
  }

  static List<Double> list(float... values) {
    List<Double> list = new ArrayList<>();
    for (float value : values) {
      list.add((double) value);
    }
    return list;
  }
}
