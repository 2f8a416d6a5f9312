package dev.parley.notebook;

import dev.parley.state.Output;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** A virtual environment of Python with pinned packages in it. */
record Venv(Path folder) {

  private static final String ASKED = "requirements.txt";
  private static final String STAMP = "installed.txt";

  /**
   * The environment in that folder, made if it is not there or other packages are asked for.
   *
   * @param pinned what pip is to install, as its requirements files have it
   * @param making is run first if there is something to do
   * @throws IOException if there is no Python 3, or pip fails
   */
  static Venv make(Path folder, String pinned, Runnable making) throws IOException {
    Venv made = new Venv(folder);
    Path stamp = folder.resolve(STAMP);
    if (Files.exists(stamp) && Files.readString(stamp).equals(pinned)) {
      return made;
    }
    making.run();
    Output.to(folder).write(ASKED, pinned);
    Programs.need(
        List.of(windows() ? "python" : "python3", "-m", "venv", folder.toString()),
        "Python 3 with its module venv is needed");
    Programs.need(
        List.of(
            made.program("python"),
            "-m",
            "pip",
            "install",
            "--quiet",
            "--disable-pip-version-check",
            "--requirement",
            folder.resolve(ASKED).toString()),
        "is there a network?");
    Output.to(folder).write(STAMP, pinned);
    return made;
  }

  /** The path of a program in it. */
  String program(String name) {
    return folder.resolve(windows() ? "Scripts" : "bin").resolve(name).toString();
  }

  /** A text file beside a class, such as one that pins packages. */
  static String resource(Class<?> beside, String name) throws IOException {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException(name + " is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static boolean windows() {
    return System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");
  }
}
