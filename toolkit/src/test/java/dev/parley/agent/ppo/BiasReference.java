package dev.parley.agent.ppo;

import dev.parley.agent.play.Seat;
import java.util.ArrayList;
import java.util.List;

/**
 * Positive signalling and listening as docs/ppo.md writes them, in 64-bit floats. What takes no
 * gradient is what it was when it was first computed.
 */
final class BiasReference {

  /**
   * One moment: probabilities of each choice, with what is heard and without.
   *
   * @param weight of the moment
   */
  record Row(double weight, List<double[]> with, List<double[]> without) {}

  private final Ppo plan;
  private final Seat seat;
  private final List<Row> rows = new ArrayList<>();
  private List<Row> fixed = List.of();

  BiasReference(Ppo plan, Seat seat) {
    this.plan = plan;
    this.seat = seat;
  }

  void clear() {
    rows.clear();
  }

  void add(Row row) {
    rows.add(row);
  }

  /** Of all rows that were added. */
  double loss() {
    if (fixed.isEmpty()) {
      fixed = List.copyOf(rows);
    }
    double loss = 0;
    for (int h = 0; h < seat.heads().size(); h++) {
      if (seat.heads().get(h).isSaid()) {
        loss += plan.positiveSignalling().weight() * signalling(h);
      } else if (!seat.heard().isEmpty()) {
        loss += plan.positiveListening().weight() * difference(h);
        loss += plan.positiveListening().crossEntropy() * crossEntropy(h);
      }
    }
    return loss;
  }

  private double signalling(int h) {
    double[] mean = new double[seat.heads().get(h).options()];
    double goal = plan.positiveSignalling().level() * Math.log(mean.length);
    double distance = 0;
    for (Row row : rows) {
      double[] p = row.with.get(h);
      distance += row.weight * Math.pow(entropy(p) - goal, 2);
      for (int i = 0; i < p.length; i++) {
        mean[i] += row.weight * p[i];
      }
    }
    return plan.positiveSignalling().lambda().target() * distance
        - plan.positiveSignalling().lambda().average() * entropy(mean);
  }

  private static double entropy(double[] p) {
    double sum = 0;
    for (double each : p) {
      sum -= each == 0 ? 0 : each * Math.log(each);
    }
    return sum;
  }

  private double difference(int h) {
    double sum = 0;
    for (int r = 0; r < rows.size(); r++) {
      for (int i = 0; i < seat.heads().get(h).options(); i++) {
        double apart = rows.get(r).with.get(h)[i] - fixed.get(r).without.get(h)[i];
        sum -= rows.get(r).weight * Math.abs(apart);
      }
    }
    return sum;
  }

  private double crossEntropy(int h) {
    double sum = 0;
    for (int r = 0; r < rows.size(); r++) {
      for (int i = 0; i < seat.heads().get(h).options(); i++) {
        double p = fixed.get(r).with.get(h)[i];
        sum -= p == 0 ? 0 : rows.get(r).weight * p * Math.log(rows.get(r).without.get(h)[i]);
      }
    }
    return sum;
  }
}
