package dev.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code parley jshell FILE}: what a script has done is a file in {@link #folder}. */
class JShellCommandTest {

  @TempDir private Path folder;

  @Test
  void scriptRunsWithTheImports() throws IOException {
    Said said =
        Said.by(
            "jshell",
            script(
                "a b.jsh",
                """
                var plan = Experiment.aim().codebook(50).seqLen(2).reflection(0.1, 0.1)
                    .seed(7).dataset(Signals.of(3, 4)).environment(ParityDilemma.standard());
                Table table = Table.create("t");
                List<Duration> none = new ArrayList<>();
                Pattern pattern = Pattern.compile("x");
                Files.writeString(%s, plan + "\\n" + table.name());
                """
                    .formatted(path("done"))));
    assertEquals("", said.err());
    assertEquals(0, said.code());
    assertEquals(
        "Experiment.aim().seed(7).environment(ParityDilemma.standard())"
            + ".dataset(Signals.of(3, 4))\nt",
        done());
  }

  @Test
  void laterScriptsUseEarlierOnes() throws IOException {
    String first = script("1.jsh", "var text = \"from the first\";");
    String second = script("2.jsh", "Files.writeString(" + path("done") + ", text);");
    assertEquals(0, Said.by("jshell", first, second).code());
    assertEquals("from the first", done());
  }

  @Test
  void errorEndsAllScripts() throws IOException {
    String first = script("1.jsh", "int a = 1;\nint b = \"two\";");
    String second = script("2.jsh", "Files.writeString(" + path("done") + ", \"\");");
    Said said = Said.by("jshell", first, second);
    assertEquals(1, said.code());
    assertTrue(said.err().startsWith(first + ":2: incompatible types: "), said.err());
    assertTrue(Files.notExists(folder.resolve("done")));
  }

  @Test
  void fileThatIsMissingIsToldBeforeAnyRuns() throws IOException {
    String first = script("1.jsh", "Files.writeString(" + path("done") + ", \"\");");
    String missing = folder.resolve("missing.jsh").toString();
    Said said = Said.by("jshell", first, missing);
    assertEquals(1, said.code());
    assertEquals(
        "parley jshell: " + missing + ": got no such file, allowed: a text file in UTF-8\n",
        said.err());
    assertTrue(Files.notExists(folder.resolve("done")));
  }

  @Test
  void commandOfThePromptIsToldBeforeAnyRuns() throws IOException {
    String first = script("1.jsh", "Files.writeString(" + path("done") + ", \"\");");
    String second = script("2.jsh", "int a = 1;\n/exit\n");
    Said said = Said.by("jshell", first, second);
    assertEquals(1, said.code());
    assertTrue(said.err().startsWith(second + ":2: /exit: a command"), said.err());
    assertTrue(Files.notExists(folder.resolve("done")));
  }

  @Test
  void folderIsNoScript() {
    isNotReadable(folder);
  }

  @Test
  void bytesThatAreNoText() throws IOException {
    isNotReadable(Files.write(folder.resolve("x"), new byte[] {(byte) 0xff, (byte) 0xfe, 0}));
  }

  private static void isNotReadable(Path file) {
    Said said = Said.by("jshell", file.toString());
    assertEquals(1, said.code());
    assertEquals(1, said.errors().size(), said.err());
    assertTrue(said.err().startsWith("parley jshell: " + file + ": got not readable: "));
  }

  private String script(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private String path(String name) {
    return "Path.of(\"" + folder.resolve(name).toString().replace("\\", "\\\\") + "\")";
  }

  private String done() throws IOException {
    return Files.readString(folder.resolve("done"));
  }
}
