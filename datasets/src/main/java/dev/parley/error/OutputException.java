package dev.parley.error;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Results that could not be written. What was there before is untouched, and the results are still
 * in memory.
 */
public final class OutputException extends ParleyException {

  private static final long serialVersionUID = 1;

  /** The cause is the failure of the file system. */
  public OutputException(Problem problem, @Nullable Throwable cause) {
    super(List.of(problem), cause);
    blameCaller();
  }
}
