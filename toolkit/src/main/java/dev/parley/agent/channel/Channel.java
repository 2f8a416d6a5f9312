package dev.parley.agent.channel;

import dev.parley.error.Problem;
import dev.parley.error.SettingException;
import dev.parley.random.RandomStream;
import dev.parley.tensor.Parameters;
import java.util.Optional;

/**
 * How what an agent says gets to those who hear it while they learn, and what gradient comes back.
 * Its text is the Java expression that makes it.
 *
 * <p>When learning is over every channel carries whole symbols, which the game itself hands on: a
 * channel says which {@linkplain Line#symbols symbol} a net means, and what {@linkplain Line#vector
 * vector} a listener reads for it.
 */
public sealed interface Channel
    permits ActionChannel,
        DruChannel,
        GumbelChannel,
        StraightThroughChannel,
        ReinforceChannel,
        VqChannel {

  /** Symbols are choices like any others, and learned as such; no gradient passes. */
  static Channel actions() {
    return new ActionChannel();
  }

  /**
   * Bits through the discretise/regularise unit (Foerster et al., 2016), see {@link Dru}: σ(m + ε)
   * while learning, m &gt; 0 after. For vocabularies of 2, 4, 8 and so on.
   *
   * @param noise the deviation of ε, 0 or more; 2 in the paper's switch riddle
   */
  static Channel dru(double noise) {
    return new DruChannel(noise);
  }

  /**
   * Soft symbols, see {@link GumbelSoftmax}.
   *
   * @param temperature τ, above 0
   */
  static Channel gumbel(double temperature) {
    return new GumbelChannel(temperature);
  }

  /**
   * Whole symbols, drawn, with the gradient of soft ones, see {@link StraightThrough}.
   *
   * @param temperature τ of the soft symbols, above 0
   */
  static Channel straightThrough(double temperature) {
    return new StraightThroughChannel(temperature);
  }

  /**
   * Whole symbols, drawn from a softmax, and learned by what came of them (Williams, 1992); no
   * gradient passes.
   *
   * @param entropy the weight of the entropy of the softmax, 0 or more
   */
  static Channel reinforce(double entropy) {
    return new ReinforceChannel(entropy);
  }

  /**
   * The nearest of as many learned vectors as there are symbols (van den Oord et al., 2017),
   * straight through.
   *
   * @param size numbers of a vector, 1 or more
   * @param commitment β, 0 or more; 0.25 in the paper
   */
  static Channel vq(int size, double commitment) {
    return new VqChannel(size, commitment);
  }

  /** Whether symbols are choices like any others, for which nothing is recorded here. */
  default boolean isAction() {
    return false;
  }

  /** What speaks against a vocabulary of that size. */
  default Optional<Problem> conflict(int symbols) {
    return Optional.empty();
  }

  /** How many numbers a listener reads for one symbol of so many. */
  int width(int symbols);

  /**
   * Writes what a listener reads for a whole symbol that somebody says who sends nothing on this
   * channel, into {@link #width} places: as if it had been sent, or zeros if what symbols look like
   * is learned.
   */
  default void vector(int symbol, int symbols, float[] into, int at) {
    for (int i = 0; i < symbols; i++) {
      into[at + i] = i == symbol ? 1 : 0;
    }
  }

  /**
   * The channel for one symbol of a message.
   *
   * @param symbols how many there are
   * @param parameters where what it learns is added
   * @param stream where that begins
   */
  Line line(int symbols, Parameters parameters, RandomStream stream);

  /** {@code value} is finite and 0 or more. */
  static void requireWeight(String name, double value) {
    if (!(value >= 0 && value < Double.POSITIVE_INFINITY)) {
      throw new SettingException(
          Problem.with(name).got(value).allowed("a finite number, 0 or more"));
    }
  }

  /** {@code value} is finite and above 0. */
  static void requirePositive(String name, double value) {
    if (!(value > 0 && value < Double.POSITIVE_INFINITY)) {
      throw new SettingException(Problem.with(name).got(value).allowed("a finite number above 0"));
    }
  }
}
