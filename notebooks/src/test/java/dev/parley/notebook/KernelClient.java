package dev.parley.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A real Jupyter client in a virtual environment below target/, with the kernel installed there as
 * users install it. Needs Python 3 with venv, and pip's index the first time: without them the
 * tests fail and say so.
 */
public final class KernelClient {

  private static final String PINNED = "jupyter-client.txt";
  private static final Path FOLDER = Path.of("target", "jupyter-client").toAbsolutePath();

  private static @Nullable Venv made;
  private static @Nullable JsonNode seen;

  private KernelClient() {}

  /** What {@code client.py} saw, which talks to the kernel once for all tests. */
  static synchronized JsonNode talk() throws IOException {
    if (seen == null) {
      Path file = FOLDER.resolve("seen.json");
      need(command("client.py", file), "what it printed is above");
      seen = new ObjectMapper().readTree(file.toFile());
    }
    return seen;
  }

  /**
   * Starts to run a notebook in a folder of its own; what the program prints goes to {@code log}
   * there.
   *
   * @param executed the notebook with what came out
   */
  public static Process execute(Path notebook, Path executed) throws IOException {
    Path folder = Files.createDirectories(executed.getParent());
    return new ProcessBuilder(command("execute.py", notebook, executed))
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve("log").toFile())
        .start();
  }

  /** Runs a program that has to succeed; what it says is seen. */
  static void need(List<String> command, String hint) throws IOException {
    int code = Programs.foreground(command);
    if (code != 0) {
      throw new IOException(command.get(0) + " ended with code " + code + ": " + hint);
    }
  }

  private static List<String> command(String program, Path... arguments) throws IOException {
    Venv venv = environment();
    Path script = venv.folder().resolve(program);
    Files.writeString(script, Venv.resource(KernelClient.class, program));
    List<String> command = new ArrayList<>();
    command.add(venv.python());
    command.add(script.toString());
    for (Path argument : arguments) {
      command.add(argument.toAbsolutePath().toString());
    }
    return command;
  }

  private static synchronized Venv environment() throws IOException {
    if (made == null) {
      made = Venv.make(FOLDER, Venv.resource(KernelClient.class, PINNED), () -> {});
      String home = "-D" + Sources.HOME + "=" + Path.of("..").toAbsolutePath().normalize();
      KernelSpec.in(DataFolder.kernels(FOLDER))
          .install(System.getProperty("java.class.path"), List.of("-Xmx1g", home));
    }
    return made;
  }
}
