package dev.parley.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.error.DataException;
import dev.parley.error.OutputException;
import dev.parley.error.Problem;
import dev.parley.random.RandomStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are damaged, foreign or huge: one clear problem each. */
final class DictionaryDamageTest {

  private static final String GOOD =
      """
      [{"aim_id": "[12, 14]", "version": "x", "human_label": "C",
        "context": "PD Round 1 (Label: 7)", "usage_count": 1, "meaning": "m", "one_of": 2},
       {"aim_id": "[13, 29]", "version": "x", "human_label": "C",
        "context": "PD Round 1 (Label: 7) (Response)", "usage_count": 1, "agent": "b"}]
      """;

  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("x.json"), text);
  }

  private static Problem refused(Path file) {
    DataException e = assertThrows(DataException.class, () -> Lexicon.read(file));
    assertEquals(1, e.problems().size());
    Problem problem = e.problems().get(0);
    assertEquals("lexicon", problem.subject());
    assertEquals(file.toString(), problem.value("file").orElseThrow());
    assertTrue(problem.value("got").isPresent() && problem.value("allowed").isPresent());
    assertFalse(problem.toString().contains("jackson"), problem::toString);
    return problem;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "x",
        "{",
        "[",
        "null",
        "3",
        "{}",
        "[1]",
        "[[]]",
        "[{}]",
        "[] []",
        "[{},]",
        "{\"rounds\": [1, 2]}",
        "\uFEFF[]",
        "[{\"aim_id\": \"[1]\"}]",
      })
  void noDictionary(String text) throws IOException {
    refused(file(text));
  }

  @Test
  void fieldThatIsNotWhatItShouldBe() throws IOException {
    assertEquals(2, Lexicon.read(file(GOOD)).size());
    String[][] changes = {
      {"\"[12, 14]\"", "\"12, 14\""},
      {"\"[12, 14]\"", "\"[12, -14]\""},
      {"\"[12, 14]\"", "\"[12, 1.5]\""},
      {"\"[12, 14]\"", "\"[12, 99999999999]\""},
      {"\"[12, 14]\"", "\"[12, 14] 3\""},
      {"\"[12, 14]\"", "\"[12, [14]]\""},
      {"\"[12, 14]\"", "\"[12\""},
      {"\"[12, 14]\"", "[12, null]"},
      {"\"[12, 14]\"", "null"},
      {"\"C\"", "\"\""},
      {"\"C\"", "null"},
      {"\"C\"", "\"C\\nD\""},
      {"\"C\"", "\"" + "C".repeat(201) + "\""},
      {"\"C\"", "\"" + "C".repeat(20_000) + "\""},
      {"Round 1 (Label: 7)\"", "Round one (Label: 7)\""},
      {"Round 1 (Label: 7)\"", "Round 1\""},
      {"Round 1 (Label: 7)\"", "Round 9999999999 (Label: 7)\""},
      {"\"usage_count\": 1,", "\"usage_count\": 0,"},
      {"\"usage_count\": 1,", "\"usage_count\": -1,"},
      {"\"usage_count\": 1,", "\"usage_count\": 1.5,"},
      {"\"usage_count\": 1,", "\"usage_count\": \"1\","},
      {"\"usage_count\": 1,", "\"usage_count\": 1000000000,"},
      {"\"usage_count\": 1,", "\"usage_count\": 100000000000000000000000,"},
      {"\"usage_count\": 1,", "\"usage_count\": 1, \"usage_count\": 1,"},
      {"\"one_of\": 2", "\"one_of\": 0"},
      {"\"b\"", "7"},
      {"\"m\"", "[\"m\"]"},
      {"\"version\": \"x\"", "\"version\": " + "[".repeat(40) + "]".repeat(40)},
    };
    for (String[] change : changes) {
      String text = GOOD.replace(change[0], change[1]);
      assertFalse(text.equals(GOOD), change[0]);
      refused(file(text));
    }
  }

  @Test
  void problemNamesEntryAndField() throws IOException {
    String text = GOOD.replace("\"[13, 29]\"", "\"13 29\"");
    assertEquals(
        "lexicon: got aim_id the text \"13 29\", allowed: symbols, as in \"[12, 14]\"\n"
            + "  entry: 2\n"
            + "  file: "
            + folder.resolve("x.json"),
        refused(file(text)).toString());
  }

  @Test
  void twoMeaningsOfOneMessage() throws IOException {
    String text =
        GOOD.replace("\"[13, 29]\"", "\"[12, 14]\"")
            .replace("\"agent\": \"b\"", "\"agent\": \"a\", \"meaning\": \"other\"");
    assertEquals("meaning other", refused(file(text)).value("got").orElseThrow());
  }

  @Test
  void missingFolderAndForeignBytes() throws IOException {
    assertEquals("no such file", refused(folder.resolve("none")).value("got").orElseThrow());
    refused(folder);
    Path latin = Files.write(folder.resolve("latin"), new byte[] {'[', '"', (byte) 0xE4, '"', ']'});
    assertTrue(refused(latin).value("got").orElseThrow().contains("UTF-8"));
    refused(Files.write(folder.resolve("zip"), new byte[] {'P', 'K', 3, 4, 0, 0}));
    refused(Files.write(folder.resolve("utf-16"), GOOD.getBytes(StandardCharsets.UTF_16)));
  }

  @Test
  void hugeFile() throws IOException {
    Path huge = folder.resolve("huge");
    try (RandomAccessFile file = new RandomAccessFile(huge.toFile(), "rw")) {
      file.setLength(DictionaryReader.LARGEST + 1);
    }
    assertTrue(refused(huge).value("got").orElseThrow().endsWith(" bytes"));
  }

  /** Bytes of a file changed at random: refused with a problem of ours, or a lexicon that works. */
  @Test
  void mutations() throws IOException {
    RandomStream random = new RandomStream(5);
    Path file = folder.resolve("x.json");
    int read = 0;
    for (int i = 0; i < 2000; i++) {
      byte[] bytes = GOOD.getBytes(StandardCharsets.UTF_8);
      for (int k = 0; k <= random.nextInt(3); k++) {
        int at = random.nextInt(bytes.length);
        if (random.nextInt(8) == 0) {
          bytes = Arrays.copyOf(bytes, 1 + at);
        } else {
          bytes[at] =
              (byte) (random.nextInt(2) == 0 ? random.nextInt(256) : 32 + random.nextInt(95));
        }
      }
      Files.write(file, bytes);
      try {
        Lexicon lexicon = Lexicon.read(file);
        assertEquals(lexicon, Lexicon.read(lexicon.write(folder.resolve("y.json"))));
        assertFalse(lexicon.toString().isEmpty());
        read++;
      } catch (DataException e) {
        assertEquals("lexicon", e.problems().get(0).subject());
      }
    }
    int all = read;
    assertTrue(read > 50 && read < 1900, () -> all + " were read");
  }

  @Test
  void placeThatCannotBeWritten() throws IOException {
    Lexicon lexicon = Lexicon.read(file(GOOD));
    assertThrows(OutputException.class, () -> lexicon.write(folder));
    assertThrows(OutputException.class, () -> lexicon.write(Path.of("/")));
    assertThrows(OutputException.class, () -> lexicon.write(folder.resolve("x.json/below")));
    assertEquals(GOOD, Files.readString(folder.resolve("x.json")));
  }
}
