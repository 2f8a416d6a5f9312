package dev.parley.agent.play;

/**
 * What somebody has written to play in the place of an agent, in one episode at a time:
 *
 * <pre>
 * Partner.scripted(() -&gt; (seen, open) -&gt; new int[] {seen[0] &gt; 0 ? 1 : 0})
 * </pre>
 *
 * <p>It may remember what it saw in an episode. For runs to be the same each time, with and without
 * evaluations, and to go on from checkpoints, what it does depends on nothing but the seed and what
 * it has seen since.
 */
public interface Script {

  /**
   * A new episode begins.
   *
   * @param seed of all randomness in it
   */
  default void begin(long seed) {}

  /**
   * Called when it is the agent's turn.
   *
   * @param seen what the agent sees: the numbers of its observation in order, then, if it sees a
   *     signal, the pixels, and the label one-hot if it is told it
   * @param open for each of its choices and each option, whether it can be chosen now
   * @return one option for each of its choices, in the order of its action space; what is said is
   *     left out where a plan is silent
   */
  int[] choose(float[] seen, boolean[][] open);
}
