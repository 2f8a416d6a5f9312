package dev.parley.error;

import java.util.List;

/** A failure that no check foresaw: a bug of Parley, or of code that was plugged into it. */
public final class UnexpectedException extends ParleyException {

  private static final long serialVersionUID = 1;

  /** The cause is what was thrown. */
  public UnexpectedException(Problem problem, Throwable cause) {
    super(List.of(problem), cause);
  }
}
