package dev.parley.agent.play;

/** Whether what is said can tell anything. */
public enum Speech {
  /** Agents choose what they say. */
  OPEN,
  /** Every agent says the first word, always: no communication. */
  SILENT
}
