package dev.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.cli.TerminalProgress.Line;
import dev.parley.train.Listener;
import dev.parley.train.Progress;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalProgressTest {

  /** What lets a terminal wrap lines again. */
  private static final String WRAPPED = "\u001b[?7h";

  private static final double UNKNOWN = Double.NaN;

  private final StringWriter screen = new StringWriter();
  private final Line line = new Line(new PrintWriter(screen), true);
  private final Line ascii = new Line(new PrintWriter(screen), false);

  @Test
  void nothingDone() {
    assertEquals(
        "training ▕" + " ".repeat(30) + "▏ 0 of 1,000",
        line.text(new Progress("training", 0, 1_000, UNKNOWN), UNKNOWN));
  }

  @Test
  void allDone() {
    assertEquals(
        "preparing ▕" + "█".repeat(30) + "▏ 20 of 20, 0 s left",
        line.text(new Progress("preparing", 20, 20, UNKNOWN), 0));
  }

  @Test
  void noStepsAtAll() {
    assertEquals(
        "preparing [" + "#".repeat(30) + "] 0 of 0",
        ascii.text(new Progress("preparing", 0, 0, UNKNOWN), UNKNOWN));
  }

  @Test
  void eighthOfABlock() {
    assertEquals(
        "t ▕█▎" + " ".repeat(28) + "▏ 1 of 24, joint reward -4.50, 7 s left",
        line.text(new Progress("t", 1, 24, -4.5), 7.4));
  }

  @Test
  void terminalWithoutBlocks() {
    assertEquals(
        "t [" + "#".repeat(15) + " ".repeat(15) + "] 1 of 2",
        ascii.text(new Progress("t", 1, 2, UNKNOWN), UNKNOWN));
    assertFalse(Line.canDraw(StandardCharsets.US_ASCII));
    assertFalse(Line.canDraw(StandardCharsets.ISO_8859_1));
    assertTrue(Line.canDraw(StandardCharsets.UTF_8));
  }

  @ParameterizedTest
  @CsvSource({
    "119, 119 s",
    "120, 2 min",
    "7199, 120 min",
    "7200, 2.0 h",
    "360000, 100.0 h",
    "0.4, 0 s"
  })
  void timeLeft(double seconds, String expected) {
    String text = ascii.text(new Progress("t", 1, 2, UNKNOWN), seconds);
    assertTrue(text.endsWith(" 1 of 2, " + expected + " left"), text);
  }

  @ParameterizedTest
  @CsvSource({
    "1, 1000, 4.06, 12",
    "999999, 1000000, 18.00, 7000",
    "999999999, 1000000000, -12345.67, 360000",
    "2147483647, 2147483647, -1e300, 1e12",
    "0, 2147483647, 1e99, 1e300",
  })
  void largeNumbersFitInto80Columns(int done, int total, double reward, double seconds) {
    for (Line each : new Line[] {line, ascii}) {
      String text = each.text(new Progress("preparing", done, total, reward), seconds);
      assertTrue(text.length() < 80, text);
      assertTrue(text.startsWith("preparing "), text);
      assertTrue(text.contains(String.format("%,d of %,d", done, total)), text);
    }
  }

  @Test
  void barIsAsWideAsThereIsRoom() {
    String text = ascii.text(new Progress("training", 999_999, 1_000_000, 18), 100);
    assertEquals(79, text.length(), text);
    assertTrue(text.matches("training \\[#+ *\\] 999,999 of 1,000,000, joint.*"), text);
  }

  @Test
  void eachLineReplacesTheLastAndNoneIsLeft() {
    ascii.progress(new Progress("training", 1, 4, 2));
    ascii.progress(new Progress("training", 2, 4, 3));
    ascii.ended();
    String[] drawn = screen.toString().split("\r\u001b\\[K", -1);
    assertEquals(4, drawn.length);
    assertEquals("", drawn[0]);
    assertTrue(drawn[1].endsWith(" 1 of 4, joint reward 2.00" + WRAPPED), drawn[1]);
    assertTrue(
        drawn[2].matches(".* 2 of 4, joint reward 3\\.00, 0 s left\u001b\\[\\?7h"), drawn[2]);
    assertEquals("", drawn[3]);
    assertFalse(screen.toString().contains("\n"));
  }

  @Test
  void timeLeftBeginsAnewWithAPhase() {
    ascii.progress(new Progress("preparing", 1, 2, UNKNOWN));
    ascii.progress(new Progress("preparing", 2, 2, UNKNOWN));
    ascii.progress(new Progress("training", 1, 2, UNKNOWN));
    assertTrue(screen.toString().endsWith(" 1 of 2" + WRAPPED), screen.toString());
  }

  @Test
  void withoutATerminalNothingIsDrawn() {
    assertFalse(new TerminalProgress().listener() instanceof Line);
  }

  @Test
  void itIsTheProviderOnTheClassPath() {
    assertEquals(
        TerminalProgress.class,
        ServiceLoader.load(Listener.Provider.class).findFirst().orElseThrow().getClass());
  }
}
