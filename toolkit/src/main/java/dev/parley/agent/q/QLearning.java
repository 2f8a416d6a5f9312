package dev.parley.agent.q;

import dev.parley.agent.channel.Channel;
import dev.parley.agent.play.Policies;
import dev.parley.agent.play.Seat;
import dev.parley.agent.play.Speech;
import dev.parley.env.games.SwitchRiddle;
import dev.parley.env.mpe.SimpleSpeakerListener;
import dev.parley.error.Problem;
import dev.parley.nn.Schedule;
import dev.parley.train.Learner;
import dev.parley.train.Plan;
import dev.parley.train.PlanText;
import dev.parley.train.Remedy;
import dev.parley.train.Setting;
import dev.parley.train.Setup;
import dev.parley.train.Signature;
import dev.parley.train.Stage;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Recurrent Q-learning for any number of agents that act and talk: each learns by itself what its
 * choices are worth (IQL: Tan, 1993; Hausknecht and Stone, 2015), what it says among them (RIAL),
 * or what it says by the gradient that comes back from those who hear it (DIAL), both of Foerster
 * et al. (2016).
 *
 * @param setup the settings that every experiment has
 * @param channel how what is said gets to those who hear it
 * @param hidden units of every layer; 1 or more
 * @param layers recurrent layers; 1 or more
 * @param discount γ, from 0 to 1
 * @param epsilon the share of choices that is left to chance, by round
 * @param target updates after which the target network becomes what the net is; 1 or more
 * @param doubleQ whether the net itself tells which next choice is the best
 * @param averageHeads whether what comes next is worth the mean over the choices of an action
 * @param replay episodes that are remembered to learn from; 0 to learn from those just played
 * @param batchNorm whether what is heard is normalised over the batch
 * @param policies one each, or one for all
 * @param speech whether what is said can tell anything
 * @param horizon steps after which an episode is cut off, if the game has not ended it; 1 or more
 */
