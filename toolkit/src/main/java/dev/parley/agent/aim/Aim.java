package dev.parley.agent.aim;

import dev.parley.agent.bias.Lambda;
import dev.parley.agent.bias.Listening;
import dev.parley.agent.bias.Signalling;
import dev.parley.env.Role;
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
import dev.parley.vq.Quantiser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * AIM (arXiv 2507.10566): two agents see a signal through a VQ-VAE, speak in sequences of codes,
 * and learn by REINFORCE on the joint reward, helped by reflection losses.
 *
 * @param setup the settings that every experiment has
 * @param codebook symbols K; 2 or more
 * @param seqLen symbols a message L; 1 or more
 * @param latent dimensions D of a code vector; 1 or more
 * @param hidden units of the agents' hidden layers; 2 or more
 * @param encoderHidden units of the VQ-VAE's hidden layers; 1 or more
 * @param pretrain passes of the VQ-VAE over the training images before the first round; 0 or more
 * @param quantiser how the codebook learns
 * @param codebooks one VQ-VAE or one each
 * @param symbols what a symbol is to an agent
 * @param channel whether what is said arrives
 * @param actions how an action follows
 * @param reflection weights of the reflection losses
 * @param opponentTarget what is predicted of the other agent
 * @param trunk what the reflection heads read
 * @param intent weight of the reference's intent losses; 0 or more
 * @param positiveSignalling how strongly a is drawn to messages that tell
 * @param positiveListening how strongly b is drawn to minding them
 * @param critic what the critic sees
 * @param entropy weight of the entropy bonus, by round
 * @param gradients whether they start anew at each round
 */
