package dev.parley.agent.aim;

import dev.parley.agent.aim.Agent.Choice;
import dev.parley.agent.aim.Agent.Senses;
import dev.parley.agent.aim.Agent.Turn;
import dev.parley.tensor.Columns;
import dev.parley.tensor.Elementwise;
import dev.parley.tensor.Graph;
import dev.parley.tensor.Indices;
import dev.parley.tensor.Program;
import dev.parley.tensor.Softmax;
import dev.parley.tensor.Tensor;

/**
 * A batch of exchanges as it is recorded: a perceives and speaks; b listens, perceives and speaks;
 * a critic judges.
 */
final class Conversation {

  private final Aim plan;
  private final Tensor latentsA;
  private final Tensor latentsB;
  private final Indices labels;
  private final Turn turnA;
  private final Turn turnB;
  private final Tensor gate;
  private final Tensor value;
  private final Program speakA;
  private final Program speakB;

  Conversation(Aim plan, Nets nets, Graph graph) {
    this.plan = plan;
    int batch = plan.setup().batch();
    labels = graph.indices(batch);
    latentsA = graph.input(batch, plan.latent());
    latentsB = graph.input(batch, plan.latent());
    Agent a = nets.agents().get(0);
    Agent b = nets.agents().get(1);
    turnA = a.turn(new Senses(latentsA, labels, null));
    speakA = graph.forward();
    gate = graph.input(1, 1);
    open(plan.channel() == Channel.OPEN);
    Tensor heard = Elementwise.scaleBy(b.read(turnA.symbols()), gate);
    turnB = b.turn(new Senses(latentsB, labels, heard));
    Tensor judged =
        plan.critic() == CriticInput.STATE
            ? turnA.state()
            : Columns.concatenate(turnA.state(), a.read(turnB.symbols()));
    value = nets.critic().apply(judged);
    speakB = graph.forward();
  }

  /**
   * Shows a signal to the agents that see it.
   *
   * @param sample its row in {@code forA} and {@code forB}, the latents of the samples as each
   *     agent encodes them
   */
  void show(int episode, int label, int sample, float[] forA, float[] forB) {
    labels.set(episode, label);
    latentsA.writeRow(episode, forA, sample * plan.latent());
    latentsB.writeRow(episode, forB, sample * plan.latent());
  }

  /** Whether b reads what a says, or zeros. */
  void open(boolean channel) {
    gate.write(0, 0, channel ? 1 : 0);
  }

  /** a perceives, speaks and acts. */
  void speakA() {
    speakA.run();
  }

  /** b listens, perceives, speaks and acts; the critic judges. */
  void speakB() {
    speakB.run();
  }

  /**
   * Puts what is most probable in the place of what an agent drew: each of its symbols, and its
   * action if that has a layer of its own.
   */
  void settle(int agent) {
    Turn turn = turn(agent);
    Softmax.settle(turn.logs(), turn.symbols());
    Choice choice = turn.action();
    if (choice != null) {
      Softmax.settle(choice.logs(), choice.chosen());
    }
  }

  /** Exchanges one symbol of what a said before b reads it. */
  void exchange(int episode, int position, int symbol) {
    turnA.symbols().set(episode * plan.seqLen() + position, symbol);
  }

  /** The turn of agent 0 or 1. */
  Turn turn(int agent) {
    return agent == 0 ? turnA : turnB;
  }

  /** What b perceives where it hears nothing: zeros. */
  Senses unheard(Graph graph) {
    return new Senses(latentsB, labels, graph.input(latentsB.rows(), Agent.messageWidth(plan)));
  }

  /** The action that follows from an agent's turn. */
  int action(int agent, int episode) {
    Turn turn = turn(agent);
    Choice choice = turn.action();
    if (choice != null) {
      return choice.chosen().get(episode);
    }
    int first = turn.symbols().get(episode * plan.seqLen());
    return first < plan.codebook() / 2 ? 0 : 1;
  }

  /** One symbol of what an agent said. */
  int symbol(int agent, int episode, int position) {
    return turn(agent).symbols().get(episode * plan.seqLen() + position);
  }

  /** The critic's judgement [batch, 1]. */
  Tensor value() {
    return value;
  }
}
