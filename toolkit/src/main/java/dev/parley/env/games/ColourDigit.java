package dev.parley.env.games;

import dev.parley.datasets.Samples;
import dev.parley.env.Anchors;
import dev.parley.env.Dict;
import dev.parley.env.Environment;
import dev.parley.env.Episodes;
import dev.parley.env.Role;
import dev.parley.env.Space;
import dev.parley.random.RandomStream;
import dev.parley.random.Streams;
import dev.parley.state.State;
import java.util.List;
import java.util.OptionalInt;

/**
 * The colour-digit game (Foerster et al., 2016, "Learning to Communicate with Deep Multi-Agent
 * Reinforcement Learning"; the rules of the released code). Each of two agents sees a digit of its
 * own in one of two colours. They say one bit to each other, then both choose one of two actions.
 * With actions {@code a} and colours {@code c} of 1 or 2, and digits {@code d} from 1 on, both earn
 *
 * <pre>
 * r(1) + r(2),  r(i) = 2 (-1)^(a_i + c_i + d_j) + (-1)^(a_i + d_i + c_j),  j the other agent
 * </pre>
 *
 * <p>To tell the parity of the digit is worth 4 to each agent, to tell the colour about 2, nothing
 * about 0. Images are drawn uniformly among all samples, of any data set with labels; colours
 * uniformly. What differs from the paper: the colour is told beside the image, not by which of two
 * channels the image is in.
 */
public record ColourDigit() implements Environment {

  /** The game. */
  public static ColourDigit standard() {
    return new ColourDigit();
  }

  /** The parity of the label. */
  @Override
  public OptionalInt topic(int label) {
    return OptionalInt.of(label % 2);
  }

  /** Both parities: that of what the first agent sees, times two, and that of the second. */
  @Override
  public int topics() {
    return 4;
  }

  @Override
  public List<Role> roles() {
    Dict seen = TalkEpisodes.seen(Space.dictionary("colour", Space.discrete("1", "2")));
    Space action = TalkEpisodes.action(Space.discrete("1", "2"));
    return List.of(
        new Role("agent_0", true, false, seen, action),
        new Role("agent_1", true, false, seen, action));
  }

  /**
   * Joint rewards: twice those of an agent. Who does not know the other's digit can go by which
   * parity is the more frequent one: that is worth 2 for each of r(1) and r(2), times the mean sign
   * of the digits.
   */
  @Override
  public Anchors anchors(Samples samples) {
    double[] shares = Shares.of(samples);
    double sign = 0;
    for (int label = 0; label < shares.length; label++) {
      sign += label % 2 == 0 ? shares[label] : -shares[label];
    }
    return new Anchors(0, 0, 8 * Math.abs(sign), 8);
  }

  @Override
  public OptionalInt longest() {
    return OptionalInt.of(2);
  }

  @Override
  public Episodes open(Samples samples, int batch, Streams streams) {
    return new Play(samples, batch, streams);
  }

  @Override
  public String toString() {
    return "ColourDigit.standard()";
  }

  private static final class Play extends TalkEpisodes {

    private static final int STEPS = 2;
    private static final int COLOURS = 2;

    private final RandomStream stream;
    private final int[][] colours;

    Play(Samples samples, int batch, Streams streams) {
      super(samples, samples.classes(), STEPS, batch, streams);
      stream = streams.stream("colours");
      colours = new int[2][batch];
    }

    @Override
    void draw() {
      super.draw();
      for (int e = 0; e < batch(); e++) {
        colours[0][e] = stream.nextInt(COLOURS);
        colours[1][e] = stream.nextInt(COLOURS);
      }
    }

    @Override
    int see(int agent, int episode, float[] into, int at) {
      into[at + colours[agent][episode]] = 1;
      return COLOURS;
    }

    @Override
    double earned(int episode, int first, int second) {
      return term(episode, 0, first) + term(episode, 1, second);
    }

    @Override
    public int topic(int episode) {
      return 2 * (label(0, episode) % 2) + label(1, episode) % 2;
    }

    private double term(int episode, int agent, int action) {
      int other = 1 - agent;
      int large = action + 1 + colours[agent][episode] + 1 + label(other, episode) + 1;
      int small = action + 1 + label(agent, episode) + 1 + colours[other][episode] + 1;
      return 2 * sign(large) + sign(small);
    }

    private static int sign(int exponent) {
      return exponent % 2 == 0 ? 1 : -1;
    }

    @Override
    public void keep(State state) {
      super.keep(state);
      state.stream("colours", stream);
    }
  }
}
