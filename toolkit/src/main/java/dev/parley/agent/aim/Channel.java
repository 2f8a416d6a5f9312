package dev.parley.agent.aim;

import dev.parley.train.Spoken;

/** Whether what is said arrives. */
public enum Channel implements Spoken {
  /** The listener reads the message. */
  OPEN,
  /** The listener reads zeros, whatever was said. */
  SILENT;

  @Override
  public String call(String name) {
    return this == SILENT ? "silent()" : "channel(Channel.OPEN)";
  }
}
