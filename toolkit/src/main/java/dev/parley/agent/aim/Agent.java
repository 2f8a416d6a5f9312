package dev.parley.agent.aim;

import dev.parley.nn.Embedding;
import dev.parley.nn.Linear;
import dev.parley.random.RandomStream;
import dev.parley.random.Streams;
import dev.parley.tensor.Activation;
import dev.parley.tensor.Columns;
import dev.parley.tensor.Dense;
import dev.parley.tensor.Indices;
import dev.parley.tensor.Lookup;
import dev.parley.tensor.Parameters;
import dev.parley.tensor.Softmax;
import dev.parley.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The nets by which one agent reads, speaks and acts. */
final class Agent {

  /** Dimensions of the vector that stands for a label. */
  static final int LABEL = 8;

  /**
   * What an agent perceives.
   *
   * @param latent [batch, latent], the signal's; null if it does not see the signal
   * @param label the signal's; null likewise
   * @param heard [batch, symbols · latent], what it was told; null if nobody speaks to it
   */
  record Senses(@Nullable Tensor latent, @Nullable Indices label, @Nullable Tensor heard) {}

  /**
   * One turn as it is recorded.
   *
   * @param state [batch, any], all that the agent perceives
   * @param label [batch, 8], the label's vector; null if it does not see the signal
   * @param hidden [batch, hidden], of the policy
   * @param logs [batch · symbols, codes], log-probabilities of the symbols
   * @param symbols what it says, one symbol a row
   * @param action log-probabilities [batch, 2] and choice; null if the action is read off the first
   *     symbol
   */
  record Turn(
      Tensor state,
      @Nullable Tensor label,
      Tensor hidden,
      Tensor logs,
      Indices symbols,
      @Nullable Choice action) {}

  /**
   * A choice among a few.
   *
   * @param logs [batch, choices]
   * @param chosen one a row
   */
  record Choice(Tensor logs, Indices chosen) {}

  private final Aim plan;
  private final Voice voice;
  private final @Nullable Embedding labels;
  private final @Nullable Embedding table;
  private final Linear trunk;
  private final Linear speech;
  private final @Nullable Linear actionHead;
  private final RandomStream choices;

  /** An agent that sees the signal, of so many classes, or not; and that is spoken to, or not. */
  Agent(
      Aim plan,
      Parameters parameters,
      int classes,
      boolean sees,
      boolean hears,
      Voice voice,
      Streams streams) {
    this.plan = plan;
    this.voice = voice;
    this.choices = streams.stream("choices");
    boolean coded = plan.symbols() == Symbols.CODEBOOK;
    int hidden = plan.hidden();
    int inputs = (sees ? plan.latent() + LABEL : 0) + (hears ? messageWidth(plan) : 0);
    int voices = plan.seqLen() * (coded ? plan.latent() : plan.codebook());
    labels = sees ? new Embedding(parameters, classes, LABEL, streams.stream("labels")) : null;
    table =
        coded
            ? null
            : new Embedding(parameters, plan.codebook(), plan.latent(), streams.stream("symbols"));
    trunk = new Linear(parameters, inputs, hidden, Activation.RELU, streams.stream("trunk"));
    speech = new Linear(parameters, hidden, voices, Activation.NONE, streams.stream("speech"));
    actionHead =
        plan.actions() == ActionMap.HEAD
            ? new Linear(parameters, hidden, 2, Activation.NONE, streams.stream("action"))
            : null;
  }

  /** Where its symbols and actions are drawn from. */
  RandomStream choices() {
    return choices;
  }

  /** Columns of a message as it is read: symbols times dimensions. */
  static int messageWidth(Aim plan) {
    return plan.seqLen() * plan.latent();
  }

  /** A message as the agent reads it: [batch, symbols · latent]. */
  Tensor read(Indices symbols) {
    Tensor vectors = table != null ? table.apply(symbols) : Lookup.rows(voice.vectors(), symbols);
    return vectors.reshape(symbols.rows() / plan.seqLen(), messageWidth(plan));
  }

  /** Records perceiving, speaking and acting. */
  Turn turn(Senses senses) {
    Tensor label = label(senses);
    Tensor state = state(senses, label);
    Tensor hidden = trunk.apply(state);
    Tensor logs = Softmax.log(scores(hidden));
    Indices symbols = Softmax.sample(logs, choices);
    return new Turn(state, label, hidden, logs, symbols, act(hidden));
  }

  /**
   * Records what the action of an agent that perceives this is read off; nothing is drawn.
   *
   * @return log-probabilities: of the actions [batch, 2], or, if they have no layer of their own,
   *     of the symbols [batch · symbols, codes]
   */
  Tensor inclination(Senses senses) {
    Tensor hidden = trunk.apply(state(senses, label(senses)));
    return Softmax.log(actionHead != null ? actionHead.apply(hidden) : scores(hidden));
  }

  private @Nullable Tensor label(Senses senses) {
    return senses.label() != null && labels != null ? labels.apply(senses.label()) : null;
  }

  private static Tensor state(Senses senses, @Nullable Tensor label) {
    List<Tensor> parts = new ArrayList<>();
    if (senses.heard() != null) {
      parts.add(senses.heard());
    }
    if (senses.latent() != null && label != null) {
      parts.add(senses.latent());
      parts.add(label);
    }
    return Columns.concatenate(parts.toArray(Tensor[]::new));
  }

  private Tensor scores(Tensor hidden) {
    Tensor spoken = speech.apply(hidden);
    int rows = hidden.rows() * plan.seqLen();
    if (plan.symbols() == Symbols.OWN_TABLE) {
      return spoken.reshape(rows, plan.codebook());
    }
    Tensor latents = spoken.reshape(rows, plan.latent());
    return Dense.linear(latents, voice.weights(), voice.bias(), Activation.NONE);
  }

  private @Nullable Choice act(Tensor hidden) {
    if (actionHead == null) {
      return null;
    }
    Tensor logs = Softmax.log(actionHead.apply(hidden));
    return new Choice(logs, Softmax.sample(logs, choices));
  }
}
