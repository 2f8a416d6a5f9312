package dev.parley.agent.aim;

import dev.parley.bench.measure.Export;
import dev.parley.bench.measure.Export.Part;
import dev.parley.datasets.Samples;
import dev.parley.env.Actions;
import dev.parley.env.Bimatrix;
import dev.parley.env.Dilemma;
import dev.parley.env.Episodes;
import dev.parley.nn.Adam;
import dev.parley.random.Streams;
import dev.parley.tensor.Graph;
import dev.parley.tensor.Parameters;
import dev.parley.train.Stage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The first rounds of {@link Aim#published()} with an encoder that was not trained, written down so
 * that another program can play them again: the same nets, streams and steps as {@link AimLearner}
 * has, so that it logs the same numbers.
 *
 * <p>The folder holds the initial parameters; the latents [samples, D] and labels of all samples;
 * of every round the samples shown [rounds, batch], the symbols said [rounds, agent, batch, L], the
 * rewards [rounds, agent, batch], and everything that is logged [rounds, names].
 */
public final class AimExport implements AutoCloseable {

  private static final List<String> AGENTS = List.of("a", "b");

  private final Aim plan;
  private final int batch;
  private final Samples samples;
  private final Episodes episodes;
  private final float[] latents;
  private final Graph graph = new Graph();
  private final Parameters parameters = new Parameters();
  private final Conversation talk;
  private final Lesson lesson;
  private final Adam adam;
  private final double[][] rewards;
  private final int[][] actions;
  private final List<Integer> shown = new ArrayList<>();
  private final List<Integer> said = new ArrayList<>();
  private final List<Double> earned = new ArrayList<>();
  private final Map<String, List<Double>> log = new LinkedHashMap<>();

  /** The game of this plan, which differs from {@link Aim#published()} in its sizes alone. */
  public AimExport(Aim plan, Stage stage) {
    this.plan = plan;
    batch = plan.setup().batch();
    samples = stage.train();
    episodes = stage.episodes();
    rewards = new double[2][batch];
    actions = new int[2][batch];
    Streams streams = stage.streams();
    try (Perception perception = new Perception("both", plan, stage, streams.child("vq-vae"))) {
      latents = perception.latents(samples);
    }
    Nets nets = Nets.of(plan, graph, parameters, samples.classes(), streams);
    talk = new Conversation(plan, nets, graph);
    lesson = new Lesson(plan, nets, talk, graph);
    adam = new Adam(parameters, plan.setup().clip());
  }

  /** Plays this many rounds and writes the folder. */
  public void write(Export export, int rounds) throws IOException {
    export.floats("parameters.f32", parameters.toArray());
    export.floats("latents.f32", latents);
    export.labels(samples);
    for (int round = 0; round < rounds; round++) {
      round(round);
    }
    export.wholes("samples.i32", shown.stream().mapToInt(Integer::intValue).toArray());
    export.wholes("symbols.i32", said.stream().mapToInt(Integer::intValue).toArray());
    export.doubles("rewards.f64", doubles(earned));
    List<Double> logged = new ArrayList<>();
    for (int round = 0; round < rounds; round++) {
      for (List<Double> column : log.values()) {
        logged.add(column.get(round));
      }
    }
    export.doubles("log.f64", doubles(logged));
    Map<String, Object> layout = settings(plan, samples.classes());
    layout.put("rounds", rounds);
    layout.put("log", List.copyOf(log.keySet()));
    layout.put("parameters", parts());
    export.layout(layout);
  }

  private static double[] doubles(List<Double> values) {
    return values.stream().mapToDouble(Double::doubleValue).toArray();
  }

  private void round(int round) {
    episodes.reset();
    for (int e = 0; e < batch; e++) {
      int sample = episodes.signal(e);
      talk.show(e, samples.label(sample), sample, latents, latents);
      shown.add(sample);
    }
    talk.speakA();
    talk.speakB();
    for (int agent = 0; agent < 2; agent++) {
      for (int e = 0; e < batch; e++) {
        actions[agent][e] = talk.action(agent, e);
        for (int l = 0; l < plan.seqLen(); l++) {
          said.add(talk.symbol(agent, e, l));
        }
      }
    }
    episodes.step(Actions.of(actions));
    for (int agent = 0; agent < 2; agent++) {
      for (int e = 0; e < batch; e++) {
        rewards[agent][e] = episodes.reward(agent, e);
        earned.add(rewards[agent][e]);
      }
    }
    lesson.run(rewards, actions, plan.entropy().at(round));
    adam.step(plan.setup().learningRate().at(round));
    remember();
  }

  private void remember() {
    for (int agent = 0; agent < 2; agent++) {
      double sum = 0;
      for (double reward : rewards[agent]) {
        sum += reward;
      }
      put("reward_" + AGENTS.get(agent), sum / batch);
      put("entropy_" + AGENTS.get(agent), lesson.entropy(agent));
    }
    lesson.losses().forEach((name, loss) -> put(name, loss.item()));
  }

  private void put(String name, double value) {
    log.computeIfAbsent(name, n -> new ArrayList<>()).add(value);
  }

  /** What another program has to know of a plan to play its rounds. */
  public static Map<String, Object> settings(Aim plan, int classes) {
    Map<String, Object> layout = new LinkedHashMap<>();
    layout.put("plan", plan.toString());
    layout.put("batch", plan.setup().batch());
    layout.put("codes", plan.codebook());
    layout.put("seq_len", plan.seqLen());
    layout.put("latent", plan.latent());
    layout.put("hidden", plan.hidden());
    layout.put("classes", classes);
    layout.put(
        "learning_rate",
        List.of(plan.setup().learningRate().start(), plan.setup().learningRate().decay()));
    layout.put("entropy", List.of(plan.entropy().start(), plan.entropy().decay()));
    layout.put("opponent", plan.reflection().opponent());
    layout.put("intent", plan.intent());
    layout.put("kept", Math.max(1, plan.setup().rounds() / 10) * (long) plan.setup().batch());
    Dilemma game = (Dilemma) plan.setup().environment();
    layout.put("payoffs", List.of(payoffs(game.even()), payoffs(game.odd())));
    return layout;
  }

  /** Payoffs by the action of a, then of b. */
  private static List<List<List<Double>>> payoffs(Bimatrix game) {
    List<List<List<Double>>> table = new ArrayList<>();
    for (int a = 0; a < 2; a++) {
      List<List<Double>> row = new ArrayList<>();
      for (int b = 0; b < 2; b++) {
        Bimatrix.Payoff payoff = game.payoff(a, b);
        row.add(List.of(payoff.first(), payoff.second()));
      }
      table.add(row);
    }
    return table;
  }

  /** The parameters in the order in which {@link Nets} adds them. */
  private List<Part> parts() {
    int message = Agent.messageWidth(plan);
    int signal = plan.latent() + Agent.LABEL;
    int voices = plan.seqLen() * plan.codebook();
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      String name = AGENTS.get(i);
      int inputs = signal + i * message;
      parts.add(new Part(name + ".labels", samples.classes(), Agent.LABEL));
      parts.add(new Part(name + ".symbols", plan.codebook(), plan.latent()));
      Export.perceptron(parts, name + ".policy", inputs, plan.hidden(), voices);
    }
    for (int i = 0; i < 2; i++) {
      String name = AGENTS.get(i);
      int inputs = message + (i == 0 ? Agent.LABEL : signal);
      Export.perceptron(parts, name + ".opponent", inputs, plan.hidden() / 2, voices);
      Export.perceptron(parts, name + ".intent", inputs, plan.hidden() / 2, 2);
    }
    Export.perceptron(parts, "critic", signal + message, 2 * plan.hidden(), 1);
    return parts;
  }

  @Override
  public void close() {
    adam.close();
    graph.close();
    parameters.close();
  }
}
