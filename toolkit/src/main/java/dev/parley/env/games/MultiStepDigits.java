package dev.parley.env.games;

import dev.parley.datasets.Samples;
import dev.parley.env.Anchors;
import dev.parley.env.Environment;
import dev.parley.env.Episodes;
import dev.parley.env.Role;
import dev.parley.env.Space;
import dev.parley.random.Streams;
import java.util.List;
import java.util.OptionalInt;

/**
 * The multi-step game (Foerster et al., 2016, "Learning to Communicate with Deep Multi-Agent
 * Reinforcement Learning"; the rules of the released code). Each of two agents sees a digit of its
 * own, all the time. They say one bit to each other in each step but the last, and in the last each
 * guesses the other's digit. Both earn a half for each guess that is right.
 *
 * <p>Images are drawn uniformly among all samples, of any data set with labels. Ten digits need
 * four bits, the standard's five steps.
 *
 * @param classes digits that can be guessed, 2 or more: as many as the samples have, or more
 * @param steps of an episode, 2 or more
 */
public record MultiStepDigits(int classes, int steps) implements Environment {

  /** Checks the settings. */
  public MultiStepDigits {
    Least.of("classes", classes, 2);
    Least.of("steps", steps, 2);
  }

  /** Ten digits and five steps, as in the paper. */
  public static MultiStepDigits standard() {
    return new MultiStepDigits(10, 5);
  }

  /** The same for data of more or fewer classes. */
  public MultiStepDigits classes(int count) {
    return new MultiStepDigits(count, steps);
  }

  /** The same with more or fewer steps. */
  public MultiStepDigits steps(int count) {
    return new MultiStepDigits(classes, count);
  }

  /** The label. */
  @Override
  public OptionalInt topic(int label) {
    return OptionalInt.of(label);
  }

  /** Pairs of labels, that of what the first agent sees first, if there are at most 4,096. */
  @Override
  public int topics() {
    return Topics.few((long) classes * classes);
  }

  @Override
  public List<Role> roles() {
    Space seen = TalkEpisodes.seen(Space.nothing());
    Space action = TalkEpisodes.action(Space.discrete(classes));
    return List.of(
        new Role("agent_0", true, false, seen, action),
        new Role("agent_1", true, false, seen, action));
  }

  /** Joint rewards: twice those of an agent. */
  @Override
  public Anchors anchors(Samples samples) {
    double guess = 2 * Shares.most(samples);
    return new Anchors(2.0 / classes, guess, guess, 2);
  }

  @Override
  public OptionalInt longest() {
    return OptionalInt.of(steps);
  }

  @Override
  public Episodes open(Samples samples, int batch, Streams streams) {
    return new TalkEpisodes(samples, classes, steps, batch, streams) {
      @Override
      double earned(int episode, int first, int second) {
        return (first == label(1, episode) ? 0.5 : 0) + (second == label(0, episode) ? 0.5 : 0);
      }

      @Override
      public int topic(int episode) {
        return topics() == 0 ? -1 : classes * label(0, episode) + label(1, episode);
      }
    };
  }

  @Override
  public String toString() {
    return "MultiStepDigits.standard()"
        + (classes == 10 ? "" : ".classes(" + classes + ")")
        + (steps == 5 ? "" : ".steps(" + steps + ")");
  }
}
