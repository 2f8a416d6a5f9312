package dev.parley.agent.aim;

import dev.parley.agent.bias.Signalling;
import dev.parley.rl.PositiveListening;
import dev.parley.tensor.Bounds;
import dev.parley.tensor.Columns;
import dev.parley.tensor.Dense;
import dev.parley.tensor.Elementwise;
import dev.parley.tensor.Graph;
import dev.parley.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Positive signalling of a and positive listening of b, as they are recorded; each only if it has a
 * weight.
 */
final class Biases {

  /** A loss, [1, 1], and its weight, which may be 0 if another part needs none. */
  record Biased(Tensor loss, double weight) {}

  private final Aim plan;
  private final Graph graph;
  private final Map<String, Biased> losses = new LinkedHashMap<>();
  private @Nullable Tensor meanEntropy;

  Biases(Aim plan, Nets nets, Conversation talk, Graph graph) {
    this.plan = plan;
    this.graph = graph;
    if (plan.positiveSignalling().on()) {
      signal(talk.turn(0).logs());
    }
    if (plan.positiveListening().on()) {
      Agent.Turn turn = talk.turn(1);
      Tensor heard = turn.action() == null ? turn.logs() : turn.action().logs();
      listen(heard, nets.agents().get(1).inclination(talk.unheard(graph)));
    }
  }

  /** By name, in the order in which they are added. */
  Map<String, Biased> losses() {
    return losses;
  }

  /** H(π̄) of what a says, [1, 1], the mean over the symbols of a message; null if switched off. */
  @Nullable Tensor meanEntropy() {
    return meanEntropy;
  }

  private Tensor weights() {
    int batch = plan.setup().batch();
    Tensor weights = graph.input(batch, 1);
    for (int e = 0; e < batch; e++) {
      weights.write(e, 0, 1f / batch);
    }
    return weights;
  }

  /** Each place of a message has a mean policy of its own. */
  private void signal(Tensor logs) {
    int codes = plan.codebook();
    Tensor weights = weights();
    Tensor messages = messages(logs);
    Tensor mean = null;
    Tensor loss = null;
    for (int l = 0; l < plan.seqLen(); l++) {
      Tensor symbol = Columns.slice(messages, l * codes, (l + 1) * codes);
      Signalling.Terms terms = plan.positiveSignalling().terms(graph, symbol, weights);
      mean = sum(mean, terms.meanEntropy());
      loss = sum(loss, terms.loss());
    }
    meanEntropy = share(mean);
    losses.put("signalling_loss_a", new Biased(share(loss), plan.positiveSignalling().weight()));
  }

  private static Tensor sum(@Nullable Tensor before, Tensor next) {
    return before == null ? next : Elementwise.add(before, next);
  }

  private Tensor share(@Nullable Tensor sum) {
    if (sum == null) {
      throw new IllegalStateException("a message has one symbol at least");
    }
    return Elementwise.scale(sum, 1f / plan.seqLen());
  }

  /** One message a row: [batch, symbols · codes]. */
  private Tensor messages(Tensor logs) {
    return logs.reshape(logs.rows() / plan.seqLen(), plan.seqLen() * plan.codebook());
  }

  private void listen(Tensor heard, Tensor unheard) {
    Tensor weights = weights();
    Tensor with = actions(heard);
    Tensor without = actions(unheard);
    Tensor logs = plan.actions() == ActionMap.HEAD ? unheard : Bounds.log(without);
    losses.put(
        "listening_loss_b",
        new Biased(
            PositiveListening.difference(with, without, weights),
            plan.positiveListening().weight()));
    losses.put(
        "listening_cross_entropy_b",
        new Biased(
            PositiveListening.crossEntropy(with, logs, weights),
            plan.positiveListening().crossEntropy()));
  }

  /**
   * How probable each action is: [batch, 2]. Where it is read off the first symbol, that is how
   * probable the halves of the codebook are.
   */
  private Tensor actions(Tensor logs) {
    if (plan.actions() == ActionMap.HEAD) {
      return Bounds.exp(logs);
    }
    int codes = plan.codebook();
    Tensor halves = graph.input(codes, 2);
    for (int k = 0; k < codes; k++) {
      halves.write(k, k < codes / 2 ? 0 : 1, 1);
    }
    return Dense.product(Bounds.exp(Columns.slice(messages(logs), 0, codes)), halves);
  }
}
