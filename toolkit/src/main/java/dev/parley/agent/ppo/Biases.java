package dev.parley.agent.ppo;

import dev.parley.agent.bias.Signalling;
import dev.parley.agent.play.Seat;
import dev.parley.agent.play.Speech;
import dev.parley.error.Problem;
import dev.parley.rl.PositiveListening;
import dev.parley.tensor.Bounds;
import dev.parley.tensor.Broadcast;
import dev.parley.tensor.Elementwise;
import dev.parley.tensor.Graph;
import dev.parley.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Positive signalling and positive listening of one policy, as they are recorded: sums over what is
 * said, and over what is done. Means are over the moments of a minibatch.
 */
final class Biases {

  private final Ppo plan;
  private final Seat seat;
  private final Graph graph;
  private final Tensor weights;
  private @Nullable Tensor meanEntropy;
  private @Nullable Tensor signalling;
  private @Nullable Tensor difference;
  private @Nullable Tensor crossEntropy;

  /**
   * Nothing recorded yet.
   *
   * @param weights of the moments, [rows, 1]
   */
  Biases(Ppo plan, Seat seat, Graph graph, Tensor weights) {
    this.plan = plan;
    this.seat = seat;
    this.graph = graph;
    this.weights = weights;
  }

  /** Whether an agent is drawn to messages that tell: it says what somebody else can hear. */
  static boolean signals(Ppo plan, Seat seat) {
    return plan.positiveSignalling().on()
        && seat.heads().stream().anyMatch(Seat.Head::isSaid)
        && plan.seats().stream().anyMatch(s -> s.agent() != seat.agent() && hears(s));
  }

  /** Whether an agent is drawn to minding what it hears: it hears, and does something. */
  static boolean listens(Ppo plan, Seat seat) {
    return plan.positiveListening().on()
        && hears(seat)
        && seat.heads().stream().anyMatch(head -> !head.isSaid());
  }

  private static boolean hears(Seat seat) {
    return !seat.heard().isEmpty();
  }

  /** Settings that can have no effect. */
  static List<Problem> conflicts(Ppo plan) {
    List<Problem> found = new ArrayList<>();
    List<Seat> learners = new ArrayList<>();
    plan.policies().groups(plan.seats()).values().forEach(learners::addAll);
    boolean silent = plan.speech() == Speech.SILENT;
    String always = "where everybody always says the first word";
    if (plan.positiveSignalling().on()) {
      if (silent) {
        found.add(plan.positiveSignalling().refused(always));
      } else if (learners.stream().noneMatch(seat -> signals(plan, seat))) {
        found.add(plan.positiveSignalling().refused("where nobody hears what a learner says"));
      } else if (plan.setup().batch() == 1 || plan.minibatch() == 1) {
        found.add(
            plan.positiveSignalling()
                .refused("in batches of one episode, or minibatches of one moment"));
      }
    }
    if (plan.positiveListening().on()) {
      if (silent) {
        found.add(plan.positiveListening().refused(always));
      } else if (learners.stream().noneMatch(seat -> listens(plan, seat))) {
        found.add(plan.positiveListening().refused("where no learner hears and does something"));
      }
    }
    return found;
  }

  /**
   * Records what is asked for and adds it to a loss, which comes back as it is if nothing is.
   *
   * @param logs log-probabilities of each choice, [rows, options]
   */
  Tensor addTo(Tensor loss, PolicyNet net, Tensor seen, List<Tensor> masks, List<Tensor> logs) {
    Tensor sum = loss;
    if (signals(plan, seat)) {
      signal(logs);
      sum = plus(sum, signalling, plan.positiveSignalling().weight());
    }
    if (listens(plan, seat)) {
      listen(logs, net.logs(unheard(seen), masks));
      sum = plus(sum, difference, plan.positiveListening().weight());
      sum = plus(sum, crossEntropy, plan.positiveListening().crossEntropy());
    }
    return sum;
  }

  private static Tensor plus(Tensor sum, @Nullable Tensor term, double weight) {
    return term == null ? sum : Elementwise.add(sum, Elementwise.scale(term, (float) weight));
  }

  private static Tensor sum(@Nullable Tensor before, Tensor next) {
    return before == null ? next : Elementwise.add(before, next);
  }

  private void signal(List<Tensor> logs) {
    for (int h = 0; h < logs.size(); h++) {
      if (seat.heads().get(h).isSaid()) {
        Signalling.Terms terms = plan.positiveSignalling().terms(graph, logs.get(h), weights);
        meanEntropy = sum(meanEntropy, terms.meanEntropy());
        signalling = sum(signalling, terms.loss());
      }
    }
  }

  /** What the agent sees, with zeros for what it hears. */
  private Tensor unheard(Tensor seen) {
    Tensor gain = graph.input(1, seen.columns());
    for (int i = 0; i < seen.columns(); i++) {
      int column = i;
      boolean said =
          seat.heard().stream()
              .anyMatch(part -> column >= part.from() && column < part.from() + part.width());
      gain.write(0, i, said ? 0 : 1);
    }
    return Broadcast.affine(seen, gain, graph.input(1, seen.columns()));
  }

  private void listen(List<Tensor> with, List<Tensor> without) {
    for (int h = 0; h < with.size(); h++) {
      if (!seat.heads().get(h).isSaid()) {
        Tensor policy = Bounds.exp(with.get(h));
        Tensor deaf = Bounds.exp(without.get(h));
        difference = sum(difference, PositiveListening.difference(policy, deaf, weights));
        crossEntropy =
            sum(crossEntropy, PositiveListening.crossEntropy(policy, without.get(h), weights));
      }
    }
  }

  /** H(π̄) of what is said, in nats; 0 if it is not asked for. */
  double meanEntropy() {
    return item(meanEntropy);
  }

  /** L_ps before its weight; 0 if it is not asked for. */
  double signalling() {
    return item(signalling);
  }

  /** L_pl before its weight; 0 if it is not asked for. */
  double difference() {
    return item(difference);
  }

  /** L_ce before its weight, in nats; 0 if it is not asked for. */
  double crossEntropy() {
    return item(crossEntropy);
  }

  private static double item(@Nullable Tensor term) {
    return term == null ? 0 : term.item();
  }
}
