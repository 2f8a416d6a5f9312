package dev.parley.env;

/**
 * The prisoner's dilemma of AIM (arXiv 2507.10566): both agents see the signal, and cooperation
 * pays more for an even label than for an odd one. It pays best for both, so that no message is
 * needed to reach the optimum.
 *
 * @param even the payoffs for an even label
 * @param odd the payoffs for an odd label
 */
public record ContextualPrisonersDilemma(Bimatrix even, Bimatrix odd) implements Dilemma {

  private static final ContextualPrisonersDilemma PAPER =
      new ContextualPrisonersDilemma(
          Bimatrix.of(5, 5, -1, 5, 5, -1, 0, 0), Bimatrix.of(4, 4, -2, 5, 5, -2, 0, 0));
  private static final ContextualPrisonersDilemma BASELINE =
      new ContextualPrisonersDilemma(
          Bimatrix.of(5, 5, -2, 5, 5, -2, 0, 0), Bimatrix.of(3, 3, -2, 5, 5, -2, 0, 0));

  /** The paper's payoffs, on which its AIM curve was made: the optimum is a joint reward of 9. */
  public static ContextualPrisonersDilemma paper() {
    return PAPER;
  }

  /**
   * The payoffs on which the paper's baseline curves were made: the optimum is a joint reward of 8.
   */
  public static ContextualPrisonersDilemma baseline() {
    return BASELINE;
  }

  @Override
  public boolean bothSee() {
    return true;
  }

  @Override
  public String toString() {
    if (equals(PAPER)) {
      return "ContextualPrisonersDilemma.paper()";
    }
    return equals(BASELINE)
        ? "ContextualPrisonersDilemma.baseline()"
        : "new ContextualPrisonersDilemma(" + even + ", " + odd + ")";
  }
}
