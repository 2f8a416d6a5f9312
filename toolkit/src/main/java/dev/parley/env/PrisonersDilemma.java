package dev.parley.env;

/**
 * The prisoner's dilemma without context: both agents see the signal, and the payoffs do not depend
 * on it.
 *
 * @param payoffs the payoffs for every signal
 */
public record PrisonersDilemma(Bimatrix payoffs) implements Dilemma {

  private static final PrisonersDilemma CLASSIC =
      new PrisonersDilemma(Bimatrix.of(3, 3, -1, 5, 5, -1, 0, 0));

  /**
   * Payoffs (3, 3), (-1, 5), (5, -1), (0, 0): the classic table of the AIM reference
   * implementation.
   */
  public static PrisonersDilemma classic() {
    return CLASSIC;
  }

  /** The symmetric dilemma of these payoffs; a true dilemma has T > R > P > S. */
  public static PrisonersDilemma of(
      double temptation, double reward, double punishment, double sucker) {
    return new PrisonersDilemma(Bimatrix.symmetric(temptation, reward, punishment, sucker));
  }

  @Override
  public Bimatrix even() {
    return payoffs;
  }

  @Override
  public Bimatrix odd() {
    return payoffs;
  }

  @Override
  public boolean bothSee() {
    return true;
  }

  @Override
  public String toString() {
    return equals(CLASSIC) ? "PrisonersDilemma.classic()" : "new PrisonersDilemma(" + payoffs + ")";
  }
}
