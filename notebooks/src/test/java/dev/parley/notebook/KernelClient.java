package dev.parley.notebook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A real Jupyter client in a virtual environment below target/, with the kernel installed there as
 * users install it. Needs Python 3 with venv, and pip's index the first time: without them the
 * tests fail and say so.
 */
final class KernelClient {

  private static final List<String> PINNED =
      List.of("jupyter_client==8.10.0", "nbclient==0.11.0", "nbformat==5.11.1");
  private static final Path FOLDER = Path.of("target", "jupyter-client").toAbsolutePath();
  private static final Path PYTHON = FOLDER.resolve("bin/python");

  private KernelClient() {}

  /** What {@code client.py} saw. */
  static JsonNode talk() throws IOException {
    environment();
    String home = "-D" + Sources.HOME + "=" + Path.of("..").toAbsolutePath().normalize();
    KernelSpec.in(DataFolder.kernels(FOLDER))
        .install(System.getProperty("java.class.path"), List.of("-Xmx1g", home));
    Path script = FOLDER.resolve("client.py");
    Files.writeString(script, script());
    Path seen = FOLDER.resolve("seen.json");
    Programs.need(
        List.of(PYTHON.toString(), script.toString(), seen.toString()), "what it printed is above");
    return new ObjectMapper().readTree(seen.toFile());
  }

  private static void environment() throws IOException {
    Path stamp = FOLDER.resolve("installed.txt");
    String wanted = String.join("\n", PINNED);
    if (Files.exists(stamp) && Files.readString(stamp).equals(wanted)) {
      return;
    }
    Programs.need(
        List.of("python3", "-m", "venv", FOLDER.toString()),
        "the tests of the kernel need Python 3 with its module venv");
    List<String> pip =
        new ArrayList<>(List.of(PYTHON.toString(), "-m", "pip", "install", "--quiet"));
    pip.addAll(PINNED);
    Programs.need(pip, "the tests of the kernel need pip to reach its index once");
    Files.writeString(stamp, wanted);
  }

  private static String script() throws IOException {
    try (InputStream in = KernelClient.class.getResourceAsStream("client.py")) {
      if (in == null) {
        throw new IOException("client.py is not on the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
