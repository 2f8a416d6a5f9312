package dev.parley.agent.q;

import dev.parley.agent.channel.Channel;
import dev.parley.agent.channel.DruChannel;
import dev.parley.agent.channel.GumbelChannel;
import dev.parley.agent.channel.ReinforceChannel;
import dev.parley.agent.channel.StraightThroughChannel;
import dev.parley.agent.channel.VqChannel;
import java.util.ArrayList;
import java.util.List;

/**
 * Channels in 64-bit floats. Where a channel passes the gradient of something that it does not
 * send, what is sent is that something, moved by as much as lies between them at first: its slope
 * is the gradient that is meant.
 */
final class Lines {

  private final Channel channel;

  /** What was there when nothing had been moved yet, in the order of its use. */
  private final List<double[]> first = new ArrayList<>();

  private boolean moved;
  private int next;
  private double loss;

  Lines(Channel channel) {
    this.channel = channel;
  }

  /** Everything is computed once more, maybe of other parameters. */
  void again() {
    moved = !first.isEmpty();
    next = 0;
    loss = 0;
  }

  /** What senders learn by themselves. */
  double loss() {
    return loss;
  }

  private double[] atFirst(double[] now) {
    if (!moved) {
      first.add(now.clone());
    }
    return first.get(next++);
  }

  /**
   * What one agent sends.
   *
   * @param m what its net gives
   * @param codes of the line, if it has any
   */
  double[] send(
      double[] m, double[] noise, double[] masks, double[][] codes, double weight, double worth) {
    if (channel instanceof DruChannel) {
      double[] y = new double[m.length];
      for (int i = 0; i < y.length; i++) {
        y[i] = Doubles.sigmoid(m[i] + noise[i]);
      }
      return y;
    }
    if (channel instanceof VqChannel vq) {
      return quantised(m, codes, weight, vq.commitment());
    }
    double[] logits = sum(m, masks);
    double[] noisy = sum(logits, noise);
    if (channel instanceof GumbelChannel gumbel) {
      return Doubles.softmax(scaled(noisy, 1 / gumbel.temperature()));
    }
    if (channel instanceof StraightThroughChannel straight) {
      double[] soft = Doubles.softmax(scaled(noisy, 1 / straight.temperature()));
      double[] before = atFirst(soft);
      return sum(oneHot(Doubles.largest(before), m.length), sum(soft, scaled(before, -1)));
    }
    ReinforceChannel reinforce = (ReinforceChannel) channel;
    int symbol = Doubles.largest(atFirst(noisy));
    double[] p = Doubles.softmax(logits);
    double entropy = 0;
    for (double each : p) {
      entropy -= each == 0 ? 0 : each * Math.log(each);
    }
    loss -= weight * (worth * Math.log(p[symbol]) + reinforce.entropy() * entropy);
    return oneHot(symbol, m.length);
  }

  private double[] quantised(double[] m, double[][] codes, double weight, double commitment) {
    double[] before = atFirst(m);
    int nearest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int c = 0; c < codes.length; c++) {
      double distance = squares(before, codes[c]);
      if (distance < least) {
        least = distance;
        nearest = c;
      }
    }
    int code = (int) atFirst(new double[] {nearest})[0];
    double[] codeBefore = atFirst(codes[code]);
    loss += weight * (squares(before, codes[code]) + commitment * squares(m, codeBefore));
    return sum(codeBefore, sum(m, scaled(before, -1)));
  }

  private static double squares(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (a[i] - b[i]) * (a[i] - b[i]);
    }
    return sum;
  }

  private static double[] sum(double[] a, double[] b) {
    double[] y = new double[a.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = a[i] + b[i];
    }
    return y;
  }

  private static double[] scaled(double[] a, double factor) {
    double[] y = new double[a.length];
    for (int i = 0; i < y.length; i++) {
      y[i] = a[i] * factor;
    }
    return y;
  }

  private static double[] oneHot(int place, int length) {
    double[] y = new double[length];
    y[place] = 1;
    return y;
  }
}
