package dev.parley.agent.aim;

import dev.parley.analysis.Interventions;
import dev.parley.datasets.Samples;
import dev.parley.env.Actions;
import dev.parley.env.Episodes;
import dev.parley.env.Role;
import dev.parley.error.PlanException;
import dev.parley.error.Problem;
import dev.parley.language.MessageLog;
import dev.parley.nn.Adam;
import dev.parley.random.Streams;
import dev.parley.state.State;
import dev.parley.tensor.Engine;
import dev.parley.tensor.Graph;
import dev.parley.tensor.Parameters;
import dev.parley.train.Callbacks;
import dev.parley.train.EpisodeEvent;
import dev.parley.train.Learner;
import dev.parley.train.Outcome;
import dev.parley.train.Perceived;
import dev.parley.train.PlanText;
import dev.parley.train.Setup;
import dev.parley.train.Stage;
import dev.parley.train.StepEvent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** AIM, from the first epoch of the VQ-VAE to the last round of the game. */
final class AimLearner implements Learner {

  private final Aim plan;
  private final Setup setup;
  private final Stage stage;
  private final Episodes episodes;
  private final boolean bothSee;
  private final List<Perception> perceptions;
  private final Graph graph = new Graph();
  private final Parameters parameters = new Parameters();
  private final Nets nets;
  private final Conversation talk;
  private final Lesson lesson;
  private final Adam adam;
  private final RoundColumns columns;
  private final MessageLog messages;
  private final double[][] rewards;
  private final int[][] actions;
  private final Actions chosen;
  private @Nullable Examination examination;
  private float[] seenByA = {};
  private float[] seenByB = {};

  AimLearner(Aim plan, Stage stage) {
    this.plan = plan;
    this.stage = stage;
    setup = plan.setup();
    rewards = new double[2][setup.batch()];
    actions = new int[2][setup.batch()];
    chosen = Actions.of(actions);
    episodes = stage.episodes();
    bothSee = setup.environment().roles().stream().allMatch(Role::seesSignal);
    perceptions = perceptions(plan, stage);
    nets = Nets.of(plan, graph, parameters, stage.train().classes(), stage.streams());
    talk = new Conversation(plan, nets, graph);
    lesson = new Lesson(plan, nets, talk, graph);
    adam = new Adam(parameters, setup.clip());
    columns = new RoundColumns(plan, talk, lesson, stage.log());
    messages = messages(plan);
  }

  private static MessageLog messages(Aim plan) {
    Setup setup = plan.setup();
    if (setup.recordMessages().none()) {
      return MessageLog.none();
    }
    int batch = setup.batch();
    List<String> names = setup.environment().roles().stream().map(Role::name).toList();
    long kept = setup.recordMessages().of(setup.rounds(), batch);
    long all = setup.rounds() * (long) batch;
    return new MessageLog(names, plan.seqLen(), plan.codebook(), batch, all, kept);
  }

  private static List<Perception> perceptions(Aim plan, Stage stage) {
    Streams streams = stage.streams();
    if (plan.codebooks() == Codebooks.SHARED) {
      return List.of(new Perception("a and b", plan, stage, streams.child("vq-vae")));
    }
    return List.of(
        new Perception("a", plan, stage, streams.child("vq-vae")),
        new Perception("b", plan, stage, streams.child("vq-vae-b")));
  }

  private Perception ofA() {
    return perceptions.get(0);
  }

  private Perception ofB() {
    return perceptions.get(perceptions.size() - 1);
  }

  @Override
  public int preparations() {
    return plan.pretrain();
  }

  @Override
  public void prepare(int step) {
    perceptions.forEach(Perception::trainOnce);
  }

  /** The VQ-VAE is ready: from here on it is what it is. */
  @Override
  public void begin() {
    seenByA = ofA().latents(stage.train());
    seenByB = ofB() == ofA() ? seenByA : ofB().latents(stage.train());
    nets.voices().get(0).set(ofA().codebook());
    nets.voices().get(1).set(ofB().codebook());
  }

  @Override
  public void round(int round) {
    play();
    tell(round);
    lesson.run(rewards, actions, plan.entropy().at(round));
    adam.step(setup.learningRate().at(round));
    columns.set(rewards, actions);
    if (!setup.recordMessages().none()) {
      remember();
    }
  }

