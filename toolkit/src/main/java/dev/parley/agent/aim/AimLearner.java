package dev.parley.agent.aim;

import dev.parley.analysis.Interventions;
import dev.parley.datasets.Samples;
import dev.parley.env.Episodes;
import dev.parley.env.Role;
import dev.parley.nn.Adam;
import dev.parley.tensor.Engine;
import dev.parley.tensor.Graph;
import dev.parley.tensor.Parameters;
import dev.parley.tensor.Tensor;
import dev.parley.train.Learner;
import dev.parley.train.MessageLog;
import dev.parley.train.Outcome;
import dev.parley.train.RoundLog;
import dev.parley.train.Setup;
import dev.parley.train.Stage;
import dev.parley.vq.CodeUsage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** AIM, from the first epoch of the VQ-VAE to the last round of the game. */
final class AimLearner implements Learner {

  private final Aim plan;
  private final Setup setup;
  private final Stage stage;
  private final Episodes episodes;
  private final List<Perception> perceptions = new ArrayList<>();
  private final Graph graph = new Graph();
  private final Parameters parameters = new Parameters();
  private final Nets nets;
  private final Conversation talk;
  private final Lesson lesson;
  private final Adam adam;
  private final Columns columns;
  private final MessageLog messages;
  private final double[][] rewards;
  private final int[][] actions;
  private float[][] latents = {};

  AimLearner(Aim plan, Stage stage) {
    this.plan = plan;
    this.stage = stage;
    setup = plan.setup();
    int batch = setup.batch();
    rewards = new double[2][batch];
    actions = new int[2][batch];
    episodes = stage.episodes();
    perceptions.add(new Perception(plan, stage, stage.streams().child("vq-vae")));
    if (plan.codebooks() == Codebooks.SEPARATE) {
      perceptions.add(new Perception(plan, stage, stage.streams().child("vq-vae-b")));
    }
    nets = Nets.of(plan, graph, parameters, stage.train().classes(), stage.streams());
    talk = new Conversation(plan, nets, graph);
    lesson = new Lesson(plan, nets, talk, graph);
    adam = new Adam(parameters, setup.clip());
    columns = new Columns(stage.log());
    long kept = Math.max(1, setup.rounds() / 10) * (long) batch;
    messages = new MessageLog(List.of("a", "b"), plan.seqLen(), plan.codebook(), kept);
  }

  @Override
  public int preparations() {
    return plan.pretrain();
  }

  @Override
  public void prepare(int step) {
    perceptions.forEach(Perception::trainOnce);
  }

  @Override
  public void begin() {
    openEyes();
  }

  @Override
  public void round(int round) {
    play();
    if (plan.gradients() == Gradients.CLEARED) {
      parameters.clearGradients();
    }
    lesson.run(rewards, actions, plan.entropy().at(round));
    adam.step(setup.learningRate().at(round));
    columns.set();
    remember();
  }

  /** The VQ-VAE is ready: from here on it is what it is. */
  private void openEyes() {
    Perception ofA = perceptions.get(0);
    Perception ofB = perceptions.get(perceptions.size() - 1);
    float[] seenByA = ofA.latents(stage.train());
    latents = new float[][] {seenByA, ofA == ofB ? seenByA : ofB.latents(stage.train())};
    nets.voices().get(0).set(ofA.codebook());
    nets.voices().get(1).set(ofB.codebook());
  }

  private void play() {
    episodes.reset();
    for (int e = 0; e < episodes.batch(); e++) {
      int sample = episodes.signal(e);
      talk.show(e, stage.train().label(sample), sample, latents[0], latents[1]);
    }
    talk.speakA();
    talk.speakB();
    for (int agent = 0; agent < 2; agent++) {
      for (int e = 0; e < episodes.batch(); e++) {
        actions[agent][e] = talk.action(agent, e);
      }
    }
    episodes.step(actions);
    for (int agent = 0; agent < 2; agent++) {
      for (int e = 0; e < episodes.batch(); e++) {
        rewards[agent][e] = episodes.reward(agent, e);
      }
    }
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
  public boolean channelOpen() {
    return plan.channel() == Channel.OPEN;
  }

  @Override
  public Optional<Interventions> interventions(int episodes) {
    Perception ofA = perceptions.get(0);
    Perception ofB = perceptions.get(perceptions.size() - 1);
    Samples samples = stage.evaluation();
    float[] seenByA = ofA.latents(samples);
    float[] seenByB = ofA == ofB ? seenByA : ofB.latents(samples);
    Intervention play = new Intervention(plan, stage, talk, seenByA, seenByB);
    return Optional.of(play.play(episodes));
  }

  @Override
  public Outcome outcome() {
    Perception first = perceptions.get(0);
    return new Outcome(first.table(), first.codeUse(), messages);
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

  /** The columns of the log. */
  private final class Columns {

    private final RoundLog.Column joint;
    private final List<RoundLog.Column> reward = new ArrayList<>();
    private final List<RoundLog.Column> cooperation = new ArrayList<>();
    private final List<RoundLog.Column> entropy = new ArrayList<>();
    private final List<RoundLog.Column> codes = new ArrayList<>();
    private final List<RoundLog.Column> losses = new ArrayList<>();
    private final CodeUsage usage = new CodeUsage(plan.codebook());

    Columns(RoundLog log) {
      joint = log.jointReward();
      for (String kind : List.of("reward", "cooperation", "entropy", "codes")) {
        for (Role role : setup.environment().roles()) {
          String name = kind + "_" + role.name();
          columnsOf(kind).add(kind.equals("codes") ? log.count(name) : log.column(name));
        }
      }
      lesson.losses().keySet().forEach(name -> losses.add(log.column(name)));
    }

    private List<RoundLog.Column> columnsOf(String kind) {
      return switch (kind) {
        case "reward" -> reward;
        case "cooperation" -> cooperation;
        case "entropy" -> entropy;
        default -> codes;
      };
    }

    void set() {
      int batch = episodes.batch();
      double sum = 0;
      for (int agent = 0; agent < 2; agent++) {
        double earned = 0;
        double cooperated = 0;
        usage.clear();
        for (int e = 0; e < batch; e++) {
          earned += rewards[agent][e];
          cooperated += actions[agent][e] == 0 ? 1 : 0;
          for (int l = 0; l < plan.seqLen(); l++) {
            usage.add(talk.symbol(agent, e, l));
          }
        }
        sum += earned / batch;
        reward.get(agent).set(earned / batch);
        cooperation.get(agent).set(cooperated / batch);
        entropy.get(agent).set(lesson.entropy(agent));
        codes.get(agent).set(usage.used());
      }
      joint.set(sum);
      int i = 0;
      for (Tensor loss : lesson.losses().values()) {
        losses.get(i++).set(loss.item());
      }
    }
  }
}
