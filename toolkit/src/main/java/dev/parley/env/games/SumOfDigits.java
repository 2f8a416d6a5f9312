package dev.parley.env.games;

import dev.parley.datasets.Samples;
import dev.parley.env.Actions;
import dev.parley.env.Anchors;
import dev.parley.env.Environment;
import dev.parley.env.Episodes;
import dev.parley.env.Role;
import dev.parley.env.Space;
import dev.parley.random.Streams;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;

/**
 * Summing MNIST (Eccles et al., 2019, "Biases for Emergent Communication in Multi-agent
 * Reinforcement Learning"). A speaker sees a digit and says a symbol; then a listener that sees a
 * digit of its own, and hears the symbol, says what both digits make together. Both earn 1 if the
 * sum is right.
 *
 * <p>Images are drawn uniformly among all samples, of any data set with labels. A label counts as
 * the digit, so the sum of {@code n} classes is 0 to {@code 2n - 2}.
 *
 * @param classes digits that there can be, 2 or more: as many as the samples have, or more
 * @param vocabulary symbols of the speaker, 1 or more
 */
public record SumOfDigits(int classes, int vocabulary) implements Environment {

  private static final int SPEAKER = 0;
  private static final int LISTENER = 1;

  /** Checks the settings. */
  public SumOfDigits {
    Least.of("classes", classes, 2);
    Least.of("vocabulary", vocabulary, 1);
  }

  /** Ten digits and twenty symbols, as in the paper. */
  public static SumOfDigits standard() {
    return new SumOfDigits(10, 20);
  }

  /** The same for data of more or fewer classes. */
  public SumOfDigits classes(int count) {
    return new SumOfDigits(count, vocabulary);
  }

  /** The same with more or fewer symbols. */
  public SumOfDigits vocabulary(int symbols) {
    return new SumOfDigits(classes, symbols);
  }

  /** The label. */
  @Override
  public OptionalInt topic(int label) {
    return OptionalInt.of(label);
  }

  /** The labels of what the speaker sees, if there are at most 4,096. */
  @Override
  public int topics() {
    return Topics.few(classes);
  }

  @Override
  public List<Role> roles() {
    Space symbol = Space.symbol(vocabulary);
    return List.of(
        new Role("speaker", true, false, Space.nothing(), symbol),
        new Role(
            "listener",
            true,
            false,
            Space.dictionary("heard", symbol),
            Space.discrete(2 * classes - 1)));
  }

  /**
   * Joint rewards: twice those of an agent. The best constant is the most frequent sum; a listener
   * that hears nothing adds the most frequent digit to its own.
   */
  @Override
  public Anchors anchors(Samples samples) {
    double[] shares = Shares.of(samples);
    double[] sums = new double[2 * shares.length - 1];
    for (int first = 0; first < shares.length; first++) {
      for (int second = 0; second < shares.length; second++) {
        sums[first + second] += shares[first] * shares[second];
      }
    }
    return new Anchors(
        2.0 / (2 * classes - 1),
        2 * Arrays.stream(sums).max().orElseThrow(),
        2 * Shares.most(samples),
        2);
  }

  @Override
  public OptionalInt longest() {
    return OptionalInt.of(2);
  }

  @Override
  public Episodes open(Samples samples, int batch, Streams streams) {
    return new Play(this, samples, batch, streams);
  }

  @Override
  public String toString() {
    return "SumOfDigits.standard()"
        + (classes == 10 ? "" : ".classes(" + classes + ")")
        + (vocabulary == 20 ? "" : ".vocabulary(" + vocabulary + ")");
  }

  private static final class Play extends PairEpisodes {

    private static final int STEPS = 2;

    private final int vocabulary;
    private final int topics;
    private final int[] said;

    Play(SumOfDigits game, Samples samples, int batch, Streams streams) {
      super(samples, game.classes, STEPS, batch, streams);
      vocabulary = game.vocabulary;
      topics = game.topics();
      said = new int[batch];
    }

    @Override
    public int topic(int episode) {
      return topics == 0 ? -1 : label(SPEAKER, episode);
    }

    @Override
    public boolean acts(int agent, int episode) {
      return agent == taken();
    }

    @Override
    public int speaker(int agent, int episode) {
      return agent == LISTENER && taken() > 0 ? SPEAKER : -1;
    }

    /** The listener hears zeros before anything is said. */
    @Override
    public void observe(int agent, float[] into) {
      Arrays.fill(into, 0);
      for (int e = 0; e < said.length && agent == LISTENER && taken() > 0; e++) {
        into[e * vocabulary + said[e]] = 1;
      }
    }

    @Override
    void happens(int now, Actions actions) {
      for (int e = 0; e < said.length; e++) {
        if (now == 0) {
          said[e] = actions.choice(SPEAKER)[e];
        } else {
          int sum = label(SPEAKER, e) + label(LISTENER, e);
          rewards[e] = actions.choice(LISTENER)[e] == sum ? 1 : 0;
        }
      }
    }
  }
}
