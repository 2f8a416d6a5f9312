package dev.parley.agent.aim;

import dev.parley.agent.aim.Agent.Turn;
import dev.parley.nn.Losses;
import dev.parley.nn.Mlp;
import dev.parley.random.Streams;
import dev.parley.tensor.Columns;
import dev.parley.tensor.Indices;
import dev.parley.tensor.Parameters;
import dev.parley.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/**
 * The heads by which one agent reflects on what it said; each exists only if its weight is above 0.
 */
final class Reflector {

  private final Aim plan;
  private final @Nullable Mlp contextValue;
  private final @Nullable Mlp opponent;
  private final @Nullable Mlp intent;

  /** Heads whose inputs have these widths; see {@link #contextInput} and {@link #opponentInput}. */
  Reflector(Aim plan, Parameters parameters, int contextWidth, int opponentWidth, Streams streams) {
    this.plan = plan;
    int hidden = plan.hidden() / 2;
    contextValue =
        plan.reflection().contextValue() > 0
            ? new Mlp(parameters, contextWidth, hidden, 1, streams.stream("context-value"))
            : null;
    int predicted =
        plan.opponentTarget() == OpponentTarget.REWARD ? 1 : plan.seqLen() * plan.codebook();
    opponent =
        plan.reflection().opponent() > 0
            ? new Mlp(parameters, opponentWidth, hidden, predicted, streams.stream("opponent"))
            : null;
    intent =
        plan.intent() > 0
            ? new Mlp(parameters, opponentWidth, hidden, 2, streams.stream("intent"))
            : null;
  }

  /** (V̂ - R)², the mean over the batch; null if switched off. */
  @Nullable Tensor contextValueLoss(Tensor input, Tensor jointReward) {
    return contextValue == null
        ? null
        : Losses.meanSquaredError(contextValue.apply(input), jointReward);
  }

  /** The loss of predicting the other's reward or symbols; null if switched off. */
  @Nullable Tensor opponentLoss(Tensor input, Tensor otherReward, Indices otherSymbols) {
    if (opponent == null) {
      return null;
    }
    Tensor predicted = opponent.apply(input);
    if (plan.opponentTarget() == OpponentTarget.REWARD) {
      return Losses.meanSquaredError(predicted, otherReward);
    }
    return Losses.crossEntropy(
        predicted.reshape(otherSymbols.rows(), plan.codebook()), otherSymbols);
  }

  /** The cross-entropy of predicting an action; null if switched off. */
  @Nullable Tensor intentLoss(Tensor input, Indices action) {
    return intent == null ? null : Losses.crossEntropy(intent.apply(input), action);
  }

  /**
   * What the context-value head reads: the agent's own symbols and its hidden layer, or what it
   * perceives.
   */
  static Tensor contextInput(Aim plan, Turn turn, Tensor own) {
    boolean shared = plan.trunk() == Trunk.SHARED;
    return Columns.concatenate(own, shared ? turn.hidden() : turn.state());
  }

  /**
   * What the heads of opponent and intent read. With a separate trunk it is what the reference code
   * gives them: a's own symbols and the label; all that b perceives.
   */
  static Tensor opponentInput(Aim plan, Turn turn, Tensor own, boolean speaksFirst) {
    if (plan.trunk() == Trunk.SHARED) {
      return Columns.concatenate(own, turn.hidden());
    }
    if (!speaksFirst) {
      return turn.state();
    }
    return turn.label() == null ? own : Columns.concatenate(own, turn.label());
  }
}
