package dev.parley.agent.aim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The loss of AIM as docs/aim.md writes it, in 64-bit floats, one episode after the other, as a
 * function of all parameters.
 */
final class AimReference {

  /** A batch that was played: what was shown, said, done and earned. */
  static final class Played {
    final int classes;
    final int[] labels;
    final float[][] seen;
    final float[][] codebook;
    final int[][] symbols;
    final int[][] headActions;
    final int[][] actions;
    final double[][] rewards;
    final double entropyWeight;
    double[] baseline = {};

    Played(Aim plan, int classes, double entropyWeight) {
      int batch = plan.setup().batch();
      this.classes = classes;
      this.entropyWeight = entropyWeight;
      labels = new int[batch];
      seen = new float[batch][plan.latent()];
      codebook = new float[plan.codebook()][plan.latent()];
      symbols = new int[2][batch * plan.seqLen()];
      headActions = new int[2][batch];
      actions = new int[2][batch];
      rewards = new double[2][batch];
    }
  }

  /** One agent's parameters and what they make of the episode at hand. */
  private final class Mind {
    private final double[][] labels;
    private final double[][] table;
    private final Layer trunk;
    private final Layer speech;
    private final Layer action;
    private double[] state = {};
    private double[] label = {};
    private double[] hidden = {};
    private double[][] logs = {};
    private double[] actionLogs = {};

    Mind(boolean sees, boolean hears) {
      boolean coded = plan.symbols() == Symbols.CODEBOOK;
      int inputs = (sees ? plan.latent() + 8 : 0) + (hears ? plan.seqLen() * plan.latent() : 0);
      labels = sees ? matrix(played.classes, 8) : new double[0][];
      table = coded ? doubles(played.codebook) : matrix(plan.codebook(), plan.latent());
      trunk = new Layer(inputs, plan.hidden(), true);
      int voice = coded ? plan.latent() : plan.codebook();
      speech = new Layer(plan.hidden(), plan.seqLen() * voice, false);
      action = plan.actions() == ActionMap.HEAD ? new Layer(plan.hidden(), 2, false) : none;
    }

    double[] read(int agent, int episode) {
      double[] message = {};
      for (int l = 0; l < plan.seqLen(); l++) {
        int symbol = played.symbols[agent][episode * plan.seqLen() + l];
        message = join(message, table[symbol]);
      }
      return message;
    }

    void perceive(int episode, double[] heard) {
      boolean sees = labels.length > 0;
      label = sees ? labels[played.labels[episode]] : new double[0];
      double[] latent = sees ? doubles(played.seen)[episode] : new double[0];
      state = join(heard, latent, label);
      hidden = trunk.apply(state);
      double[] spoken = speech.apply(hidden);
      int width = spoken.length / plan.seqLen();
      logs = new double[plan.seqLen()][];
      for (int l = 0; l < plan.seqLen(); l++) {
        double[] part = Arrays.copyOfRange(spoken, l * width, (l + 1) * width);
        logs[l] = logSoftmax(plan.symbols() == Symbols.CODEBOOK ? nearness(part) : part);
      }
      actionLogs = plan.actions() == ActionMap.HEAD ? logSoftmax(action.apply(hidden)) : label;
    }
  }

  /** A fully connected layer; the next parameters, in order. */
  private final class Layer {
    private final double[][] weights;
    private final double[] bias;
    private final boolean rectified;

    Layer(int inputs, int outputs, boolean rectified) {
      weights = matrix(inputs, outputs);
      bias = outputs == 0 ? new double[0] : matrix(1, outputs)[0];
      this.rectified = rectified;
    }

    double[] apply(double[] x) {
      double[] y = bias.clone();
      for (int j = 0; j < y.length; j++) {
        for (int i = 0; i < x.length; i++) {
          y[j] += x[i] * weights[i][j];
        }
        y[j] = rectified ? Math.max(0, y[j]) : y[j];
      }
      return y;
    }
  }

  private final Aim plan;
  private final Played played;
  private final BiasReference biases;
  private final Layer none;
  private double[] parameters = {};
  private int next;

