package dev.parley.agent.aim;

import dev.parley.train.Spoken;

/** Whether the agents have one VQ-VAE or one each. */
public enum Codebooks implements Spoken {
  /** One encoder and one codebook for both. */
  SHARED,
  /** Each agent has trained its own: the same symbol is another vector for each. */
  SEPARATE;

  @Override
  public String call(String name) {
    return this == SEPARATE ? "separateCodebooks()" : "codebooks(Codebooks.SHARED)";
  }
}
