package dev.parley.notebook;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** The Python of this computer, of which a virtual environment is made. */
final class Python {

  private static final boolean WINDOWS =
      System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");

  /** How it is called here. */
  static final String NAME = WINDOWS ? "python" : "python3";

  /** Where a virtual environment has its own. */
  static final String IN_ENVIRONMENT = WINDOWS ? "Scripts/python.exe" : "bin/python";

  private static final int OLD = 3;
  private static final String HINT =
      ": install Python 3.10 or newer with its module venv (Debian, Ubuntu: apt install"
          + " python3-venv), or put a JupyterLab on the PATH";

  private static final String QUESTION =
      "import sys\nif sys.version_info < (3, 10): sys.exit(" + OLD + ")\nimport ensurepip, venv";

  private Python() {}

  /**
   * Makes sure that a program is a Python that can make virtual environments.
   *
   * @throws IOException if it cannot
   */
  static void check(String program) throws IOException {
    int code;
    try {
      code = Programs.quietly(List.of(program, "-c", QUESTION));
    } catch (IOException e) {
      throw new IOException("there is no " + program + HINT, e);
    }
    if (code != 0) {
      throw new IOException(program + (code == OLD ? " is too old" : " has no venv") + HINT);
    }
  }
}
