package dev.parley.error;

import java.util.List;

/** A value that a setting cannot have; thrown at the call that sets it. */
public final class SettingException extends ParleyException {

  private static final long serialVersionUID = 1;

  /** Throws at the line of the caller of the toolkit. */
  public SettingException(Problem problem) {
    super(List.of(problem), null);
    blameCaller();
  }
}
