package dev.parley.agent.ppo;

/** What a critic sees; actors see what their agent sees. */
public enum Critic {
  /** What the agent itself sees: independent PPO. */
  OWN,
  /** What all agents see, side by side: MAPPO (Yu et al., 2022). */
  CENTRAL
}
