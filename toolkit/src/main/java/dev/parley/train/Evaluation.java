package dev.parley.train;

/**
 * How often agents are evaluated while they learn, and how thoroughly: RLlib's {@code
 * evaluation_interval} and {@code evaluation_duration}.
 *
 * @param rounds from one evaluation to the next; 1 or more
 * @param episodes of each; 1 or more; both are 0 if there is none
 */
public record Evaluation(int rounds, int episodes) implements Spoken {

  /** No evaluation while they learn. */
  public static final Evaluation NONE = new Evaluation(0, 0);

  /** Checks both. */
  public Evaluation {
    if (rounds != 0 || episodes != 0) {
      String hint = "evaluateEvery(0, 0) switches it off";
      Setting.atLeast("evaluateEvery rounds", rounds, 1, hint);
      Setting.atLeast("evaluateEvery episodes", episodes, 1, hint);
    }
  }

  /** Whether one is due when so many rounds are complete. */
  boolean isDue(int completed) {
    return rounds > 0 && completed % rounds == 0;
  }

  @Override
  public String call(String name) {
    return name + "(" + rounds + ", " + episodes + ")";
  }
}
