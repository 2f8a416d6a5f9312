package dev.parley.agent.play;

/** Chooses among what is open, each with the same probability. */
public record RandomPartner() implements Partner {

  @Override
  public String toString() {
    return "Partner.random()";
  }
}
