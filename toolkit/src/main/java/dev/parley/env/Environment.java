package dev.parley.env;

import dev.parley.datasets.Samples;
import dev.parley.random.Streams;
import java.util.List;
import java.util.OptionalInt;

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
   * Opens {@code batch} episodes that go on side by side.
   *
   * @param samples where signals are drawn from; not looked at by a game without signals
   * @param streams all randomness of these episodes
   */
  Episodes open(Samples samples, int batch, Streams streams);
}
