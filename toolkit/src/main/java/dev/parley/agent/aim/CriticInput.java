package dev.parley.agent.aim;

/** What the critic sees. */
public enum CriticInput {
  /** The signal: V(s). */
  STATE,
  /**
   * The signal and the symbols that b has chosen: a baseline that depends on the action is biased.
   */
  STATE_AND_MESSAGE
}
