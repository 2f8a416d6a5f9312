package dev.parley.error;

import java.util.List;

/**
 * Operands that do not fit together, found while a computation is recorded; the problem names both
 * shapes.
 */
public final class ShapeException extends ParleyException {

  private static final long serialVersionUID = 1;

  /** Thrown while recording, never while a program runs. */
  public ShapeException(Problem problem) {
    super(List.of(problem), null);
  }
}
