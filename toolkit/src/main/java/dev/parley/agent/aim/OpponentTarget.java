package dev.parley.agent.aim;

/** What an agent predicts of the other. */
public enum OpponentTarget {
  /** Its individual reward; squared error. The paper's text. */
  REWARD,
  /** Its symbols; cross-entropy. The reference code. */
  SYMBOLS
}
