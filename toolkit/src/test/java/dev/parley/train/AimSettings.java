package dev.parley.train;

import dev.parley.agent.aim.ActionMap;
import dev.parley.agent.aim.Aim;
import dev.parley.agent.aim.Channel;
import dev.parley.agent.aim.Codebooks;
import dev.parley.agent.aim.CriticInput;
import dev.parley.agent.aim.Gradients;
import dev.parley.agent.aim.OpponentTarget;
import dev.parley.agent.aim.Symbols;
import dev.parley.agent.aim.Trunk;
import dev.parley.agent.bias.Lambda;
import dev.parley.datasets.Mnist;
import dev.parley.env.Bimatrix;
import dev.parley.env.ContextualPrisonersDilemma;
import dev.parley.vq.Quantiser;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Every setting of AIM by name, with a value that neither of its presets has, or, where there are
 * but two values, the one that the default has not.
 */
final class AimSettings {

  static final Bimatrix GAME = Bimatrix.of(1, 2, 3, 4.5, -5, 6, 7, 1e-7);

  private AimSettings() {}

  static Map<String, UnaryOperator<Aim>> other() {
    Map<String, UnaryOperator<Aim>> other = new LinkedHashMap<>();
    other.put("codebook", a -> a.codebook(17));
    other.put("seqLen", a -> a.seqLen(3));
    other.put("latent", a -> a.latent(5));
    other.put("hidden", a -> a.hidden(7));
    other.put("encoderHidden", a -> a.encoderHidden(9));
    other.put("pretrain", a -> a.pretrain(0));
    other.put("quantiser", a -> a.quantiser(Quantiser.gradient().commitment(0.5).restart(0.25)));
    other.put("codebooks", a -> a.codebooks(Codebooks.SEPARATE));
    other.put("symbols", a -> a.symbols(Symbols.OWN_TABLE));
    other.put("channel", a -> a.channel(Channel.SILENT));
    other.put("actions", a -> a.actions(ActionMap.HEAD));
    other.put("reflection", a -> a.reflection(0.7, 1e-9));
    other.put("opponentTarget", a -> a.opponentTarget(OpponentTarget.SYMBOLS));
    other.put("trunk", a -> a.trunk(Trunk.SEPARATE));
    other.put("intent", a -> a.intent(0.3));
    other.put(
        "positiveSignalling", a -> a.positiveSignalling(0.25, Lambda.onAverage(0.3), 1.0 / 3));
    other.put("positiveListening", a -> a.positiveListening(0.01, 1e-3));
    other.put("critic", a -> a.critic(CriticInput.STATE_AND_MESSAGE));
    other.put("entropy", a -> a.entropy(0.2, 0.999));
    other.put("gradients", a -> a.gradients(Gradients.ACCUMULATED));
    other.put("seed", a -> a.seed(Long.MIN_VALUE));
    other.put("rounds", a -> a.rounds(77));
    other.put("batch", a -> a.batch(8));
    other.put("environment", a -> a.environment(new ContextualPrisonersDilemma(GAME, GAME)));
    other.put("dataset", a -> a.dataset(Mnist.at("a \"b\" c").test()));
    other.put("holdout", a -> a.holdout(0.45));
    other.put("learningRate", a -> a.learningRate(1e-5, 0.99));
    other.put("clip", a -> a.clip(2.5));
    other.put("audit", a -> a.audit(false));
    other.put("recordMessages", a -> a.recordMessages(640));
    other.put("evaluateEvery", a -> a.evaluateEvery(50, 64));
    return other;
  }

  /** Values that the plan's text writes in a form of its own. */
  static Map<String, UnaryOperator<Aim>> special() {
    Map<String, UnaryOperator<Aim>> special = new LinkedHashMap<>();
    special.put("channel(Channel.OPEN)", a -> a.channel(Channel.OPEN));
    special.put("codebooks(Codebooks.SHARED)", a -> a.codebooks(Codebooks.SHARED));
    special.put("clip(Double.POSITIVE_INFINITY)", a -> a.clip(Double.POSITIVE_INFINITY));
    special.put("learningRate(0.25)", a -> a.learningRate(0.25));
    special.put("entropy(0.0)", a -> a.entropy(0));
    special.put("positiveSignalling(0.1)", a -> a.positiveSignalling(0.1));
    special.put("positiveSignalling(0.0)", a -> a.positiveSignalling(0, Lambda.onTarget(2), 0.1));
    special.put(
        "positiveSignalling(0.1, Lambda.onTarget(2.0), 0.5)",
        a -> a.positiveSignalling(0.1, Lambda.onTarget(2), 0.5));
    special.put(
        "positiveSignalling(0.1, new Lambda(0.0, 2.0), 0.5)",
        a -> a.positiveSignalling(0.1, new Lambda(0, 2), 0.5));
    special.put("positiveListening(0.0, 0.5)", a -> a.positiveListening(-0.0, 0.5));
    special.put("seed(-1)", a -> a.seed(-1));
    special.put("seed(5000000000L)", a -> a.seed(5_000_000_000L));
    special.put("intent(1.0E-12)", a -> a.intent(1e-12));
    return special;
  }
}
