package dev.parley.agent.play;

/** Whose a policy is. */
public enum Policies {
  /** Each agent has nets of its own. */
  SEPARATE,
  /** One policy for all, who must see and do the same; they differ by what they see alone. */
  SHARED
}
