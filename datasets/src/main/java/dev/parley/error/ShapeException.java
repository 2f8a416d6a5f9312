package dev.parley.error;

import java.util.List;

/**
 * Operands that do not fit together; the problem names both shapes. Found while a computation is
 * recorded, or when values are written or read; an index out of range when the program runs that
 * looks it up.
 */
public final class ShapeException extends ParleyException {

  private static final long serialVersionUID = 1;

  /** An exception about one problem. */
  public ShapeException(Problem problem) {
    super(List.of(problem), null);
  }
}
