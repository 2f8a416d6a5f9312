package dev.parley.notebook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The installed kernel, as a real Jupyter client finds it. */
class ParleyKernelTest {

  private static final Logger LOG = Logger.getLogger(ParleyKernelTest.class.getName());

  /** Far from what is measured: a machine that builds may be busy with other things. */
  private static final double PATIENCE = 30;

  private static JsonNode seen;

  @BeforeAll
  static void talk() throws IOException {
    seen = KernelClient.talk();
    LOG.info(
        String.format(
            Locale.ROOT,
            "kernel ready %.2f s, first cell %.2f s, interrupt of a run %.2f s, parent died %.2f s",
            seen.path("ready").asDouble(),
            seen.path("first").path("seconds").asDouble(),
            seen.path("interrupt").path("took").asDouble(),
            seen.path("orphan seconds").asDouble()));
  }

  private static String text(String cell) {
    JsonNode outputs = seen.path(cell).path("outputs");
    return outputs.path(outputs.size() - 1).path("text/plain").asText();
  }

  private static String evalue(String cell) {
    return seen.path(cell).path("error").path("evalue").asText();
  }

  private static List<String> traceback(JsonNode error) {
    List<String> lines = new ArrayList<>();
    error
        .path("traceback")
        .forEach(line -> lines.add(line.asText().replaceAll("\u001b\\[[0-9;]*m", "")));
    return lines;
  }

  @Test
  void everythingWasTried() {
    assertTrue(seen.path("failures").isMissingNode(), () -> seen.path("failures").toString());
  }

  @Test
  void importsAreReady() {
    assertEquals("2", text("first"));
    assertTrue(text("experiment").contains("20 of 20"), () -> text("experiment"));
  }

  @Test
  void resultsRenderThemselves() {
    JsonNode table = seen.path("table").path("outputs").path(0);
    assertTrue(table.path("text/html").asText().contains("<table"), table::toString);
    assertTrue(table.path("text/plain").asText().contains("joint_reward"), table::toString);
    for (String cell : List.of("chart", "display")) {
      String png = seen.path(cell).path("outputs").path(0).path("image/png").asText();
      assertTrue(png.startsWith("iVBORw0KGgo"), cell);
    }
  }

  @Test
  void noLogLines() {
    assertEquals("", seen.path("experiment").path("streams").asText());
    assertEquals("said\n", seen.path("void").path("streams").asText());
    assertEquals(0, seen.path("void").path("outputs").size());
    assertEquals("ok", seen.path("null").path("reply").path("status").asText());
  }

  @Test
  void completesTheLanguage() {
    String all = seen.path("completion").path("matches").toString();
    for (String name : List.of("codebook(", "seqLen(", "reflection(", "run(")) {
      assertTrue(all.contains("\"" + name), all);
    }
    JsonNode line = seen.path("completion of a line");
    assertEquals("[\"codebook(\",\"codebooks(\"]", line.path("matches").toString());
    assertEquals(4, line.path("cursor_end").asInt() - line.path("cursor_start").asInt());
    assertEquals(
        "[\"codebook(\",\"codebooks(\"]",
        seen.path("completion in a lambda").path("matches").toString());
  }

  @Test
  void inspectionGivesSignatureAndJavadoc() {
    String found = seen.path("inspection").path("data").path("text/plain").asText();
    assertTrue(found.contains("codebook(int symbols)"), found);
    assertTrue(found.contains("Symbols K; 2 or more"), found);
  }

  @Test
  void compileErrorsShowTheLine() {
    String message = "incompatible types: int cannot be converted to java.lang.String";
    assertEquals(message, evalue("compile"));
    for (String part : List.of("error", "reply")) {
      JsonNode error = seen.path("compile").path(part);
      List<String> lines = traceback(error);
      assertEquals("CompilationError", error.path("ename").asText());
      assertTrue(lines.get(0).endsWith("line 3: " + message), lines::toString);
      assertEquals("    String b = a + 1;", lines.get(1));
      assertEquals("               ^^^^^", lines.get(2));
    }
    assertTrue(seen.path("compile").path("reply").path("execution_count").asInt() > 0);
    assertEquals("1", text("after compile"));
  }

