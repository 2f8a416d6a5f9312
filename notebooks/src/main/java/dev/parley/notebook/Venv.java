package dev.parley.notebook;

import dev.parley.state.Output;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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
    boolean there = Files.exists(Path.of(made.python())) && Files.exists(stamp);
    if (there && Files.readString(stamp).equals(pinned)) {
      return made;
    }
    Python.check(Python.NAME);
    making.run();
    Output.to(folder).write(ASKED, pinned);
    Path log = folder.resolve("install.log");
    Programs.logged(
        List.of(Python.NAME, "-m", "venv", folder.toString()), log, "no virtual environment");
    String asked = folder.resolve(ASKED).toString();
    Programs.logged(
        List.of(made.python(), "-m", "pip", "install", "--requirement", asked),
        log,
        "pip did not install what was asked for (is there a network?)");
    Output.to(folder).write(STAMP, pinned);
    return made;
  }

  /** The path of its Python. */
  String python() {
    return folder.resolve(Python.IN_ENVIRONMENT).toString();
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
}
