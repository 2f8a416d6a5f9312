package dev.parley.agent.aim;

/** What a symbol is to an agent. */
public enum Symbols {
  /**
   * Its code vector: an agent speaks by scoring the codes by their distance from a latent of its
   * own, and reads a symbol as its code vector.
   */
  CODEBOOK,
  /**
   * A class index: an agent speaks through a layer of its own, and reads through a random table of
   * its own.
   */
  OWN_TABLE
}
