package dev.parley.error;

import java.util.List;

/**
 * Settings that do not fit together; thrown by {@code run()} before anything has started, all of
 * them at once.
 */
public final class PlanException extends ParleyException {

  private static final long serialVersionUID = 1;

  /** Throws at the line of the caller of the toolkit. */
  public PlanException(List<Problem> problems) {
    super(problems, null);
    blameCaller();
  }
}
