package dev.parley.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.error.ParleyException;
import dev.parley.error.Problem;
import dev.parley.error.SettingException;
import org.junit.jupiter.api.function.Executable;

/** The one problem of code that has to fail, and its facts. */
final class Failing {

  private Failing() {}

  static Problem setting(Executable code) {
    return with(SettingException.class, code);
  }

  static Problem with(Class<? extends ParleyException> type, Executable code) {
    ParleyException exception = assertThrows(type, code);
    assertEquals(1, exception.problems().size());
    return exception.problems().get(0);
  }

  static String fact(Problem problem, String name) {
    return problem.value(name).orElseThrow();
  }
}
