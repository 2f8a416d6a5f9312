package dev.parley.agent.ppo;

import dev.parley.agent.bias.Lambda;
import dev.parley.agent.bias.Listening;
import dev.parley.agent.bias.Signalling;
import dev.parley.agent.play.Policies;
import dev.parley.agent.play.Seat;
import dev.parley.agent.play.Speech;
import dev.parley.agent.play.Transcript;
import dev.parley.agent.play.Unused;
import dev.parley.env.Actions;
import dev.parley.env.Role;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * PPO (Schulman et al., 2017) for any number of agents in games of several steps, where what is
 * said is a part of an action like what is done: with a critic that sees what all agents see, MAPPO
 * (Yu et al., 2022), or with one that sees what its agent sees, independent PPO (de Witt et al.,
 * 2020).
 *
 * @param setup the settings that every experiment has
 * @param hidden units of each hidden layer of the actor and of the critic; 1 or more
 * @param layers hidden layers of each; 1 or more
 * @param units what hidden layers are made of
 * @param discount γ, from 0 to 1
 * @param lambda λ of the advantage estimate, from 0 to 1
 * @param clipRange ε, above 0 and below 1
 * @param epochs passes over the episodes of a round; 1 or more
 * @param minibatch moments a step of the optimiser learns from at most; 1 or more
 * @param entropy weight of the entropy bonus of what is done, by round
 * @param speechEntropy weight of the entropy bonus of what is said, by round
 * @param positiveSignalling how strongly those who are heard are drawn to messages that tell
 * @param positiveListening how strongly those who hear are drawn to minding it
 * @param valueWeight weight of the value loss; 0 or more
 * @param normaliseAdvantages whether those of a round get mean 0 and deviation 1
 * @param normaliseValues whether the critic learns returns in units of their running deviation
 * @param policies which policy each agent acts by, and who does not learn
 * @param critic what it sees
 * @param speech whether what is said can tell anything
 * @param horizon steps after which an episode is cut off, if the game has not ended it; 1 or more
 */
