package dev.parley.env;

import dev.parley.error.PlanException;
import dev.parley.error.Problem;
import dev.parley.state.State;
import java.util.List;

/**
 * A batch of episodes that go on side by side. First {@link #reset()}; then, until all are over,
 * observe, choose, and {@link #step}.
 */
public interface Episodes {

  /** How many episodes there are. */
  int batch();

  /** Begins a new episode in every place. */
  void reset();

  /**
   * The signal of an episode; that of the first agent in a game in which each sees one of its own.
   *
   * @return its index in the samples, or -1 in a game without signals
   */
  int signal(int episode);

  /**
   * The signal that an agent sees, if its role sees signals: that of the episode, unless the game
   * shows each agent one of its own.
   *
   * @return its index in the samples
   */
  default int signal(int agent, int episode) {
    return signal(episode);
  }

  /**
   * What there is to tell in an episode, such as which place is the goal, or what is on the image
   * that a speaker sees: the label of its messages. Where several agents speak, one number for what
   * all of them have to tell.
   *
   * @return 0 to {@link Environment#topics} - 1, or -1 if nobody knows
   */
  default int topic(int episode) {
    return -1;
  }

  /**
   * Copies what an agent sees besides the signal.
   *
   * @param into [batch, features], row-major
   */
  default void observe(int agent, float[] into) {}

  /**
   * Whose words an agent hears now, in an episode that is not over: the parts of what it sees that
   * are marked as said have, one by one, what that agent chose to say in the last step, as the last
   * numbers of each part.
   *
   * @return -1 if it hears nobody, or the game does not know whom
   */
  default int speaker(int agent, int episode) {
    return -1;
  }

  /** Whether it is the agent's turn; the action of one whose turn it is not is not looked at. */
  default boolean acts(int agent, int episode) {
    return !over(episode);
  }

  /**
   * Whether one of an agent's choices is open to it now; if it acts, at least one is. Where a game
   * closes choices, to take one all the same counts as the first open one.
   *
   * @param which of its choices, as {@link Actions#choice(int, int)} counts them
   */
  default boolean open(int agent, int which, int option, int episode) {
    return true;
  }

  /** One step of every episode that is not over. */
  void step(Actions actions);

  /** What the last step earned an agent. */
  double reward(int agent, int episode);

  /** Whether the episode has ended. */
  boolean over(int episode);

  /**
   * Whether it was cut off, such as by a limit of steps, rather than ended by the rules: what could
   * still have been earned is not 0, and agents still see what they would have acted on.
   */
  default boolean truncated(int episode) {
    return false;
  }

  /**
   * Whether an episode that is over came to what the game is about, such as no crash. It is no part
   * of a reward, and agents are not told.
   *
   * @return 1 if it did, 0 if not; NaN in a game that asks for nothing but rewards
   */
  default double success(int episode) {
    return Double.NaN;
  }

  /** The same of one agent: for one that the rules have put out of the game, it has ended. */
  default boolean truncated(int agent, int episode) {
    return truncated(episode);
  }

  /**
   * Saves or restores what the next batch of episodes depends on, such as streams of random
   * numbers; called between batches.
   *
   * @throws PlanException unless this is written for the game: what it does not say is lost when a
   *     run goes on from a checkpoint
   */
  default void keep(State state) {
    throw new PlanException(
        List.of(
            Problem.with("environment")
                .got(getClass().getSimpleName())
                .allowed("games whose episodes can be saved, if there are to be checkpoints")
                .hint("write Episodes.keep for it")));
  }
}
