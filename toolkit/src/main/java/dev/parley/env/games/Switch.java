package dev.parley.env.games;

/** What prisoners of the riddle leave behind for whoever is in the room the day after. */
public enum Switch {

  /** Nothing. */
  NONE,

  /** One bit, said anew each day: Foerster et al., 2016. */
  MESSAGE,

  /**
   * A light, off at first, that stays as it is until somebody switches it, in place of telling: the
   * rules of JaxMARL's {@code switch_riddle}.
   */
  BULB
}
