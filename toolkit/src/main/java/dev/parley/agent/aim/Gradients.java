package dev.parley.agent.aim;

/** Whether the agents' gradients start anew at each round. */
public enum Gradients {
  /** They are cleared before each round. */
  CLEARED,
  /** They are never cleared: each step follows the sum of all gradients so far. */
  ACCUMULATED
}
