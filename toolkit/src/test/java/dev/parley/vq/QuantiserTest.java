package dev.parley.vq;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.parley.error.Problem;
import dev.parley.error.SettingException;
import dev.parley.vq.Quantiser.Update;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.SnippetEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class QuantiserTest {

  private static void refused(String subject, String got, String allowed, Executable call) {
    Problem problem = assertThrows(SettingException.class, call).problems().get(0);
    assertEquals(subject, problem.subject());
    assertEquals(got, problem.value("got").orElseThrow());
    assertEquals(allowed, problem.value("allowed").orElseThrow());
  }

  @Test
  void defaults() {
    assertEquals(new Quantiser(Update.EMA, true, 0.25, 0.99, 0.1), Quantiser.ema());
    assertEquals(new Quantiser(Update.GRADIENT, true, 0.25, 0.99, 0), Quantiser.gradient());
  }

  @Test
  void withersChangeOneValueEach() {
    Quantiser ema = Quantiser.ema();
    assertEquals(new Quantiser(Update.EMA, false, 0.25, 0.99, 0.1), ema.withoutStraightThrough());
    assertEquals(new Quantiser(Update.EMA, true, 2, 0.99, 0.1), ema.commitment(2));
    assertEquals(new Quantiser(Update.EMA, true, 0.25, 0.5, 0.1), ema.decay(0.5));
    assertEquals(new Quantiser(Update.EMA, true, 0.25, 0.99, 0.7), ema.restart(0.7));
    assertEquals(
        new Quantiser(Update.GRADIENT, false, 1, 0.9, 0.2),
        Quantiser.gradient().restart(0.2).decay(0.9).commitment(1).withoutStraightThrough());
    assertEquals(new Quantiser(Update.EMA, true, 0.25, 0.99, 0.1), ema);
  }

  @Test
  void valuesOutOfRange() {
    Quantiser q = Quantiser.ema();
    refused("commitment", "-0.1", "0 or more", () -> q.commitment(-0.1));
    refused("commitment", "NaN", "0 or more", () -> q.commitment(Double.NaN));
    refused("commitment", "Infinity", "0 or more", () -> q.commitment(Double.POSITIVE_INFINITY));
    refused("decay", "1.0", "0 or more, below 1", () -> q.decay(1));
    refused("decay", "-0.5", "0 or more, below 1", () -> q.decay(-0.5));
    refused("decay", "NaN", "0 or more, below 1", () -> q.decay(Double.NaN));
    refused("restart", "1.0", "0 or more, below 1", () -> q.restart(1));
    refused("restart", "-1.0E-9", "0 or more, below 1", () -> q.restart(-1e-9));
    refused("restart", "NaN", "0 or more, below 1", () -> q.restart(Double.NaN));
  }

  @Test
  void valuesAtTheEndsOfTheirRange() {
    Quantiser q = Quantiser.gradient().commitment(0).decay(0).restart(Math.nextDown(1.0));
    assertEquals(new Quantiser(Update.GRADIENT, true, 0, 0, Math.nextDown(1.0)), q);
    assertNotEquals(Quantiser.gradient(), q);
  }

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("Quantiser.ema()", Quantiser.ema()),
        Arguments.of("Quantiser.gradient()", Quantiser.gradient()),
        Arguments.of("Quantiser.ema()", new Quantiser(Update.EMA, true, 0.25, 0.99, 0.1)),
        Arguments.of(
            "Quantiser.gradient().withoutStraightThrough()",
            Quantiser.gradient().withoutStraightThrough()),
        Arguments.of("Quantiser.ema().commitment(0.0)", Quantiser.ema().commitment(-0.0)),
        Arguments.of("Quantiser.gradient()", Quantiser.gradient().restart(-0.0)),
        Arguments.of("Quantiser.ema().decay(1.0E-5)", Quantiser.ema().decay(0.00001)),
        Arguments.of(
            "Quantiser.ema().withoutStraightThrough().commitment(1.7976931348623157E308)"
                + ".decay(0.3333333333333333).restart(4.9E-324)",
            new Quantiser(Update.EMA, false, Double.MAX_VALUE, 1.0 / 3, Double.MIN_VALUE)));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void text(String expected, Quantiser quantiser) {
    assertEquals(expected, quantiser.toString());
  }

  @ParameterizedTest
  @MethodSource("texts")
  void textIsTheSameEverywhere(String expected, Quantiser quantiser) {
    Locale usual = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertEquals(expected, quantiser.toString());
    } finally {
      Locale.setDefault(usual);
    }
  }

  /** Compared inside the shell, whose classes are its own. */
  @Test
  void pastedTextGivesAnEqualValue() throws URISyntaxException {
    List<Quantiser> quantisers = texts().map(text -> (Quantiser) text.get()[1]).toList();
    try (JShell shell = JShell.builder().executionEngine("local").build()) {
      for (Class<?> type : List.of(Quantiser.class, Problem.class)) {
        Path classes = Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
        shell.addToClasspath(classes.toString());
      }
      shell.eval("import dev.parley.vq.*;");
      for (Quantiser q : quantisers) {
        String all =
            String.format(
                Locale.ROOT,
                "new Quantiser(Quantiser.Update.%s, %s, %s, %s, %s)",
                q.update(),
                q.straightThrough(),
                q.commitment(),
                q.decay(),
                q.restart());
        SnippetEvent event = shell.eval("(" + q + ").equals(" + all + ")").get(0);
        assertEquals("true", event.value(), () -> q + " " + event.exception());
      }
    }
  }
}