  /** JShell adds the semicolon that the last line of a cell need not have. */
  @Test
  void aMissingSemicolonIsOnItsLine() {
    List<String> lines = traceback(seen.path("semicolon").path("error"));
    assertTrue(lines.get(0).endsWith(", line 1: ';' expected"), lines::toString);
    assertEquals(List.of("    int b = 1", "             ^"), lines.subList(1, 3));
  }

  @Test
  void compileErrorsAreInLogs() {
    String log = seen.path("log").asText();
    assertTrue(log.contains("int cannot be converted to java.lang.String"), log);
    assertTrue(log.contains("^^^^^"), log);
    assertFalse(log.contains("spencerpark"), log);
  }

  @Test
  void errorsOfTheToolkitReadAsWritten() {
    assertEquals(
        "codebook: got 1, allowed: 2 or more\n  hint: one symbol carries no information",
        evalue("setting"));
  }

  @Test
  void everyCauseIsTold() {
    JsonNode error = seen.path("cause").path("reply");
    assertEquals("Exception", error.path("ename").asText());
    assertEquals(
        "the top (cause: java.lang.IllegalArgumentException: the root)",
        error.path("evalue").asText());
    List<String> lines = traceback(error);
    List<String> wanted =
        List.of(
            "java.lang.Exception: the top",
            "    at cell N, line 9",
            "Caused by: java.lang.IllegalStateException: the middle",
            "    at outer (cell N, line 6)",
            "    at cell N, line 9",
            "Caused by: java.lang.IllegalArgumentException: the root",
            "    at inner (cell N, line 1)",
            "    at outer (cell N, line 4)",
            "    at cell N, line 9");
    assertEquals(
        wanted, lines.stream().map(line -> line.replaceAll("cell \\d+", "cell N")).toList());
  }

  @Test
  void anInterruptKeepsTheRoundsSoFar() {
    JsonNode interrupted = seen.path("interrupt");
    assertEquals("ok", interrupted.path("reply").path("status").asText());
    assertTrue(text("interrupt").contains("stopped early"), () -> text("interrupt"));
    assertTrue(Integer.parseInt(text("after interrupt")) > 0);
    assertTrue(evalue("not run").contains("later"), "later statements are not run");
    assertTrue(interrupted.path("took").asDouble() < PATIENCE);
  }

  private static String status(JsonNode cell) {
    return cell.path("reply").path("status").asText();
  }

  @Test
  void cellsBehindOneThatFailsAreNotRun() {
    JsonNode together = seen.path("together");
    assertEquals("error", status(together.path(0)));
    for (int i : List.of(1, 2)) {
      assertEquals("aborted", status(together.path(i)));
      assertEquals(0, together.path(i).path("outputs").size());
    }
    assertEquals("6", text("after together"));
  }

  @Test
  void cellsBehindOneThatMayFailAreRun() {
    JsonNode together = seen.path("go on");
    assertEquals("error", status(together.path(0)));
    assertEquals("8", together.path(1).path("outputs").path(0).path("text/plain").asText());
  }

  @Test
  void cellsBehindOneThatIsInterruptedAreNotRun() {
    assertEquals("aborted", status(seen.path("interrupt").path("behind").path(0)));
  }

  @Test
  void anInterruptEndsWhatDoesNotLook() {
    assertEquals("Interrupted", seen.path("sleep").path("error").path("ename").asText());
    assertEquals("Interrupted", seen.path("spin").path("error").path("ename").asText());
    assertEquals("4", text("after spin"));
    boolean stops = Runtime.version().feature() < 20;
    assertEquals(!stops, evalue("spin").contains("still runs"), () -> evalue("spin"));
  }

  @Test
  void unixSockets() {
    JsonNode outputs = seen.path("ipc").path("outputs");
    assertEquals("1", outputs.path(0).path("text/plain").asText());
    assertEquals("42", outputs.path(1).path("text/plain").asText());
    assertEquals("Interrupted", seen.path("ipc interrupt").path("error").path("ename").asText());
  }

  @Test
  void endsWithItsParent() {
    assertTrue(seen.path("orphan before").asBoolean());
    assertFalse(seen.path("orphan after").asBoolean());
  }
}
