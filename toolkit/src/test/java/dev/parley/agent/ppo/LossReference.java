package dev.parley.agent.ppo;

import dev.parley.agent.play.Seat;
import java.util.ArrayList;
import java.util.Arrays;
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
  private final BiasReference biases;
  private double[] parameters = {};
  private int next;

  LossReference(Ppo plan, Seat seat, List<Moment> moments) {
    this.plan = plan;
    this.seat = seat;
    this.moments = moments;
    this.biases = new BiasReference(plan, seat);
  }

  /** The loss of round 0, of the parameters in the order in which a policy adds them. */
  double loss(double[] values) {
    double loss = 0;
    biases.clear();
    for (Moment moment : moments) {
      parameters = values;
      List<double[]> without = choose(moment, unheard(moment));
      List<double[]> logs = choose(moment, array(moment.seen));
      biases.add(new BiasReference.Row(moment.weight, exp(logs), exp(without)));
      double log = 0;
      double bonus = 0;
      for (int h = 0; h < seat.heads().size(); h++) {
        log += logs.get(h)[moment.choices.get(h)];
        boolean said = seat.heads().get(h).isSaid();
        bonus += (said ? plan.speechEntropy() : plan.entropy()).start() * entropy(logs.get(h));
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
    return loss + biases.loss();
  }

  private static List<double[]> exp(List<double[]> logs) {
    return logs.stream().map(each -> Arrays.stream(each).map(Math::exp).toArray()).toList();
  }

  private double[] unheard(Moment moment) {
    double[] seen = array(moment.seen);
    for (Seat.Part part : seat.heard()) {
      Arrays.fill(seen, part.from(), part.from() + part.width(), 0);
    }
    return seen;
  }

  /** Log-probabilities of each choice; the actor's parameters are the first. */
  private List<double[]> choose(Moment moment, double[] seen) {
    next = 0;
    double[] hidden = trunk(seen);
    List<double[]> logs = new ArrayList<>();
    for (int h = 0; h < seat.heads().size(); h++) {
      double[] scores = layer(hidden, seat.heads().get(h).options());
      double[] masks = array(moment.masks.get(h));
      for (int i = 0; i < scores.length; i++) {
        scores[i] += masks[i];
      }
      logs.add(logSoftmax(scores));
    }
    return logs;
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
