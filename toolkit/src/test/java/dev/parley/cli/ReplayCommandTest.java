package dev.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code parley replay}: code 0 same, 1 different, 2 for what cannot be told. */
class ReplayCommandTest {

  private static String plan = "";
  private static String rounds = "";

  @TempDir private Path folder;

  @BeforeAll
  static void run(@TempDir Path once) throws IOException {
    Said said =
        Said.by(
            "run",
            "--dataset=signals:2,4",
            "--pretrain=1",
            "--batch=4",
            "--hidden=8",
            "--rounds=5",
            "--out=" + once);
    assertEquals(0, said.code(), said.err());
    plan = Files.readString(once.resolve("plan.json"));
    rounds = Files.readString(once.resolve("rounds.csv"));
  }

  @BeforeEach
  void copy() throws IOException {
    Files.writeString(folder.resolve("plan.json"), plan);
    Files.writeString(folder.resolve("rounds.csv"), rounds);
  }

  private Said replay() {
    return Said.by("replay", folder.toString());
  }

  @Test
  void same() {
    Said said = replay();
    assertEquals("", said.err());
    assertEquals(0, said.code());
    assertTrue(
        said.out()
            .matches(
                "Replay of run [0-9a-f]{12}: same, \\d+ columns of 5 rounds, to the last bit\n"),
        said.out());
  }

  @Test
  void different() throws IOException {
    Files.writeString(folder.resolve("rounds.csv"), rounds.replace("\n3,", "\n4,"));
    Said said = replay();
    assertEquals("", said.err());
    assertEquals(1, said.code());
    assertTrue(said.out().contains(": different in 1 of "), said.out());
    assertTrue(said.out().contains("largest_difference"), said.out());
  }

  @Test
  void archiveThatIsDamaged() throws IOException {
    Files.writeString(folder.resolve("plan.json"), plan.replace("codebook\"", "codebok\""));
    cannotBeTold("parley replay: settings.codebok: got an unknown key, allowed: ");
    Files.writeString(folder.resolve("plan.json"), plan.replace("\"batch\" : 4", "\"batch\" : 0"));
    cannotBeTold("parley replay: batch: got 0, allowed: 1 or more; hint: episodes a round; key: ");
    Files.delete(folder.resolve("plan.json"));
    cannotBeTold("parley replay: archive: got no such file, allowed: ");
  }

  @Test
  void settingsThatDoNotFit() throws IOException {
    String odd = plan.replace("\"codebook\" : 50", "\"codebook\" : 51");
    Files.writeString(folder.resolve("plan.json"), odd);
    cannotBeTold("parley replay: codebook: got 51, allowed: an even number");
  }

  @Test
  void numbersThatAreMissing() throws IOException {
    Files.delete(folder.resolve("rounds.csv"));
    cannotBeTold("parley replay: rounds.csv: got no such file");
  }

  private void cannotBeTold(String expected) {
    Said said = replay();
    assertEquals(2, said.code(), said.err());
    assertEquals("", said.out());
    assertEquals(1, said.errors().size(), said.err());
    assertTrue(said.err().startsWith(expected), said.err());
  }

  @Test
  void wrongUse() {
    assertEquals(2, Said.by("replay").code());
    assertEquals(2, Said.by("replay", "a", "b").code());
    assertEquals(2, Said.by("replay", "--sed=1", "a").code());
    assertEquals(2, Said.by("replay", folder.resolve("none").toString()).code());
  }
}
