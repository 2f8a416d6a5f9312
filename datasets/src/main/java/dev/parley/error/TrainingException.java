package dev.parley.error;

import java.util.List;

/**
 * Training that cannot go on: the problem tells the round, the last good values and the likely
 * causes.
 */
public final class TrainingException extends ParleyException {

  private static final long serialVersionUID = 1;

  /** The run ends here. */
  public TrainingException(Problem problem) {
    super(List.of(problem), null);
  }
}
