package dev.parley.agent.aim;

import dev.parley.train.Spoken;

/** How an agent's action follows. */
public enum ActionMap implements Spoken {
  /** From its message: a first symbol in the lower half of the codebook means cooperate. */
  HALVES,
  /** From a layer of its own, so that the message is only a message. */
  HEAD;

  /** The action is read off the first symbol. */
  public static ActionMap halves() {
    return HALVES;
  }

  /** The action has a layer of its own. */
  public static ActionMap head() {
    return HEAD;
  }

  @Override
  public String call(String name) {
    return name + "(ActionMap." + (this == HALVES ? "halves()" : "head()") + ")";
  }
}
