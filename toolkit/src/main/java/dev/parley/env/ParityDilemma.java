package dev.parley.env;

/**
 * A dilemma in which talking matters: only a sees the signal, b gets nothing but a's message. For
 * an even label (C, C) pays best, for an odd label (D, D).
 *
 * @param even the payoffs for an even label
 * @param odd the payoffs for an odd label
 */
public record ParityDilemma(Bimatrix even, Bimatrix odd) implements Dilemma {

  private static final Bimatrix EVEN = Bimatrix.of(5, 5, -1, 5, 5, -1, 0, 0);
  private static final ParityDilemma STANDARD = new ParityDilemma(EVEN, EVEN.mirrored());

  /**
   * AIM's payoffs for an even label, and for an odd label the same with C and D exchanged: a joint
   * reward of 10 with a perfect code, 7 without communication, 5 for the best constant, 4.5 for
   * uniform play.
   */
  public static ParityDilemma standard() {
    return STANDARD;
  }

  @Override
  public boolean bothSee() {
    return false;
  }

  @Override
  public String toString() {
    return equals(STANDARD)
        ? "ParityDilemma.standard()"
        : "new ParityDilemma(" + even + ", " + odd + ")";
  }
}