  AimReference(Aim plan, Played played) {
    this.plan = plan;
    this.played = played;
    this.biases = new BiasReference(plan);
    this.none = new Layer(0, 0, false);
  }

  /** Every loss before its weight, and under "total" their weighted sum. */
  Map<String, Double> losses(double[] values) {
    parameters = values;
    next = 0;
    boolean bSees = plan.setup().environment().roles().get(1).seesSignal();
    List<Mind> minds = List.of(new Mind(true, false), new Mind(bSees, true));
    List<List<Layer>> heads = new ArrayList<>();
    int message = plan.seqLen() * plan.latent();
    int stateA = plan.latent() + 8;
    int stateB = message + (bSees ? stateA : 0);
    boolean shared = plan.trunk() == Trunk.SHARED;
    heads.addAll(
        heads(message + (shared ? plan.hidden() : stateA), message + (shared ? plan.hidden() : 8)));
    heads.addAll(
        heads(
            message + (shared ? plan.hidden() : stateB),
            shared ? message + plan.hidden() : stateB));
    boolean judgesMessage = plan.critic() == CriticInput.STATE_AND_MESSAGE;
    List<Layer> critic = mlp(stateA + (judgesMessage ? message : 0), 2 * plan.hidden(), 1);
    if (next != values.length) {
      throw new AssertionError(next + " of " + values.length + " parameters");
    }
    Map<String, Double> losses = new LinkedHashMap<>();
    biases.clear();
    for (int e = 0; e < played.labels.length; e++) {
      minds.get(0).perceive(e, new double[0]);
      double[] heard = minds.get(1).read(0, e);
      double gate = plan.channel() == Channel.OPEN ? 1 : 0;
      minds.get(1).perceive(e, Arrays.stream(heard).map(x -> x * gate).toArray());
      for (int agent = 0; agent < 2; agent++) {
        teach(e, agent, minds, heads.subList(3 * agent, 3 * agent + 3), losses);
      }
      double[] judged = minds.get(0).state;
      judged = judgesMessage ? join(judged, minds.get(0).read(1, e)) : judged;
      double error = run(critic, judged)[0] - joint(e);
      add(losses, "value_loss", error * error, 0.5);
      favour(e, minds.get(0), minds.get(1));
    }
    biases.addTo(losses);
    return losses;
  }

  private void favour(int e, Mind a, Mind b) {
    biases.said(a.logs);
    biases.heard(b.logs, b.actionLogs);
    b.perceive(e, new double[plan.seqLen() * plan.latent()]);
    biases.unheard(b.logs, b.actionLogs);
  }

  private void teach(
      int e, int agent, List<Mind> minds, List<List<Layer>> heads, Map<String, Double> losses) {
    Mind mind = minds.get(agent);
    String suffix = agent == 0 ? "_a" : "_b";
    double advantage = joint(e) - played.baseline[e];
    double entropy = 0;
    double loss = 0;
    for (int l = 0; l < plan.seqLen(); l++) {
      loss -= mind.logs[l][played.symbols[agent][e * plan.seqLen() + l]] * advantage;
      entropy += entropy(mind.logs[l]) / plan.seqLen();
    }
    if (plan.actions() == ActionMap.HEAD) {
      loss -= mind.actionLogs[played.headActions[agent][e]] * advantage;
      entropy += entropy(mind.actionLogs);
    }
    add(losses, "policy_loss" + suffix, loss, 1);
    add(losses, "entropy" + suffix, entropy, -played.entropyWeight);
    boolean shared = plan.trunk() == Trunk.SHARED;
    double[] own = mind.read(agent, e);
    double[] context = join(own, shared ? mind.hidden : mind.state);
    double[] other = agent == 0 ? join(own, mind.label) : mind.state;
    other = shared ? context : other;
    if (plan.reflection().contextValue() > 0) {
      double error = run(heads.get(0), context)[0] - joint(e);
      add(losses, "context_value_loss" + suffix, error * error, plan.reflection().contextValue());
    }
    if (plan.reflection().opponent() > 0) {
      double[] predicted = run(heads.get(1), other);
      add(
          losses,
          "opponent_loss" + suffix,
          opponentLoss(e, agent, predicted),
          plan.reflection().opponent());
    }
    if (plan.intent() > 0) {
      double[] logs = logSoftmax(run(heads.get(2), other));
      add(losses, "intent_loss" + suffix, -logs[played.actions[0][e]], plan.intent());
    }
  }

