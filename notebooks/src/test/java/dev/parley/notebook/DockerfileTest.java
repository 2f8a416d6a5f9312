package dev.parley.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What can be told of the image without building it. */
class DockerfileTest {

  private static final Path ROOT = Path.of("..");

  private static String found(String pattern) throws IOException {
    String text = Files.readString(ROOT.resolve(".binder/Dockerfile"));
    List<String> all =
        Pattern.compile(pattern).matcher(text).results().map(r -> r.group(1)).toList();
    assertEquals(1, all.size(), () -> pattern + " is there as " + all);
    return all.get(0);
  }

  @Test
  void takesTheVersionOfJupyterLabFromItsFile() throws IOException {
    Path file = ROOT.resolve(found("COPY (\\S+\\.txt) /tmp/"));
    assertTrue(Files.readString(file).startsWith("jupyterlab=="), file::toString);
    assertEquals(file.getFileName().toString(), found("--requirement /tmp/(\\S+)"));
    assertFalse(Files.readString(ROOT.resolve(".binder/Dockerfile")).contains("=="));
  }

  @Test
  void pinsItsBase() throws IOException {
    assertTrue(found("FROM (\\S+)").matches("debian:bookworm-\\d{8}-slim"));
  }

  @Test
  void installsTheKernelAsTheLauncherDoes() throws IOException {
    String prefix = found("RUN \\./parley kernel install --prefix (\\S+)");
    CommandLine.ParseResult parsed =
        Main.commandLine().parseArgs("kernel", "install", "--prefix", prefix);
    assertEquals("install", parsed.subcommand().subcommand().commandSpec().name());
    assertEquals(prefix, found("python3 -m venv (\\S+)"));
    assertEquals(prefix + "/bin", found("PATH=([^:]+):"));
  }

  @Test
  void opensATutorial() throws IOException {
    Matcher address = Pattern.compile("/lab/tree/(.+)").matcher(found("default_url=([^\"]+)"));
    assertTrue(address.matches());
    assertTrue(Files.exists(ROOT.resolve(address.group(1))), address::group);
  }
}
