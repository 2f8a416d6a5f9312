package dev.parley.train;

/** What typically goes wrong in emergent communication, and how it shows. */
public enum Signature {
  /** What is said is constant: below 0.05 bit a message at the end, though the channel is open. */
  COMMUNICATION_VACUUM("communication vacuum"),
  /** Fewer than 30 % of the codes stand for anything in the evaluation set. */
  CODEBOOK_COLLAPSE("codebook collapse"),
  /** The joint reward swings in the second half, and does not rise. */
  POLICY_OSCILLATION("policy oscillation"),
  /** An auxiliary loss rises over the second half. */
  REFLECTION_DIVERGENCE("reflection divergence"),
  /** The joint reward did not come near the optimum, or did not stay there. */
  NO_CONVERGENCE("no convergence");

  private final String label;

  Signature(String label) {
    this.label = label;
  }

  /** Its name in words, such as {@code codebook collapse}. */
  @Override
  public String toString() {
    return label;
  }
}