  private void play() {
    episodes.reset();
    for (int e = 0; e < episodes.batch(); e++) {
      int sample = episodes.signal(e);
      talk.show(e, stage.train().label(sample), sample, seenByA, seenByB);
    }
    talk.speakA();
    talk.speakB();
    for (int agent = 0; agent < 2; agent++) {
      for (int e = 0; e < episodes.batch(); e++) {
        actions[agent][e] = talk.action(agent, e);
      }
    }
    episodes.step(chosen);
    requireFit();
    for (int agent = 0; agent < 2; agent++) {
      for (int e = 0; e < episodes.batch(); e++) {
        rewards[agent][e] = episodes.reward(agent, e);
      }
    }
  }

  /** Calls who is to be called of the step, and of the episodes, which are over. */
  private void tell(int round) {
    Callbacks callbacks = stage.callbacks();
    if (callbacks.hearSteps()) {
      boolean[] all = new boolean[episodes.batch()];
      Arrays.fill(all, true);
      boolean[][] acted = {all, all};
      List<Role> roles = setup.environment().roles();
      callbacks.step(new StepEvent(round, 0, roles, episodes, chosen, all, acted));
    }
    for (int e = 0; callbacks.hearEpisodes() && e < episodes.batch(); e++) {
      int[][] said = new int[2][plan.seqLen()];
      for (int l = 0; l < plan.seqLen(); l++) {
        said[0][l] = talk.symbol(0, e, l);
        said[1][l] = talk.symbol(1, e, l);
      }
      List<String> names = setup.environment().roles().stream().map(Role::name).toList();
      int label = stage.train().label(episodes.signal(e));
      double[] returns = {rewards[0][e], rewards[1][e]};
      callbacks.episode(new EpisodeEvent(round, e, 1, label, names, returns, said));
    }
  }

  /** What only shows in play is told at the first step: rounds would not be what they seem. */
  private void requireFit() {
    for (int e = 0; e < episodes.batch(); e++) {
      if (!episodes.over(e)) {
        throw unfit("games of one step");
      }
      if (bothSee && episodes.signal(0, e) != episodes.signal(1, e)) {
        throw unfit("games in which both agents see the same signal");
      }
    }
  }

  private PlanException unfit(String allowed) {
    return new PlanException(
        List.of(
            Problem.with("environment")
                .got(setup.environment())
                .allowed(allowed)
                .fact("plan", PlanText.line(plan))));
  }

  private void remember() {
    for (int e = 0; e < episodes.batch(); e++) {
      messages.begin(stage.train().label(episodes.signal(e)));
      for (int agent = 0; agent < 2; agent++) {
        messages.did(agent, actions[agent][e]);
        for (int l = 0; l < plan.seqLen(); l++) {
          messages.said(agent, l, talk.symbol(agent, e, l));
        }
      }
    }
  }

  @Override
  public double[] evaluate(int episodes) {
    if (examination == null) {
      float[] byA = ofA().latents(stage.evaluation());
      float[] byB = ofB() == ofA() ? byA : ofB().latents(stage.evaluation());
      examination = new Examination(stage, nets, talk, byA, byB);
    }
    return examination.play(episodes);
  }

  @Override
  public Optional<Interventions> interventions(int atLeast) {
    Samples samples = stage.evaluation();
    float[] byA = ofA().latents(samples);
    float[] byB = ofB() == ofA() ? byA : ofB().latents(samples);
    return Optional.of(new Intervention(plan, stage, nets, talk, byA, byB).play(atLeast));
  }

  @Override
  public void keep(State state) {
    ofA().keep(state.part("vq-vae"));
    if (ofB() != ofA()) {
      ofB().keep(state.part("vq-vae-b"));
    }
    adam.keep(state);
    if (plan.gradients() == Gradients.ACCUMULATED) {
      adam.keepGradients(state);
    }
    state.stream("choices_a", nets.agents().get(0).choices());
    state.stream("choices_b", nets.agents().get(1).choices());
    episodes.keep(state.part("episodes"));
    if (!setup.recordMessages().none()) {
      messages.keep(state.part("messages"), stage.train().classes(), 2);
    }
  }

  @Override
  public Outcome outcome() {
    Map<String, long[]> codeUse = new LinkedHashMap<>();
    perceptions.forEach(p -> codeUse.put(p.name(), p.codeUse()));
    List<Perceived> perceived = perceptions.stream().map(Perception::perceived).toList();
    return new Outcome(Perception.table(perceptions), codeUse, messages, perceived);
  }

  @Override
  public Map<String, String> engine() {
    return Engine.describe();
  }

  @Override
  public void close() {
    adam.close();
    graph.close();
    parameters.close();
    perceptions.forEach(Perception::close);
  }
}