public record Aim(
    Setup setup,
    int codebook,
    int seqLen,
    int latent,
    int hidden,
    int encoderHidden,
    int pretrain,
    Quantiser quantiser,
    Codebooks codebooks,
    Symbols symbols,
    Channel channel,
    ActionMap actions,
    Reflection reflection,
    OpponentTarget opponentTarget,
    Trunk trunk,
    double intent,
    Signalling positiveSignalling,
    Listening positiveListening,
    CriticInput critic,
    Schedule entropy,
    Gradients gradients)
    implements Plan<Aim> {

  /** The corrected AIM: what {@code Experiment.aim()} is. */
  public static final Aim DEFAULT =
      new Aim(
          Setup.DEFAULT,
          50,
          2,
          64,
          128,
          128,
          20,
          Quantiser.ema(),
          Codebooks.SHARED,
          Symbols.CODEBOOK,
          Channel.OPEN,
          ActionMap.HALVES,
          new Reflection(0.1, 0.1),
          OpponentTarget.REWARD,
          Trunk.SHARED,
          0,
          Signalling.OFF,
          Listening.OFF,
          CriticInput.STATE,
          new Schedule(0.01, 1),
          Gradients.CLEARED);

  /** Checks every value. */
  public Aim {
    Setting.given("setup", setup);
    Setting.given("quantiser", quantiser);
    Setting.given("codebooks", codebooks);
    Setting.given("symbols", symbols);
    Setting.given("channel", channel);
    Setting.given("actions", actions);
    Setting.given("reflection", reflection);
    Setting.given("opponentTarget", opponentTarget);
    Setting.given("trunk", trunk);
    Setting.given("positiveSignalling", positiveSignalling);
    Setting.given("positiveListening", positiveListening);
    Setting.given("critic", critic);
    Setting.given("entropy", entropy);
    Setting.given("gradients", gradients);
    Setting.atLeast("codebook", codebook, 2, "one symbol carries no information");
    Setting.atLeast("seqLen", seqLen, 1, "a message has one symbol at least");
    Setting.atLeast("latent", latent, 1, "dimensions of a code vector");
    Setting.atLeast("hidden", hidden, 2, "units of the agents' hidden layers");
    Setting.atLeast("encoderHidden", encoderHidden, 1, "units of the VQ-VAE's hidden layers");
    Setting.atLeast("pretrain", pretrain, 0, "passes of the VQ-VAE over the training images");
    Setting.weight("intent", intent);
    Setting.weight("entropy", entropy.start());
    Setting.decay("entropy decay", entropy.decay());
  }

  /**
   * AIM as its reference code trains it, defects included: no straight-through gradient, gradients
   * that are never cleared, a critic that sees b's symbols, symbols without vectors, one episode a
   * round. The settings in docs/aim.md say what each does.
   */
  public static Aim published() {
    return DEFAULT
        .with(
            Setup.DEFAULT
                .rounds(10_000)
                .batch(1)
                .holdout(0)
                .learningRate(new Schedule(1e-4, 0.9995)))
        .codebook(32)
        .encoderHidden(512)
        .pretrain(10)
        .quantiser(Quantiser.gradient().withoutStraightThrough())
        .symbols(Symbols.OWN_TABLE)
        .reflection(0, 0.05)
        .opponentTarget(OpponentTarget.SYMBOLS)
        .trunk(Trunk.SEPARATE)
        .intent(0.05)
        .critic(CriticInput.STATE_AND_MESSAGE)
        .entropy(0.01, 0.9999)
        .gradients(Gradients.ACCUMULATED);
  }

  @Override
  public Aim with(Setup value) {
    return edit(d -> d.setup = value);
  }

  @Override
  public Map<String, Aim> doors() {
    return Map.of("Experiment.aim()", DEFAULT, "Aim.published()", published());
  }

  @Override
  public Learner learner(Stage stage) {
    return new AimLearner(this, stage);
  }

  @Override
  public List<Problem> conflicts() {
    List<Problem> found = new ArrayList<>();
    List<Role> roles = setup.environment().roles();
    if (roles.size() != 2 || roles.stream().anyMatch(r -> r.actions().size() != 2)) {
      found.add(unfit("two agents with two actions each"));
    } else if (!roles.get(0).seesSignal()) {
      found.add(unfit("games in which the first agent sees the signal"));
    } else if (roles.stream().anyMatch(r -> r.seesSignal() != r.seesLabel())) {
      found.add(unfit("games in which who sees a signal is told its label"));
    }
    if (roles.stream().anyMatch(r -> r.features() > 0)) {
      found.add(unfit("games in which agents see nothing but the signal"));
    }
    if (actions == ActionMap.HALVES && codebook % 2 != 0) {
      found.add(
          Problem.with("codebook")
              .got(codebook)
              .allowed("an even number where the first symbol is the action")
              .hint("or actions(ActionMap.head())"));
    }
    if (channel == Channel.SILENT && positiveSignalling.on()) {
      found.add(positiveSignalling.refused("where b hears nothing"));
    }
    if (channel == Channel.SILENT && positiveListening.on()) {
      found.add(positiveListening.refused("where b hears nothing"));
    }
    if (setup.batch() == 1 && positiveSignalling.on()) {
      found.add(positiveSignalling.refused("in batches of one: the mean of one policy is itself"));
    }
    return found;
  }

  /** Agent a, whose message b reads, unless the channel is closed. */
  @Override
  public List<String> speakers() {
    return channel == Channel.OPEN ? List.of(setup.environment().roles().get(0).name()) : List.of();
  }

  @Override
  public Map<Signature, Remedy> remedies() {
    return Remedies.of(this);
  }

  private Problem unfit(String allowed) {
    return Problem.with("environment").got(setup.environment()).allowed(allowed);
  }

  /**
   * Symbols K; 2 or more, default 50; even, unless actions have a head of their own. More than the
   * signals need leave codes unused.
   */
  public Aim codebook(int symbols) {
    return edit(d -> d.codebook = symbols);
  }

  /** Symbols a message L; 1 or more, default 2. */
  public Aim seqLen(int length) {
    return edit(d -> d.seqLen = length);
  }

  /** Dimensions D of a code vector; 1 or more, default 64 (the reference). */
  public Aim latent(int dimensions) {
    return edit(d -> d.latent = dimensions);
  }

  /** Units of the agents' hidden layers; 2 or more, default 128 (the reference). */
  public Aim hidden(int units) {
    return edit(d -> d.hidden = units);
  }

  /** Units of the VQ-VAE's hidden layers; 1 or more, default 128 (the reference: 512). */
  public Aim encoderHidden(int units) {
    return edit(d -> d.encoderHidden = units);
  }

  /**
   * Passes of the VQ-VAE over the training images before the first round; 0 or more, default 20.
   */
  public Aim pretrain(int epochs) {
    return edit(d -> d.pretrain = epochs);
  }

  /** How the codebook learns; default {@code Quantiser.ema()}. No effect without passes. */
  public Aim quantiser(Quantiser value) {
    return edit(d -> d.quantiser = value);
  }

  /** One VQ-VAE for both agents (the default) or one each. */
  public Aim codebooks(Codebooks value) {
    return edit(d -> d.codebooks = value);
  }

  /** What a symbol is to an agent; default its code vector. */
  public Aim symbols(Symbols value) {
    return edit(d -> d.symbols = value);
  }

  /** Whether what is said arrives; default open. */
  public Aim channel(Channel value) {
    return edit(d -> d.channel = value);
  }

  /** How an action follows; default from the first symbol. */
  public Aim actions(ActionMap value) {
    return edit(d -> d.actions = value);
  }

  /** What an agent predicts of the other; default its reward. No effect if λ_predict is 0. */
  public Aim opponentTarget(OpponentTarget value) {
    return edit(d -> d.opponentTarget = value);
  }

  /**
   * What the reflection and intent heads read; default the policy's hidden layer. No effect if all
   * their weights are 0.
   */
  public Aim trunk(Trunk value) {
    return edit(d -> d.trunk = value);
  }

  /** Weight of the reference's intent losses; 0 or more, default 0. */
  public Aim intent(double weight) {
    return edit(d -> d.intent = weight);
  }

  /**
   * Positive signalling with the usual coefficients: {@link Signalling#LAMBDA} and {@link
   * Signalling#LEVEL}.
   */
  public Aim positiveSignalling(double weight) {
    return positiveSignalling(weight, Signalling.LAMBDA, Signalling.LEVEL);
  }

  /**
   * Positive signalling (Eccles et al., 2019): draws a to messages that tell of what it perceives.
   * π is the choice of one symbol: the loss is the mean over the L symbols of a message, each with
   * a mean policy of its own, over the batch, which is best several times the codebook. Where the
   * first symbol is the action, that is drawn along. b, whom nobody hears, is left alone.
   *
   * @param weight 0 or more, default 0: off
   * @param lambda where its λ stands, and which
   * @param level H_target as a share of log K, from 0 to 1
   */
  public Aim positiveSignalling(double weight, Lambda lambda, double level) {
    return edit(d -> d.positiveSignalling = new Signalling(weight, lambda, level));
  }

  /**
   * Positive listening (Eccles et al., 2019): draws b to acting otherwise with a message than
   * without, where it reads zeros. π is the choice of the action; if that is read off the first
   * symbol, the probabilities of the two halves of the codebook.
   *
   * @param weight of L_pl, 0 or more, default 0: off
   * @param crossEntropy weight of L_ce, by which b without a message learns; 0 or more, default 0
   */
  public Aim positiveListening(double weight, double crossEntropy) {
    return edit(d -> d.positiveListening = new Listening(weight, crossEntropy));
  }

  /** What the critic sees; default the signal alone. */
  public Aim critic(CriticInput value) {
    return edit(d -> d.critic = value);
  }

  /** Whether gradients start anew at each round; default yes. */
  public Aim gradients(Gradients value) {
    return edit(d -> d.gradients = value);
  }

  /** The listener reads zeros: no communication. */
  public Aim silent() {
    return channel(Channel.SILENT);
  }

  /** Each agent has a VQ-VAE of its own. */
  public Aim separateCodebooks() {
    return codebooks(Codebooks.SEPARATE);
  }

  /**
   * Weights of the reflection losses; each 0 or more, default 0.1 and 0.1.
   *
   * @param contextValue λ_refl, of (V̂(own symbols, context) - joint reward)²
   * @param opponent λ_predict, of the prediction of the other agent
   */
  public Aim reflection(double contextValue, double opponent) {
    return edit(d -> d.reflection = new Reflection(contextValue, opponent));
  }

  /** A constant weight of the entropy bonus; 0 or more, default 0.01. */
  public Aim entropy(double weight) {
    return entropy(weight, 1);
  }

  /** A weight of the entropy bonus of start · decayʳ in round r, counted from 0. */
  public Aim entropy(double start, double decay) {
    return edit(d -> d.entropy = new Schedule(start, decay));
  }

  /** Whether any reflection or intent loss has a weight. */
  boolean reflects() {
    return reflection.contextValue() > 0 || reflection.opponent() > 0 || intent > 0;
  }

  private Aim edit(Consumer<Draft> change) {
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
