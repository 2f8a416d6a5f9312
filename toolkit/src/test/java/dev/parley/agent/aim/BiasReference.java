package dev.parley.agent.aim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Positive signalling and listening as docs/aim.md writes them, in 64-bit floats. What takes no
 * gradient is what it was when it was first computed.
 */
final class BiasReference {

  private final Aim plan;
  private final List<double[][]> said = new ArrayList<>();
  private final List<double[]> with = new ArrayList<>();
  private final List<double[]> without = new ArrayList<>();
  private List<double[]> fixedWith = List.of();
  private List<double[]> fixedWithout = List.of();

  BiasReference(Aim plan) {
    this.plan = plan;
  }

  void clear() {
    said.clear();
    with.clear();
    without.clear();
  }

  /** One episode: a's log-probabilities by place. */
  void said(double[][] logs) {
    said.add(logs);
  }

  /** One episode: b's log-probabilities by place, and those of its action if it has a layer. */
  void heard(double[][] logs, double[] actionLogs) {
    with.add(actions(logs, actionLogs));
  }

  void unheard(double[][] logs, double[] actionLogs) {
    without.add(actions(logs, actionLogs));
  }

  private double[] actions(double[][] logs, double[] actionLogs) {
    if (plan.actions() == ActionMap.HEAD) {
      return Arrays.stream(actionLogs).map(Math::exp).toArray();
    }
    double[] halves = new double[2];
    for (int k = 0; k < plan.codebook(); k++) {
      halves[2 * k / plan.codebook()] += Math.exp(logs[0][k]);
    }
    return halves;
  }

  /** Adds each loss, and to the total by its weight. */
  void addTo(Map<String, Double> losses) {
    if (fixedWith.isEmpty()) {
      fixedWith = List.copyOf(with);
      fixedWithout = List.copyOf(without);
    }
    if (plan.positiveSignalling().on()) {
      add(losses, "signalling_loss_a", signalling(), plan.positiveSignalling().weight());
    }
    if (plan.positiveListening().on()) {
      add(losses, "listening_loss_b", difference(), plan.positiveListening().weight());
      double crossed = crossEntropy();
      add(losses, "listening_cross_entropy_b", crossed, plan.positiveListening().crossEntropy());
    }
  }

  private static void add(Map<String, Double> losses, String name, double loss, double weight) {
    losses.put(name, loss);
    losses.merge("total", weight * loss, Double::sum);
  }

  private double signalling() {
    double goal = plan.positiveSignalling().level() * Math.log(plan.codebook());
    double loss = 0;
    for (int l = 0; l < plan.seqLen(); l++) {
      double[] mean = new double[plan.codebook()];
      double distance = 0;
      for (double[][] logs : said) {
        double entropy = 0;
        for (int k = 0; k < mean.length; k++) {
          mean[k] += Math.exp(logs[l][k]) / said.size();
          entropy -= Math.exp(logs[l][k]) * logs[l][k];
        }
        distance += (entropy - goal) * (entropy - goal) / said.size();
      }
      double spread = -Arrays.stream(mean).map(p -> p * Math.log(p)).sum();
      loss += plan.positiveSignalling().lambda().target() * distance / plan.seqLen();
      loss -= plan.positiveSignalling().lambda().average() * spread / plan.seqLen();
    }
    return loss;
  }

  private double difference() {
    double sum = 0;
    for (int e = 0; e < with.size(); e++) {
      for (int a = 0; a < 2; a++) {
        sum -= Math.abs(with.get(e)[a] - fixedWithout.get(e)[a]) / with.size();
      }
    }
    return sum;
  }

  private double crossEntropy() {
    double sum = 0;
    for (int e = 0; e < with.size(); e++) {
      for (int a = 0; a < 2; a++) {
        sum -= fixedWith.get(e)[a] * Math.log(without.get(e)[a]) / with.size();
      }
    }
    return sum;
  }
}
