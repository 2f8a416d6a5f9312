package dev.parley.language;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.language.Lexicon.Entry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Dictionaries of the reference's format, read and written. */
final class DictionaryTest {

  @TempDir Path folder;

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("aim_dictionary.json"), text);
  }

  /** Six rounds, made up, written by Python's json.dump(entries, file, indent=2). */
  private Lexicon made() throws IOException {
    try (InputStream in =
        Objects.requireNonNull(getClass().getResourceAsStream("aim_dictionary.json"))) {
      return Lexicon.read(Files.write(folder.resolve("made.json"), in.readAllBytes()));
    }
  }

  @Test
  void entriesOfTheReferencesFormat() throws IOException {
    Lexicon lexicon = made();
    assertEquals(List.of("a", "b"), lexicon.agents());
    assertEquals(4, lexicon.size());
    Entry a = lexicon.entry("a", "1 12").orElseThrow();
    assertEquals(
        new Entry("a", "1 12", 4, 2 / 3.0, 4, 0.5, 1, "C", 0.75, a.actionEntropy(), 1, 6, ""), a);
    assertEquals(0.8112781244591328, a.actionEntropy(), 1e-12);
    Entry b = lexicon.entry("b", "3 3").orElseThrow();
    assertEquals(6, b.count());
    assertEquals(6 / 7.0, b.share());
    assertEquals("D", lexicon.entry("b", "[9, 3]").orElseThrow().action());
  }

  /**
   * A log that agrees in its numbers with what is known of the published one: 2 x 10,000 entries;
   * a's last defection in round 521, b's in 524; [4, 5] from a 8,844 times, and always from round
   * 1655; [14, 23] from b 8,843 times.
   */
  static String published() {
    StringBuilder text = new StringBuilder("[");
    for (int r = 1; r <= 10_000; r++) {
      boolean a = r >= 1655 || (r >= 1100 && r < 1100 + 498);
      boolean b = r >= 1654 || (r >= 1100 && r < 1100 + 496);
      String first = a ? "[4, 5]" : r <= 521 ? "[21, 26]" : "[" + r % 16 + ", 9]";
      String second = b ? "[14, 23]" : r <= 524 ? "[20, 8]" : "[" + r % 16 + ", 7]";
      String context = "PD Round " + r + " (Label: " + r * 7 % 10 + ")";
      text.append(r == 1 ? "" : ",").append(entry(first, r <= 521 ? "D" : "C", context));
      text.append(",").append(entry(second, r <= 524 ? "D" : "C", context + " (Response)"));
    }
    return text.append("\n]").toString();
  }

  private static String entry(String message, String action, String context) {
    return String.format(
        "%n  {%n    \"aim_id\": \"%s\",%n    \"version\": \"2025-07-17T11:50:42.691637\",%n"
            + "    \"human_label\": \"%s\",%n    \"context\": \"%s\",%n    \"usage_count\": 1%n  }",
        message, action, context);
  }

  @Test
  void logOfTheSizeAndShapeOfThePublishedOne() throws IOException {
    Lexicon lexicon = Lexicon.read(file(published()));
    Entry a = lexicon.entries("a").get(0);
    Entry b = lexicon.entries("b").get(0);
    assertEquals(List.of("4 5", "14 23"), List.of(a.message(), b.message()));
    assertEquals(List.of(8844, 8843), List.of(a.count(), b.count()));
    assertEquals(0.8844, a.share());
    assertEquals(Math.log(10) / Math.log(2), a.labelEntropy(), 1e-4);
    assertEquals("C", a.action());
    assertEquals(
        524,
        lexicon.entries().stream()
            .filter(e -> e.action().equals("D"))
            .mapToInt(Entry::lastRound)
            .max()
            .orElseThrow());
    assertEquals(2, lexicon.since(1655).size());
    assertEquals(3, lexicon.since(1654).size());
    assertTrue(lexicon.toString().startsWith("Lexicon of rounds 1 to 10,000: "));
    assertTrue(lexicon.evolution().png().length > 0);
    assertEquals(lexicon, Lexicon.read(lexicon.write(folder.resolve("again.json"))));
  }

  static Stream<Lexicon> lexicons() {
    MessageLog log = new MessageLog(List.of("speaker", "a", "b"), 2, 5, 3, 10, 3);
    for (int e = 0; e < 40; e++) {
      log.begin(e % 4);
      for (int agent = 0; agent < 3; agent++) {
        log.said(agent, 0, e * (agent + 1) % 5);
        log.said(agent, 1, e % 2);
        log.did(agent, e % 2);
      }
    }
    MessageLog sampled = new MessageLog(List.of("x"), 0, 1, 1, 1, 1);
    for (int e = 0; e < 150_000; e++) {
      sampled.begin(3);
    }
    List<String> actions = List.of("stay \"here\"", "geh'n λ");
    Lexicon three = Lexicon.of(log, List.of(actions, actions, actions));
    return Stream.of(
        three,
        three.labelled("a", "0 0", "ein \\ Wort <λ>").labelled("speaker", "[0, 0]", "nothing"),
        three.since(7),
        Lexicon.of(sampled, List.of(actions)),
        Lexicon.of(MessageLog.none(), List.of()));
  }

  @Test
  void whatIsWrittenIsReadBackEqual() throws IOException {
    for (Lexicon lexicon : lexicons().toList()) {
      Path file = folder.resolve("a/b/lexicon.json");
      assertEquals(file, lexicon.write(file));
      Lexicon again = Lexicon.read(file);
      assertEquals(lexicon, again);
      assertEquals(lexicon.hashCode(), again.hashCode());
      assertEquals(lexicon.toString(), again.toString());
      assertArrayEquals(lexicon.json(), again.json());
      assertArrayEquals(lexicon.evolution().png(), again.evolution().png());
    }
    Lexicon made = made();
    assertEquals(made, Lexicon.read(made.write(folder.resolve("made again.json"))));
  }

  /**
   * What the reference's analyze_aim.py asks of an entry: five fields, a list of whole numbers as
   * text, a round after "PD Round ", and "(Response)" where the second agent speaks.
   */
  @Test
  void referenceCanReadWhatIsWritten() throws IOException {
    JsonNode entries = new ObjectMapper().readTree(made().json());
    assertEquals(12, entries.size());
    JsonNode second = entries.get(1);
    assertEquals("[9, 3]", second.get("aim_id").textValue());
    assertEquals("D", second.get("human_label").textValue());
    assertEquals("PD Round 1 (Label: 7) (Response)", second.get("context").textValue());
    assertEquals(1, second.get("usage_count").intValue());
    assertTrue(second.get("version").isTextual());
    assertEquals(5, second.size());
    assertEquals("PD Round 1 (Label: 7)", entries.get(0).get("context").textValue());
    assertEquals(2, entries.get(11).get("usage_count").intValue());
  }

  @Test
  void moreFieldsFewerFieldsAndOtherForms() throws IOException {
    Lexicon lexicon =
        Lexicon.read(
            file(
                """
                [{"context": "PD Round 3 (Label: 1)", "reflection_records": [{"a": [1, {}]}],
                  "aim_id": [4, 5], "human_label": "C", "more": null},
                 {"context": "IPD Round 3 (Label: 1) (Response), again", "aim_id": "[ 4,5 ]",
                  "human_label": "D", "usage_count": 7, "version": 3, "meaning": "five"},
                 {"context": "Round 4 (Label: 1) (Response)", "aim_id": "[]", "human_label": "D"}]
                """));
    assertEquals(1, lexicon.entry("a", "4 5").orElseThrow().count());
    assertEquals(7, lexicon.entry("b", "4 5").orElseThrow().count());
    assertEquals("five", lexicon.entry("b", "4 5").orElseThrow().humanLabel());
    assertEquals(4, lexicon.entry("b", "(empty)").orElseThrow().firstRound());
    assertEquals(Lexicon.read(file("[]")), Lexicon.of(MessageLog.none(), List.of()));
  }
}