public record Ppo(
    Setup setup,
    int hidden,
    int layers,
    Units units,
    double discount,
    double lambda,
    double clipRange,
    int epochs,
    int minibatch,
    Schedule entropy,
    Schedule speechEntropy,
    Signalling positiveSignalling,
    Listening positiveListening,
    double valueWeight,
    boolean normaliseAdvantages,
    boolean normaliseValues,
    Policies policies,
    Critic critic,
    Speech speech,
    int horizon)
    implements Plan<Ppo> {

  /** What {@code Experiment.ppo()} is: MPE's speaker-listener, about 2,000,000 steps. */
  public static final Ppo DEFAULT =
      new Ppo(
          Setup.DEFAULT
              .environment(SimpleSpeakerListener.standard())
              .rounds(2_500)
              .learningRate(new Schedule(1e-3, 1))
              .clip(10),
          64,
          2,
          Units.RELU,
          0.99,
          0.95,
          0.2,
          10,
          400,
          new Schedule(0.01, 1),
          new Schedule(0.005, 1),
          Signalling.OFF,
          Listening.OFF,
          1,
          true,
          true,
          Policies.SEPARATE,
          Critic.CENTRAL,
          Speech.OPEN,
          100);

  /** Checks every value. */
  public Ppo {
    Setting.given("setup", setup);
    Setting.given("units", units);
    Setting.given("entropy", entropy);
    Setting.given("speechEntropy", speechEntropy);
    Setting.given("policies", policies);
    Setting.given("critic", critic);
    Setting.given("speech", speech);
    Setting.atLeast("hidden", hidden, 1, "units of a hidden layer");
    Setting.atLeast("layers", layers, 1, "hidden layers");
    Setting.between("discount", discount, 0, 1);
    Setting.between("lambda", lambda, 0, 1);
    Setting.between("clipRange", clipRange, LEAST_RANGE, 1 - LEAST_RANGE);
    Setting.atLeast("epochs", epochs, 1, "passes over the episodes of a round");
    Setting.atLeast("minibatch", minibatch, 1, "moments a step learns from");
    Setting.weight("entropy", entropy.start());
    Setting.decay("entropy decay", entropy.decay());
    Setting.weight("speechEntropy", speechEntropy.start());
    Setting.decay("speechEntropy decay", speechEntropy.decay());
    Setting.given("positiveSignalling", positiveSignalling);
    Setting.given("positiveListening", positiveListening);
    Setting.weight("valueWeight", valueWeight);
    Setting.atLeast("horizon", horizon, 1, "steps of an episode");
  }

  private static final double LEAST_RANGE = 1e-6;
  private static final double LEAST_SPEECH_ENTROPY = 0.005;

  @Override
  public Ppo with(Setup value) {
    return edit(d -> d.setup = value);
  }

  @Override
  public Map<String, Ppo> doors() {
    return Map.of("Experiment.ppo()", DEFAULT);
  }

  @Override
  public Learner learner(Stage stage) {
    return new PpoLearner(this, stage);
  }

  @Override
  public List<Problem> conflicts() {
    List<Problem> found = new ArrayList<>();
    List<Role> roles = setup.environment().roles();
    found.addAll(Unused.of(setup));
    if (roles.stream().anyMatch(role -> Actions.numbers(role.action()) > 0)) {
      found.add(unfit("games in which every action is a choice").hint("such as continuous(false)"));
    } else if (seats().stream().allMatch(seat -> seat.heads().isEmpty())) {
      found.add(unfit("games in which somebody has a choice"));
    }
    String game = setup.environment().toString();
    policies.problems(roles, seats()).forEach(p -> found.add(p.fact("environment", game)));
    found.addAll(Biases.conflicts(this));
    Transcript.problem(setup, seats(), steps()).ifPresent(found::add);
    return found;
  }

  private Problem unfit(String allowed) {
    return Problem.with("environment").got(setup.environment()).allowed(allowed);
  }

  /** Those who choose what they say; nobody if speech is silent. */
  @Override
  public List<String> speakers() {
    return seats().stream()
        .filter(seat -> seat.heads().stream().anyMatch(Seat.Head::isSaid))
        .map(Seat::name)
        .toList();
  }

  /** What this algorithm knows of a speaker that says one thing only. */
  @Override
  public Map<Signature, Remedy> remedies() {
    if (speech == Speech.SILENT) {
      return Map.of(
          Signature.NO_CONVERGENCE,
          Remedy.of("nothing is said: nobody learns what others see", "speech", Speech.OPEN));
    }
    double more = Math.max(LEAST_SPEECH_ENTROPY, 2 * speechEntropy.start());
    return Map.of(
        Signature.COMMUNICATION_VACUUM,
        Remedy.of(
            "a speaker settled on one message before anybody had learned to hear it",
            "speechEntropy",
            new Schedule(more, 1)));
  }

  /** Everybody in the game. */
  List<Seat> seats() {
    return Seat.of(setup.environment().roles(), speech);
  }

  /** Steps of an episode at most. */
  int steps() {
    return Math.min(horizon, setup.environment().longest().orElse(horizon));
  }

  /** Units of each hidden layer of the actor and of the critic; 1 or more, default 64. */
  public Ppo hidden(int units) {
    return edit(d -> d.hidden = units);
  }

  /** Hidden layers of the actor and of the critic; 1 or more, default 2. */
  public Ppo layers(int count) {
    return edit(d -> d.layers = count);
  }

  /** What hidden layers are made of; default rectified units. */
  public Ppo units(Units value) {
    return edit(d -> d.units = value);
  }

  /** γ: what a reward one choice later is worth, from 0 to 1; default 0.99. */
  public Ppo discount(double gamma) {
    return edit(d -> d.discount = gamma);
  }

  /** λ of generalised advantage estimation, from 0 to 1; default 0.95. */
  public Ppo lambda(double value) {
    return edit(d -> d.lambda = value);
  }

  /**
   * ε: how far from 1 a ratio of probabilities is worth going; above 0 and below 1, default 0.2.
   */
  public Ppo clipRange(double epsilon) {
    return edit(d -> d.clipRange = epsilon);
  }

  /** Passes over the episodes of a round; 1 or more, default 10. */
  public Ppo epochs(int passes) {
    return edit(d -> d.epochs = passes);
  }

  /** Moments a step of the optimiser learns from at most; 1 or more, default 400. */
  public Ppo minibatch(int moments) {
    return edit(d -> d.minibatch = moments);
  }

  /** A constant weight of the entropy bonus of what is done; 0 or more, default 0.01. */
  public Ppo entropy(double weight) {
    return entropy(weight, 1);
  }

  /** A weight of the entropy bonus of what is done of start · decayʳ in round r, from 0. */
  public Ppo entropy(double start, double decay) {
    return edit(d -> d.entropy = new Schedule(start, decay));
  }

  /** A constant weight of the entropy bonus of what is said; 0 or more, default 0.005. */
  public Ppo speechEntropy(double weight) {
    return speechEntropy(weight, 1);
  }

  /** A weight of the entropy bonus of what is said of start · decayʳ in round r, from 0. */
  public Ppo speechEntropy(double start, double decay) {
    return edit(d -> d.speechEntropy = new Schedule(start, decay));
  }

  /**
   * Positive signalling with the usual coefficients: {@link Signalling#LAMBDA} and {@link
   * Signalling#LEVEL}.
   */
  public Ppo positiveSignalling(double weight) {
    return positiveSignalling(weight, Signalling.LAMBDA, Signalling.LEVEL);
  }

  /**
   * Positive signalling (Eccles et al., 2019): draws those whom others can hear to messages that
   * tell. π is a choice of what is said, the loss the sum over such choices; means are over the
   * moments of a minibatch, which is best several times the words, and of many episodes.
   *
   * @param weight 0 or more, default 0: off
   * @param lambda where its λ stands, and which
   * @param level H_target as a share of the logarithm of the number of words, from 0 to 1
   */
  public Ppo positiveSignalling(double weight, Lambda lambda, double level) {
    return edit(d -> d.positiveSignalling = new Signalling(weight, lambda, level));
  }

  /**
   * Positive listening (Eccles et al., 2019): draws those who hear to acting otherwise than with
   * zeros for what they hear. π is a choice of what is done, the loss the sum over such choices.
   *
   * @param weight of L_pl, 0 or more, default 0: off
   * @param crossEntropy weight of L_ce, by which an agent without a message learns; 0 or more,
   *     default 0
   */
  public Ppo positiveListening(double weight, double crossEntropy) {
    return edit(d -> d.positiveListening = new Listening(weight, crossEntropy));
  }

  /** Weight of the value loss; 0 or more, default 1. */
  public Ppo valueWeight(double weight) {
    return edit(d -> d.valueWeight = weight);
  }

  /** Whether the advantages of a round get mean 0 and deviation 1; default yes. */
  public Ppo normaliseAdvantages(boolean normalised) {
    return edit(d -> d.normaliseAdvantages = normalised);
  }

  /** Whether the critic learns returns in units of their running deviation; default yes. */
  public Ppo normaliseValues(boolean normalised) {
    return edit(d -> d.normaliseValues = normalised);
  }

  /**
   * Which policy each agent acts by, and who does not learn: a policy each (the default), one for
   * all, or as {@link Policies} says.
   */
  public Ppo policies(Policies value) {
    return edit(d -> d.policies = value);
  }

  /** What a critic sees; default what all agents see. */
  public Ppo critic(Critic value) {
    return edit(d -> d.critic = value);
  }

  /** Whether what is said can tell anything; default open. */
  public Ppo speech(Speech value) {
    return edit(d -> d.speech = value);
  }

  /** Everybody says the first word, always: no communication. */
  public Ppo silent() {
    return speech(Speech.SILENT);
  }

  /**
   * Steps after which an episode is cut off, if the game has not ended it; 1 or more, default 100.
   * Room is kept for as many, unless the game knows that it is shorter.
   */
  public Ppo horizon(int steps) {
    return edit(d -> d.horizon = steps);
  }

  private Ppo edit(Consumer<Draft> change) {
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
