package dev.parley.agent.aim;

import dev.parley.agent.aim.Agent.Choice;
import dev.parley.agent.aim.Agent.Turn;
import dev.parley.nn.Losses;
import dev.parley.rl.Reinforce;
import dev.parley.tensor.Elementwise;
import dev.parley.tensor.Graph;
import dev.parley.tensor.Indices;
import dev.parley.tensor.Lookup;
import dev.parley.tensor.Program;
import dev.parley.tensor.Tensor;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the agents learn from a batch of exchanges, as it is recorded:
 *
 * <pre>
 * Σ over agents: -Σ log π · (R - V) - c_e H + λ_refl (V̂ - R)² + λ_predict L_opponent + λ_intent L_intent
 * + ½ (V - R)² + c_ps L_ps + c_pl L_pl + c_ce L_ce
 * </pre>
 *
 * <p>Means over the batch. Σ log π is over the symbols of a message and the action if it has a
 * layer of its own; H is the mean entropy of a symbol, plus the action's. R is the joint reward.
 * Its own net estimates V, which is taken as a constant in the policy loss. The last three are
 * those of {@link Biases}.
 */
final class Lesson {

  private static final float VALUE_WEIGHT = 0.5f;
  private static final double NATS_PER_BIT = Math.log(2);

  private final Aim plan;
  private final int batch;
  private final Conversation talk;
  private final Tensor joint;
  private final Tensor[] rewards = new Tensor[2];
  private final Tensor symbolAdvantages;
  private final Tensor actionAdvantages;
  private final Tensor entropyWeight;
  private final Indices[] actions = new Indices[2];
  private final Map<String, Tensor> losses = new LinkedHashMap<>();
  private final Set<String> auxiliary = new HashSet<>();
  private final Tensor[] entropies = new Tensor[2];
  private final @Nullable Tensor meanEntropy;
  private final Program learn;
  private final float[] values;
  private @Nullable Tensor total;

  Lesson(Aim plan, Nets nets, Conversation talk, Graph graph) {
    this.plan = plan;
    this.talk = talk;
    batch = plan.setup().batch();
    values = new float[batch];
    joint = graph.input(batch, 1);
    symbolAdvantages = graph.input(batch * plan.seqLen(), 1);
    actionAdvantages = graph.input(batch, 1);
    entropyWeight = graph.input(1, 1);
    for (int i = 0; i < 2; i++) {
      rewards[i] = graph.input(batch, 1);
      actions[i] = graph.indices(batch);
    }
    for (int i = 0; i < 2; i++) {
      String agent = i == 0 ? "_a" : "_b";
      teachPolicy(i, agent);
      teachReflection(i, agent, nets);
    }
    add("value_loss", Losses.meanSquaredError(talk.value(), joint), VALUE_WEIGHT);
    Biases biases = new Biases(plan, nets, talk, graph);
    biases.losses().forEach((name, biased) -> add(name, biased.loss(), biased.weight()));
    meanEntropy = biases.meanEntropy();
    Tensor loss = Objects.requireNonNull(total);
    learn =
        plan.gradients() == Gradients.CLEARED ? graph.backwardFromZero(loss) : graph.backward(loss);
  }

  private void teachPolicy(int agent, String suffix) {
    Turn turn = talk.turn(agent);
    Tensor loss =
        Reinforce.policyLoss(Lookup.pick(turn.logs(), turn.symbols()), symbolAdvantages, batch);
    Tensor entropy = Reinforce.meanEntropy(turn.logs());
    entropies[agent] = entropy;
    Choice action = turn.action();
    if (action != null) {
      Tensor chosen = Lookup.pick(action.logs(), action.chosen());
      loss = Elementwise.add(loss, Reinforce.policyLoss(chosen, actionAdvantages, batch));
      entropy = Elementwise.add(entropy, Reinforce.meanEntropy(action.logs()));
    }
    add("policy_loss" + suffix, loss, 1);
    addToTotal(Elementwise.scale(Elementwise.scaleBy(entropy, entropyWeight), -1));
  }

  private void teachReflection(int agent, String suffix, Nets nets) {
    Turn turn = talk.turn(agent);
    Reflector reflector = nets.reflectors().get(agent);
    if (!plan.reflects()) {
      return;
    }
    Tensor own = nets.agents().get(agent).read(turn.symbols());
    Tensor context = Reflector.contextInput(plan, turn, own);
    Tensor opponent = Reflector.opponentInput(plan, turn, own, agent == 0);
    addAuxiliary(
        "context_value_loss" + suffix,
        reflector.contextValueLoss(context, joint),
        plan.reflection().contextValue());
    addAuxiliary(
        "opponent_loss" + suffix,
        reflector.opponentLoss(opponent, rewards[1 - agent], talk.turn(1 - agent).symbols()),
        plan.reflection().opponent());
    addAuxiliary("intent_loss" + suffix, reflector.intentLoss(opponent, actions[0]), plan.intent());
  }

  private void add(String name, @Nullable Tensor loss, double weight) {
    if (loss != null) {
      losses.put(name, loss);
      addToTotal(weight == 1 ? loss : Elementwise.scale(loss, (float) weight));
    }
  }

  private void addAuxiliary(String name, @Nullable Tensor loss, double weight) {
    auxiliary.add(name);
    add(name, loss, weight);
  }

  private void addToTotal(Tensor term) {
    total = total == null ? term : Elementwise.add(total, term);
  }

  /** Computes the gradients, given what each agent earned in each episode. */
  void run(double[][] earned, int[][] chosen, double entropyBonus) {
    talk.value().read(values);
    entropyWeight.write(0, 0, (float) entropyBonus);
    for (int e = 0; e < batch; e++) {
      float reward = (float) (earned[0][e] + earned[1][e]);
      float advantage = reward - values[e];
      joint.write(e, 0, reward);
      actionAdvantages.write(e, 0, advantage);
      for (int l = 0; l < plan.seqLen(); l++) {
        symbolAdvantages.write(e * plan.seqLen() + l, 0, advantage);
      }
      for (int i = 0; i < 2; i++) {
        rewards[i].write(e, 0, (float) earned[i][e]);
        actions[i].set(e, chosen[i][e]);
      }
    }
    learn.run();
  }

  /** The losses by name, each before its weight. */
  Map<String, Tensor> losses() {
    return losses;
  }

  /** Whether a loss is one of reflection or intent. */
  boolean isAuxiliary(String name) {
    return auxiliary.contains(name);
  }

  /** The mean entropy of an agent's choice of a symbol, in bits. */
  double entropy(int agent) {
    return entropies[agent].item() / NATS_PER_BIT;
  }

  /** The entropy of what a says over the batch, in bits a symbol; not a number if nobody asks. */
  double meanEntropy() {
    return meanEntropy == null ? Double.NaN : meanEntropy.item() / NATS_PER_BIT;
  }
}
