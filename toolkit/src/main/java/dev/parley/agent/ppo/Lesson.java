package dev.parley.agent.ppo;

import dev.parley.agent.play.Seat;
import dev.parley.rl.ClippedSurrogate;
import dev.parley.tensor.Elementwise;
import dev.parley.tensor.Graph;
import dev.parley.tensor.Indices;
import dev.parley.tensor.Lookup;
import dev.parley.tensor.Program;
import dev.parley.tensor.Softmax;
import dev.parley.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/**
 * What a policy learns from a minibatch, as it is recorded:
 *
 * <pre>
 * -Σ w min(ρ A, clamp(ρ, 1 - ε, 1 + ε) A) + c_v ½ Σ w (V - R)² - c_e Σ w H_done - c_s Σ w H_said
 * </pre>
 *
 * <p>ρ is of all choices of an action together; H the sum of the entropies of those done, and of
 * those said. A row is a moment at which an agent acted; w is the same for all of them, and 0 for
 * rows that are left over. {@link Biases} may be added.
 */
final class Lesson implements AutoCloseable {

  private static final double NATS_PER_BIT = Math.log(2);

  private final Ppo plan;
  private final Graph graph = new Graph();
  private final int rows;
  private final Tensor seen;
  private final Tensor judged;
  private final List<Tensor> masks = new ArrayList<>();
  private final List<Indices> chosen = new ArrayList<>();
  private final Tensor before;
  private final Tensor advantages;
  private final Tensor returns;
  private final Tensor weights;
  private final Tensor doneWeight;
  private final Tensor saidWeight;
  private final Tensor ratios;
  private final Tensor policyLoss;
  private final Tensor valueLoss;
  private final Tensor doneEntropy;
  private final Tensor saidEntropy;
  private final Biases biases;
  private final Program learn;
  private final float[] ratiosRead;
  private final float[] weightsRead;

  Lesson(Ppo plan, PolicyNet net, Seat seat, int rows, int total) {
    this.plan = plan;
    this.rows = rows;
    seen = graph.input(rows, seat.inputs());
    judged = total == 0 ? seen : graph.input(rows, total);
    before = graph.input(rows, 1);
    advantages = graph.input(rows, 1);
    returns = graph.input(rows, 1);
    weights = graph.input(rows, 1);
    doneWeight = graph.input(1, 1);
    saidWeight = graph.input(1, 1);
    for (Seat.Head head : seat.heads()) {
      masks.add(graph.input(rows, head.options()));
      chosen.add(graph.indices(rows));
    }
    List<Tensor> logs = net.logs(seen, masks);
    Tensor sum = graph.input(rows, 1);
    Tensor done = graph.input(1, 1);
    Tensor said = graph.input(1, 1);
    for (int h = 0; h < logs.size(); h++) {
      sum = Elementwise.add(sum, Lookup.pick(logs.get(h), chosen.get(h)));
      Tensor entropy = ClippedSurrogate.weightedSum(Softmax.entropy(logs.get(h)), weights);
      if (seat.heads().get(h).isSaid()) {
        said = Elementwise.add(said, entropy);
      } else {
        done = Elementwise.add(done, entropy);
      }
    }
    doneEntropy = done;
    saidEntropy = said;
    ratios = ClippedSurrogate.ratios(sum, before);
    policyLoss = ClippedSurrogate.policyLoss(ratios, advantages, weights, plan.clipRange());
    valueLoss = ClippedSurrogate.valueLoss(net.value(judged), returns, weights);
    biases = new Biases(plan, seat, graph, weights);
    learn = graph.backwardFromZero(biases.addTo(total(plan), net, seen, masks, logs));
    ratiosRead = new float[rows];
    weightsRead = new float[rows];
  }

  private Tensor total(Ppo plan) {
    Tensor loss =
        Elementwise.add(policyLoss, Elementwise.scale(valueLoss, (float) plan.valueWeight()));
    loss = Elementwise.subtract(loss, Elementwise.scaleBy(doneEntropy, doneWeight));
    return Elementwise.subtract(loss, Elementwise.scaleBy(saidEntropy, saidWeight));
  }

  /** How many moments it has room for. */
  int rows() {
    return rows;
  }

  /** Takes a moment of a track. */
  void take(int row, Track track, int moment) {
    track.showSeen(seen, row, moment);
    for (int h = 0; h < masks.size(); h++) {
      track.showMask(masks.get(h), h, row, moment);
      chosen.get(h).set(row, track.choice(h, moment));
    }
    before.write(row, 0, track.log(moment));
  }

  /** Takes what all agents saw, if the critic sees it. */
  void takeAll(int row, float[] all) {
    judged.writeRow(row, all, 0);
  }

  /** Takes what a moment was worth: a weight of 0 leaves the row out. */
  void weigh(int row, double advantage, double target, double weight) {
    advantages.write(row, 0, (float) advantage);
    returns.write(row, 0, (float) target);
    weights.write(row, 0, (float) weight);
    weightsRead[row] = (float) weight;
  }

  /** Computes the gradients in round {@code round}. */
  void run(int round) {
    doneWeight.write(0, 0, (float) plan.entropy().at(round));
    saidWeight.write(0, 0, (float) plan.speechEntropy().at(round));
    learn.run();
    ratios.read(ratiosRead);
  }

  double policyLoss() {
    return policyLoss.item();
  }

  double valueLoss() {
    return valueLoss.item();
  }

  /** Mean entropy of what is done, in bits. */
  double doneEntropy() {
    return doneEntropy.item() / NATS_PER_BIT;
  }

  /** Mean entropy of what is said, in bits. */
  double saidEntropy() {
    return saidEntropy.item() / NATS_PER_BIT;
  }

  /** How far the policy has gone from the one that chose, in nats. */
  double divergence() {
    return ClippedSurrogate.divergence(ratiosRead, weightsRead);
  }

  /** The share of the moments whose ratio is beyond the clip range. */
  double clipped() {
    return ClippedSurrogate.clipped(ratiosRead, weightsRead, plan.clipRange());
  }

  /** The further losses, as they were computed last. */
  Biases biases() {
    return biases;
  }

  @Override
  public void close() {
    graph.close();
  }
}
