package dev.parley.error;

import java.util.List;

/**
 * Data that cannot be had or is not what it claims to be: a missing, truncated, foreign or altered
 * file.
 */
public final class DataException extends ParleyException {

  private static final long serialVersionUID = 1;

  /** A problem found by the loader itself. */
  public DataException(Problem problem) {
    super(List.of(problem), null);
    blameCaller();
  }

  /** A problem with a cause of its own, such as an {@link java.io.IOException}. */
  public DataException(Problem problem, Throwable cause) {
    super(List.of(problem), cause);
    blameCaller();
  }
}
