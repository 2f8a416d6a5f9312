package dev.parley.agent.play;

/** Looks on while episodes are played, and may exchange what is chosen. */
public interface Witness {

  /** Everybody has looked; at the end of an episode too. */
  default void saw(int step) {}

  /** Everybody has chosen; it is not yet done. */
  default void chose(int step) {}

  /** It is done, and has earned what it earned. */
  default void did(int step) {}
}