  private double opponentLoss(int e, int agent, double[] predicted) {
    if (plan.opponentTarget() == OpponentTarget.REWARD) {
      return Math.pow(predicted[0] - played.rewards[1 - agent][e], 2);
    }
    double loss = 0;
    for (int l = 0; l < plan.seqLen(); l++) {
      int k = plan.codebook();
      double[] logs = logSoftmax(Arrays.copyOfRange(predicted, l * k, (l + 1) * k));
      loss -= logs[played.symbols[1 - agent][e * plan.seqLen() + l]] / plan.seqLen();
    }
    return loss;
  }

  private List<List<Layer>> heads(int contextWidth, int otherWidth) {
    int hidden = plan.hidden() / 2;
    boolean rewards = plan.opponentTarget() == OpponentTarget.REWARD;
    int predicted = rewards ? 1 : plan.seqLen() * plan.codebook();
    List<Layer> off = List.of();
    return List.of(
        plan.reflection().contextValue() > 0 ? mlp(contextWidth, hidden, 1) : off,
        plan.reflection().opponent() > 0 ? mlp(otherWidth, hidden, predicted) : off,
        plan.intent() > 0 ? mlp(otherWidth, hidden, 2) : off);
  }

  private List<Layer> mlp(int inputs, int hidden, int outputs) {
    return List.of(new Layer(inputs, hidden, true), new Layer(hidden, outputs, false));
  }

  private static double[] run(List<Layer> layers, double[] x) {
    for (Layer layer : layers) {
      x = layer.apply(x);
    }
    return x;
  }

  /** -‖h - c‖² for every code c less the mean code, in units of the root mean square of ‖c‖. */
  private double[] nearness(double[] h) {
    int codes = plan.codebook();
    double[][] c = doubles(played.codebook);
    double spread = 0;
    for (int d = 0; d < h.length; d++) {
      double mean = 0;
      for (int k = 0; k < codes; k++) {
        mean += c[k][d] / codes;
      }
      for (int k = 0; k < codes; k++) {
        c[k][d] -= mean;
        spread += c[k][d] * c[k][d] / codes;
      }
    }
    double[] scores = new double[codes];
    for (int k = 0; k < codes; k++) {
      for (int d = 0; d < h.length; d++) {
        scores[k] -= Math.pow(h[d] - c[k][d] / Math.sqrt(spread), 2);
      }
    }
    return scores;
  }

  private double joint(int episode) {
    return played.rewards[0][episode] + played.rewards[1][episode];
  }

  /** Adds one episode's part of a mean over the batch, and to the total by its weight. */
  private void add(Map<String, Double> losses, String name, double loss, double weight) {
    losses.merge(name, loss / played.labels.length, Double::sum);
    losses.merge("total", weight * loss / played.labels.length, Double::sum);
  }

  private double[][] matrix(int rows, int columns) {
    double[][] result = new double[rows][];
    for (int i = 0; i < rows; i++) {
      result[i] = Arrays.copyOfRange(parameters, next, next + columns);
      next += columns;
    }
    return result;
  }

  private static double[] logSoftmax(double[] x) {
    double sum = 0;
    for (double v : x) {
      sum += Math.exp(v);
    }
    double log = Math.log(sum);
    return Arrays.stream(x).map(v -> v - log).toArray();
  }

  private static double entropy(double[] logs) {
    return -Arrays.stream(logs).map(v -> Math.exp(v) * v).sum();
  }

  private static double[] join(double[]... parts) {
    return Arrays.stream(parts).flatMapToDouble(Arrays::stream).toArray();
  }

  private static double[][] doubles(float[][] values) {
    double[][] result = new double[values.length][];
    for (int i = 0; i < result.length; i++) {
      result[i] = new double[values[i].length];
      for (int j = 0; j < values[i].length; j++) {
        result[i][j] = values[i][j];
      }
    }
    return result;
  }
}
