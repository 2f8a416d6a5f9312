package dev.parley.env;

import dev.parley.datasets.Samples;
import dev.parley.random.Streams;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;

/**
 * The rules of a game: who takes part, what each sees and can do, how it is rewarded. Immutable,
 * equal by value, part of a plan; its {@code toString()} is the Java expression that makes it.
 *
 * <p>It knows nothing of messages: they belong to the agents. One-shot games, games of many steps,
 * games in which agents take turns and games that need no data set are all environments.
 */
public interface Environment {

  /** What each agent sees and can do; agents are counted from 0 in this order. */
  List<Role> roles();

  /** The scores that tell what a joint reward is worth, computed from the rules. */
  Anchors anchors(Samples samples);

  /**
   * What an agent that sees a signal has to tell another that does not: signals of one topic call
   * for the same message.
   *
   * @param label of the signal
   * @return the number of the topic, 0 or more; empty if nothing has to be told, or the game does
   *     not know
   */
  default OptionalInt topic(int label) {
    return OptionalInt.empty();
  }

  /**
   * How many topics {@link Episodes#topic} knows of, which are the labels of messages then; 0 if it
   * knows none.
   */
  default int topics() {
    return 0;
  }

  /** How many steps an episode has at most; empty if that is not known. */
  default OptionalInt longest() {
    return OptionalInt.empty();
  }

  /**
   * Opens {@code batch} episodes that go on side by side.
   *
   * @param samples where signals are drawn from; not looked at by a game without signals
   * @param streams all randomness of these episodes
   */
  Episodes open(Samples samples, int batch, Streams streams);

  /**
   * A game that somebody has written one episode at a time; each episode of a batch is played in a
   * game of its own. What such a game is worth nobody knows: {@link OwnGame#anchors(Anchors)} tells
   * it.
   *
   * <p>A plan in it runs, but cannot be written to an archive and read back: a piece of code has
   * neither a text nor an equal.
   *
   * @param maker makes a game anew, such as {@code MyGame::new}
   */
  static OwnGame of(Supplier<? extends MultiAgentEnv> maker) {
    return new OwnGame(maker, Anchors.unknown());
  }

  /**
   * This game one episode at a time, with values by the name of the agent. Who sees a signal gets
   * it as the parts {@code label}, if it is told the label, and {@code image} before what else it
   * sees.
   *
   * @param samples where signals are drawn from; not looked at by a game without signals
   */
  default MultiAgentEnv single(Samples samples) {
    return new SingleEpisode(this, samples);
  }
}
