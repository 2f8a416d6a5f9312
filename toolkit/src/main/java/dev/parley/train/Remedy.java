package dev.parley.train;

/**
 * Why something may have gone wrong, and what to try.
 *
 * @param cause in words
 * @param setting a call to add to the plan's line, such as {@code .quantiser(Quantiser.ema())}
 */
public record Remedy(String cause, String setting) {

  /** With the call that gives a setting this value. */
  public static Remedy of(String cause, String name, Object value) {
    return new Remedy(cause, "." + PlanText.call(name, value));
  }
}
