package dev.parley.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.error.DataException;
import dev.parley.error.ParleyException;
import dev.parley.error.Problem;
import dev.parley.error.SettingException;
import org.junit.jupiter.api.function.Executable;

/** The one problem of code that has to fail. */
final class Failing {

  private Failing() {}

  static Problem data(Executable code) {
    return only(assertThrows(DataException.class, code));
  }

  static Problem setting(Executable code) {
    return only(assertThrows(SettingException.class, code));
  }

  static String got(Problem problem) {
    return problem.value("got").orElseThrow();
  }

  static String allowed(Problem problem) {
    return problem.value("allowed").orElseThrow();
  }

  static String hint(Problem problem) {
    return problem.value("hint").orElseThrow();
  }

  private static Problem only(ParleyException exception) {
    assertEquals(1, exception.problems().size());
    return exception.problems().get(0);
  }
}