public record QLearning(
    Setup setup,
    Channel channel,
    int hidden,
    int layers,
    double discount,
    Exploration epsilon,
    int target,
    boolean doubleQ,
    boolean averageHeads,
    int replay,
    boolean batchNorm,
    Policies policies,
    Speech speech,
    int horizon)
    implements Plan<QLearning> {

  private static final Setup RIDDLE =
      Setup.DEFAULT.environment(SwitchRiddle.of(3)).learningRate(new Schedule(5e-4, 1)).clip(10);

  /** What {@code Experiment.rial()} is: the switch riddle of three prisoners, 5,000 updates. */
  public static final QLearning RIAL =
      new QLearning(
          RIDDLE.rounds(5_000),
          Channel.actions(),
          128,
          2,
          1,
          Exploration.constant(0.05),
          100,
          false,
          true,
          0,
          false,
          Policies.SHARED,
          Speech.OPEN,
          100);

  /** What {@code Experiment.dial()} is: the same game, 1,000 updates. */
  public static final QLearning DIAL =
      RIAL.with(RIDDLE.rounds(1_000)).channel(Channel.dru(2)).batchNorm(true);

  /** What {@code Experiment.iql()} is: MPE's speaker-listener. */
  public static final QLearning IQL =
      new QLearning(
          RIDDLE.environment(SimpleSpeakerListener.standard()).rounds(5_000),
          Channel.actions(),
          64,
          1,
          0.99,
          new Exploration(1, 0.05, 2_000),
          100,
          true,
          false,
          5_000,
          false,
          Policies.SEPARATE,
          Speech.OPEN,
          100);

  /** Checks every value. */
  public QLearning {
    Setting.given("setup", setup);
    Setting.given("channel", channel);
    Setting.given("epsilon", epsilon);
    Setting.given("policies", policies);
    Setting.given("speech", speech);
    Setting.atLeast("hidden", hidden, 1, "units of every layer");
    Setting.atLeast("layers", layers, 1, "recurrent layers");
    Setting.between("discount", discount, 0, 1);
    Setting.atLeast("target", target, 1, "updates from one copy to the next");
    Setting.atLeast("replay", replay, 0, "0 learns from the episodes just played");
    Setting.atLeast("horizon", horizon, 1, "steps of an episode");
  }

  @Override
  public QLearning with(Setup value) {
    return edit(d -> d.setup = value);
  }

  @Override
  public Map<String, QLearning> doors() {
    return Map.of("Experiment.iql()", IQL, "Experiment.rial()", RIAL, "Experiment.dial()", DIAL);
  }

  @Override
  public Learner learner(Stage stage) {
    return new QLearner(this, stage);
  }

  @Override
  public List<Problem> conflicts() {
    return Conflicts.of(this);
  }

  /** Those who choose what they say; nobody if speech is silent. */
  @Override
  public List<String> speakers() {
    return seats().stream()
        .filter(seat -> seat.heads().stream().anyMatch(Seat.Head::isSaid))
        .map(Seat::name)
        .toList();
  }

  /** What these algorithms know of agents who do not learn to talk. */
  @Override
  public Map<Signature, Remedy> remedies() {
    if (speech == Speech.SILENT) {
      return Map.of(
          Signature.NO_CONVERGENCE,
          Remedy.of("nothing is said: nobody learns what others see", "speech", Speech.OPEN));
    }
    if (channel.isAction() && channel(Channel.gumbel(1)).conflicts().isEmpty()) {
      return Map.of(
          Signature.COMMUNICATION_VACUUM,
          Remedy.of(
              "nobody tells a speaker whether it was understood; a gradient through the channel does",
              "channel",
              Channel.gumbel(1)));
    }
    return Map.of();
  }

  /** Everybody's part in the game, as it is before signals are known. */
  List<Seat> seats() {
    return Seat.of(setup.environment().roles(), speech);
  }

  /** Steps of an episode at most. */
  int steps() {
    return Math.min(horizon, setup.environment().longest().orElse(horizon));
  }

  /** How what is said gets to those who hear it. */
  public QLearning channel(Channel value) {
    return edit(d -> d.channel = value);
  }

  /** Units of every layer; 1 or more. */
  public QLearning hidden(int units) {
    return edit(d -> d.hidden = units);
  }

  /** Recurrent layers; 1 or more. */
  public QLearning layers(int count) {
    return edit(d -> d.layers = count);
  }

  /** γ: what a reward one choice later is worth, from 0 to 1. */
  public QLearning discount(double gamma) {
    return edit(d -> d.discount = gamma);
  }

  /** The share of choices that is left to chance, 0 to 1, the same in every round. */
  public QLearning epsilon(double share) {
    return edit(d -> d.epsilon = Exploration.constant(share));
  }

  /** The same from start to end in a straight line over so many rounds, and then the end. */
  public QLearning epsilon(double start, double end, int rounds) {
    return edit(d -> d.epsilon = new Exploration(start, end, rounds));
  }

  /** Updates after which the target network becomes what the net is; 1 or more. */
  public QLearning target(int updates) {
    return edit(d -> d.target = updates);
  }

  /**
   * Whether the net itself tells which next choice is the best, and the target network only what it
   * is worth (van Hasselt, Guez and Silver, 2016).
   */
  public QLearning doubleQ(boolean used) {
    return edit(d -> d.doubleQ = used);
  }

  /**
   * Whether what comes next is worth the mean over the choices of an action, such as what is done
   * and what is said, for all of them, rather than each its own.
   */
  public QLearning averageHeads(boolean averaged) {
    return edit(d -> d.averageHeads = averaged);
  }

  /**
   * Episodes that are remembered, of which a batch is drawn to learn from in each round; 0 to learn
   * from those just played.
   */
  public QLearning replay(int episodes) {
    return edit(d -> d.replay = episodes);
  }

  /** Whether what is heard is normalised over the batch. */
  public QLearning batchNorm(boolean normalised) {
    return edit(d -> d.batchNorm = normalised);
  }

  /** A policy each, or one for all, who must see and do the same. */
  public QLearning policies(Policies value) {
    return edit(d -> d.policies = value);
  }

  /** Whether what is said can tell anything; default open. */
  public QLearning speech(Speech value) {
    return edit(d -> d.speech = value);
  }

  /** Everybody says the first word, always, and nobody hears anything: no communication. */
  public QLearning silent() {
    return speech(Speech.SILENT);
  }

  /**
   * Steps after which an episode is cut off, if the game has not ended it; 1 or more, default 100.
   * Room is kept for as many, unless the game knows that it is shorter.
   */
  public QLearning horizon(int steps) {
    return edit(d -> d.horizon = steps);
  }

  private QLearning edit(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.plan();
  }

  /** The Java expression that makes an equal plan. */
  @Override
  public String toString() {
    return PlanText.line(this);
  }
}
