package dev.parley.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.notebook.display.NotebookProgress;
import dev.parley.notebook.display.RapaioProvider;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import org.dflib.jjava.jupyter.Extension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rapaio.jupyter.kernel.display.spi.DisplayProvider;

/** Kernels are for those who run one: nothing of the toolkit needs their classes. */
class WithoutKernelsTest {

  private static final Path SERVICES = Path.of("target", "classes", "META-INF", "services");

  @TempDir private Path folder;

  @Test
  void aPlainProgramNeedsNone() throws IOException {
    Path said = folder.resolve("said.txt");
    int code =
        Programs.wait(
            new ProcessBuilder(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-cp",
                    OtherKernels.withoutKernels(),
                    WithoutKernels.class.getName(),
                    SERVICES.toString())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile()));
    String text = Files.readString(said);
    assertEquals(0, code, text);
    assertTrue(text.contains("found " + NotebookProgress.class.getName()), text);
    assertTrue(text.contains("20 of 20"), text);
  }

  @Test
  void kernelsFindWhatIsForThem() {
    assertTrue(
        ServiceLoader.load(Extension.class).stream()
            .anyMatch(each -> each.type().getSimpleName().equals("JJavaExtension")));
    assertEquals(
        List.of(RapaioProvider.class),
        ServiceLoader.load(DisplayProvider.class).stream()
            .map(ServiceLoader.Provider::type)
            .toList());
  }
}
