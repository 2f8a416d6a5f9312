package dev.parley.env;

import dev.parley.datasets.Samples;
import dev.parley.random.Streams;
import java.util.List;

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
   * Opens {@code batch} episodes that go on side by side.
   *
   * @param samples where signals are drawn from; not looked at by a game without signals
   * @param streams all randomness of these episodes
   */
  Episodes open(Samples samples, int batch, Streams streams);
}
