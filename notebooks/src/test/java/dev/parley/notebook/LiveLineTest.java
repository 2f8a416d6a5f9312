package dev.parley.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.Experiment;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a front end is sent while a cell trains, and what is left of it. */
class LiveLineTest {

  private static final int A_SECOND = 5;

  private static JsonNode seen;

  @BeforeAll
  static void talk() throws IOException {
    seen = KernelClient.talk();
  }

  private static String text(JsonNode output) {
    return output.path("text/plain").asText();
  }

  /** The outputs of a cell without its result. */
  private static List<JsonNode> lines(JsonNode cell) {
    List<JsonNode> lines = new ArrayList<>();
    for (int i = 0; i < cell.path("outputs").size(); i++) {
      if (!cell.path("shown").path(i).path("kind").asText().equals("execute_result")) {
        lines.add(cell.path("outputs").path(i));
      }
    }
    return lines;
  }

  /** First it is shown, then shown anew in the same place. */
  private static void inOnePlace(JsonNode cell) {
    JsonNode shown = cell.path("shown");
    int lines = lines(cell).size();
    String place = shown.path(0).path("place").asText();
    assertNotEquals("", place, shown::toString);
    for (int i = 0; i < lines; i++) {
      String kind = i == 0 ? "display_data" : "update_display_data";
      assertEquals(kind, shown.path(i).path("kind").asText(), shown::toString);
      assertEquals(place, shown.path(i).path("place").asText(), shown::toString);
    }
  }

  @Test
  void aRunTellsHowFarItIsBeforeItsResult() {
    JsonNode cell = seen.path("experiment");
    inOnePlace(cell);
    List<JsonNode> lines = lines(cell);
    String last = text(lines.get(lines.size() - 1));
    assertTrue(last.startsWith("training: 20 of 20, joint reward "), last);
  }

  /** At most five times a second, and the last state. */
  @Test
  void aLongRunIsDrawnAnewInItsPlace() {
    JsonNode cell = seen.path("interrupt");
    inOnePlace(cell);
    List<JsonNode> lines = lines(cell);
    double seconds = cell.path("seconds").asDouble();
    assertTrue(lines.size() >= 4, () -> lines.size() + " lines");
    // One for the beginning, one for the end.
    assertTrue(lines.size() <= A_SECOND * seconds + 2, () -> lines.size() + " in " + seconds);
    String drawn = lines.get(lines.size() - 1).path("text/html").asText();
    assertTrue(drawn.contains("<polyline"), drawn);
  }

  @Test
  void theGridOfAStudyFills() {
    JsonNode cell = seen.path("study");
    inOnePlace(cell);
    int before = 0;
    for (JsonNode line : lines(cell)) {
      String html = line.path("text/html").asText();
      assertEquals(4, count(html, "<rect "), html);
      int filled = 4 - count(html, "fill=\"none\"");
      assertTrue(filled >= before, html);
      before = filled;
    }
    assertEquals(4, before);
    String last = text(lines(cell).get(lines(cell).size() - 1));
    assertTrue(last.matches("4 of 4 trials, \\d+\\.\\d s"), last);
  }

  private static int count(String text, String part) {
    return (text.length() - text.replace(part, "").length()) / part.length();
  }

  @Test
  void aNotebookKeepsTheLastStateAlone() {
    JsonNode kept = seen.path("kept");
    assertEquals(1, kept.size(), kept::toString);
    String line = kept.path(0).path("data").path("text/plain").toString();
    assertTrue(line.contains("training: 200 of 200, joint reward "), line);
  }

  @Test
  void nothingIsShownWhereNoCellRuns() throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Piped.class.getName())
            .redirectErrorStream(true)
            .start();
    try (InputStream out = process.getInputStream()) {
      String said = new String(out.readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(0, process.waitFor(), said);
      assertTrue(said.endsWith("rounds 10\n"), said);
      assertTrue(!said.contains("training") && !said.contains("\r"), said);
    }
  }

  /** A program with the notebooks on its class path that trains, and says how long. */
  static final class Piped {

    private Piped() {}

    public static void main(String[] arguments) {
      int rounds = Experiment.aim().pretrain(1).rounds(10).run().completed();
      System.out.println("rounds " + rounds);
    }
  }
}
