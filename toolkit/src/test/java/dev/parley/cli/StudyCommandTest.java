package dev.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code parley study FILE}: what a script has done is a file in {@link #folder}. */
final class StudyCommandTest {

  @TempDir private Path folder;

  @Test
  void aScriptGoesOnWhereItWas() throws IOException {
    Path script = folder.resolve("study.jsh");
    Path records = folder.resolve("records");
    Path report = folder.resolve("report");
    Files.writeString(
        script,
        """
        Study<Aim> study = Experiment.study(Experiment.aim().rounds(3).pretrain(0))
            .vary(Aim::codebook, 4, 6).seeds(2).in(Path.of("%s"));
        Files.writeString(Path.of("%s"), study.run().summary().rowCount() + " rows");
        """
            .formatted(records, report));
    for (int time = 0; time < 2; time++) {
      Said said = Said.by("study", script.toString());
      assertEquals("", said.err());
      assertEquals(0, said.code());
      assertEquals("2 rows", Files.readString(report));
      assertEquals(4, records.toFile().list().length);
    }
  }

  @Test
  void withoutAFile() {
    Said said = Said.by("study");
    assertEquals(2, said.code());
    assertTrue(said.err().contains("FILE"), said.err());
  }
}
