package dev.parley.agent.play;

/** The policy that the agent would begin with, which stays as it is. */
public record UntrainedPartner() implements Partner {

  @Override
  public String toString() {
    return "Partner.untrained()";
  }
}
