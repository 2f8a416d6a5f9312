package dev.parley.agent.aim;

/** What the reflection heads read. */
public enum Trunk {
  /**
   * The hidden layer of the policy and the agent's own symbols, so that reflection shapes the
   * policy.
   */
  SHARED,
  /**
   * Symbols and label through layers of their own: reflection reaches the policy only through the
   * vectors of labels and symbols, which both read.
   */
  SEPARATE
}
