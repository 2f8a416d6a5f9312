package dev.parley.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The toolkit's results in the kernels of others, which find its renderers by themselves. */
class OtherKernelsTest {

  private static final String JJAVA = "java";
  private static final String RAPAIO = "rapaio";

  private static JsonNode seen;

  @BeforeAll
  static void talk() throws IOException {
    seen = OtherKernels.talk();
  }

  private static JsonNode messages(String kernel, String cell) {
    assertTrue(seen.path(kernel).path("failure").isMissingNode(), () -> told(kernel));
    JsonNode messages = seen.path(kernel).path(cell);
    assertFalse(messages.isEmpty(), () -> cell + " shows nothing");
    return messages;
  }

  private static String told(String kernel) {
    return seen.path(kernel).path("failure").asText();
  }

  private static JsonNode result(String kernel, String cell) {
    JsonNode messages = messages(kernel, cell);
    JsonNode last = messages.path(messages.size() - 1);
    assertEquals("execute_result", last.path("kind").asText(), last::toString);
    return last;
  }

  private static String form(String kernel, String cell, String mime) {
    return result(kernel, cell).path("data").path(mime).asText();
  }

  @ParameterizedTest
  @ValueSource(strings = {JJAVA, RAPAIO})
  void resultsAreHtmlWithATwin(String kernel) {
    assertTrue(form(kernel, "run", "text/html").contains("src=\"data:image/png;base64,"));
    assertTrue(form(kernel, "run", "text/plain").contains("200 of 200"));
    assertTrue(form(kernel, "table", "text/plain").contains("joint_reward"));
    assertTrue(form(kernel, "lexicon", "text/plain").startsWith("Lexicon of rounds 1 to 200"));
    assertTrue(form(kernel, "study", "text/plain").contains("2 of 2 trials complete"));
    assertTrue(form(kernel, "optional", "text/plain").startsWith("Audit"));
    for (String cell : List.of("run", "table", "lexicon", "study", "optional")) {
      assertTrue(form(kernel, cell, "text/html").contains("<table"), cell);
    }
    assertEquals("int[3] [1, 2, 3]", form(kernel, "array", "text/plain"));
  }

  @ParameterizedTest
  @ValueSource(strings = {JJAVA, RAPAIO})
  void chartsArePngWithTheirSizeAndSvgOnDemand(String kernel) {
    JsonNode chart = result(kernel, "chart");
    assertTrue(chart.path("data").path("image/png").asText().startsWith("iVBORw0KGgo"));
    assertFalse(chart.path("data").has("image/svg+xml"));
    assertTrue(chart.path("data").path("text/plain").asText().contains("Joint reward"));
    assertEquals(800, chart.path("metadata").path("image/png").path("width").asInt());
    JsonNode svg = messages(kernel, "svg").path(0);
    assertEquals("display_data", svg.path("kind").asText());
    assertTrue(svg.path("data").path("image/svg+xml").asText().contains("<svg"), svg::toString);
    assertFalse(svg.path("data").has("image/png"));
  }

  /** Also in the first cell, before anything was shown. */
  @ParameterizedTest
  @ValueSource(strings = {JJAVA, RAPAIO})
  void oneLineMovesWhileItTrains(String kernel) {
    for (String cell : List.of("run", "study")) {
      JsonNode messages = messages(kernel, cell);
      int updates = messages.size() - 2;
      assertTrue(updates >= 1, messages::toString);
      assertEquals("display_data", messages.path(0).path("kind").asText());
      String place = messages.path(0).path("place").asText();
      for (int i = 1; i <= updates; i++) {
        assertEquals("update_display_data", messages.path(i).path("kind").asText());
        assertEquals(place, messages.path(i).path("place").asText());
      }
      String last = messages.path(updates).path("data").path("text/plain").asText();
      assertTrue(last.contains("run".equals(cell) ? "200 of 200" : "2 of 2"), last);
      assertTrue(last.endsWith(" s"), last);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {JJAVA, RAPAIO})
  void errorsOfTheToolkitAreToldAndTheNextCellRuns(String kernel) {
    JsonNode error = messages(kernel, "setting").path(0);
    assertEquals("error", error.path("kind").asText());
    assertTrue(
        error.path("data").path("text/plain").asText().contains("codebook: got 1, allowed"),
        error::toString);
    assertEquals("2", result(kernel, "sum").path("data").elements().next().asText());
  }
}
