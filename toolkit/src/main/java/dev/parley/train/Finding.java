package dev.parley.train;

/**
 * What a run shows of one signature.
 *
 * @param signature what was looked for
 * @param result whether it is there
 * @param evidence numbers and rounds
 * @param cause the likely one; empty unless found
 * @param setting to try, as a call to add to the plan's line; empty unless found
 */
public record Finding(
    Signature signature, Result result, String evidence, String cause, String setting) {

  /** Whether a signature is there. */
  public enum Result {
    /** It is. */
    FOUND("found"),
    /** It is not. */
    NOT_FOUND("no"),
    /** There are too few rounds to tell. */
    TOO_FEW_ROUNDS("too few rounds to tell"),
    /**
     * It cannot be, as nobody speaks or there is no codebook or auxiliary loss; or nobody can know,
     * as the game does not tell what play is worth.
     */
    NOT_APPLICABLE("not applicable");

    private final String label;

    Result(String label) {
      this.label = label;
    }

    @Override
    public String toString() {
      return label;
    }
  }

  static Finding found(Signature signature, String evidence, Remedy remedy) {
    return new Finding(signature, Result.FOUND, evidence, remedy.cause(), remedy.setting());
  }

  static Finding without(Signature signature, Result result, String evidence) {
    return new Finding(signature, result, evidence, "", "");
  }

  /** The finding in a line. */
  @Override
  public String toString() {
    return signature
        + ": "
        + (result == Result.FOUND ? evidence + "; try " + setting : result + ", " + evidence);
  }
}
