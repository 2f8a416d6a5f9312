package dev.parley.env;

/** What pays best against what the other player does. */
public enum BestResponse {
  /** To cooperate. */
  COOPERATE("C"),
  /** To defect. */
  DEFECT("D"),
  /** Both pay the same. */
  EITHER("C or D");

  private static final double ROUNDING = 1e-12;

  private final String text;

  BestResponse(String text) {
    this.text = text;
  }

  /** What is best of two expected payoffs, which rounding may have moved apart. */
  static BestResponse of(double cooperate, double defect, double size) {
    double gain = cooperate - defect;
    if (Math.abs(gain) <= ROUNDING * size) {
      return EITHER;
    }
    return gain > 0 ? COOPERATE : DEFECT;
  }

  /** {@code C}, {@code D}, or {@code C or D}. */
  @Override
  public String toString() {
    return text;
  }
}
