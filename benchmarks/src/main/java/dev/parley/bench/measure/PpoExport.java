package dev.parley.bench.measure;

import dev.parley.agent.ppo.Ppo;
import dev.parley.env.Discrete;
import dev.parley.env.Role;
import dev.parley.random.RandomStream;
import dev.parley.random.Streams;
import dev.parley.train.Learner;
import dev.parley.train.Listener;
import dev.parley.train.Run;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The first rounds of a plan written down so that another program can learn from them again and log
 * the same: beside the episodes (see {@link Recorded}), {@code parameters.f32}, those of each
 * policy at the beginning; {@code orders.i32} [rounds, agents, epochs, moments], in which order
 * moments were dealt; {@code log.f64} [rounds, agents, columns].
 */
final class PpoExport {

  /** Of one agent; it logs either of the two entropies as 0. */
  private static final List<String> COLUMNS =
      List.of("policy_loss_", "value_loss_", "", "kl_", "clipped_");

  private final Ppo plan;
  private final Recorded game;
  private final List<String> agents;

  /**
   * A plan with a policy and one choice for each agent, of whom the first speaks and the others do
   * not.
   */
  PpoExport(Ppo plan, int rounds) {
    game = new Recorded(plan.setup().environment());
    agents = game.roles().stream().map(Role::name).toList();
    this.plan = plan.environment(game).rounds(rounds).audit(false);
  }

  void write(Export export) throws IOException {
    List<float[]> parameters = parameters();
    float[] all = new float[parameters.stream().mapToInt(part -> part.length).sum()];
    int at = 0;
    for (float[] part : parameters) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    export.floats("parameters.f32", all);
    export.doubles("log.f64", log(plan.run(Listener.silent())));
    export.wholes("orders.i32", orders());
    Map<String, Object> layout = settings(plan);
    layout.putAll(game.write(export));
    layout.put("parameters", parameters.stream().map(part -> part.length).toList());
    export.layout(layout);
  }

  /** What another program has to know of a plan to learn by it. */
  static Map<String, Object> settings(Ppo plan) {
    Map<String, Object> layout = new LinkedHashMap<>();
    List<Role> roles = plan.setup().environment().roles();
    layout.put("game", "speaker-listener");
    layout.put("batch", plan.setup().batch());
    layout.put("widths", roles.stream().map(Role::features).toList());
    layout.put("options", roles.stream().map(PpoExport::options).toList());
    layout.put("hidden", plan.hidden());
    layout.put("layers", plan.layers());
    layout.put("learning_rate", plan.setup().learningRate().start());
    layout.put("clip", plan.setup().clip());
    layout.put("discount", plan.discount());
    layout.put("lambda", plan.lambda());
    layout.put("clip_range", plan.clipRange());
    layout.put("epochs", plan.epochs());
    layout.put("minibatch", plan.minibatch());
    layout.put("entropy", plan.entropy().start());
    layout.put("speech_entropy", plan.speechEntropy().start());
    layout.put("value_weight", plan.valueWeight());
    layout.put("normalise_advantages", plan.normaliseAdvantages());
    layout.put("normalise_values", plan.normaliseValues());
    return layout;
  }

  private static int options(Role role) {
    if (role.action() instanceof Discrete choice) {
      return choice.count();
    }
    throw new IllegalArgumentException(role.name() + " makes more than a choice");
  }

  /** Of each policy, before the first round. */
  private List<float[]> parameters() {
    Captured captured = new Captured();
    try (Learner learner = plan.learner(AimGame.stage(plan))) {
      learner.keep(captured);
    }
    List<float[]> found = new ArrayList<>();
    for (String agent : agents) {
      float[] part = captured.floats().get("policy_" + agent + "/parameters");
      if (part == null) {
        throw new IllegalStateException("no parameters of " + agent);
      }
      found.add(part);
    }
    return found;
  }

  /** Draws again what a policy has drawn to deal its moments. */
  private int[] orders() {
    List<RandomStream> streams = new ArrayList<>();
    Streams learner = AimGame.stage(plan).streams();
    agents.forEach(agent -> streams.add(learner.child("policy " + agent).stream("order")));
    int moments = WorldSteps.STEPS * plan.setup().batch();
    IntStream.Builder orders = IntStream.builder();
    for (int round = 0; round < plan.setup().rounds(); round++) {
      for (RandomStream stream : streams) {
        int[] order = IntStream.range(0, moments).toArray();
        for (int epoch = 0; epoch < plan.epochs(); epoch++) {
          stream.shuffle(order, moments);
          for (int moment : order) {
            orders.add(moment);
          }
        }
      }
    }
    return orders.build().toArray();
  }

  private double[] log(Run run) {
    double[] log = new double[plan.setup().rounds() * agents.size() * COLUMNS.size()];
    int at = 0;
    for (int round = 0; round < plan.setup().rounds(); round++) {
      for (String agent : agents) {
        for (String column : COLUMNS) {
          log[at++] =
              column.isEmpty() ? entropy(run, round, agent) : number(run, round, column + agent);
        }
      }
    }
    return log;
  }

  /** In nats, of what an agent does or says. */
  private static double entropy(Run run, int round, String agent) {
    double bits =
        number(run, round, "entropy_" + agent) + number(run, round, "speech_entropy_" + agent);
    return bits * Math.log(2);
  }

  private static double number(Run run, int round, String column) {
    return run.rounds().doubleColumn(column).getDouble(round);
  }
}
