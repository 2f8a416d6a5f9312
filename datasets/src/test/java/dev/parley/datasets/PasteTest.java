package dev.parley.datasets;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import jdk.jshell.JShell;
import jdk.jshell.SnippetEvent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The text of every data set is the expression that makes it. */
final class PasteTest {

  static Stream<Arguments> texts() {
    return Stream.of(
        Arguments.of("Digits.embedded()", Digits.embedded()),
        Arguments.of("Mnist.at(\"data/mnist\")", Mnist.at("data/mnist")),
        Arguments.of("Mnist.at(\"data/mnist\").train()", Mnist.at("data/mnist").train()),
        Arguments.of("Mnist.at(\"data/mnist\").test()", Mnist.at("data/mnist").test()),
        Arguments.of("Mnist.at(\"\")", Mnist.at("")),
        Arguments.of("Mnist.at(\"a\\\\users\\\"b\")", Mnist.at("a\\users\"b")),
        Arguments.of("Mnist.at(\"tab\\tline\\n\\u0007\")", Mnist.at("tab\tline\n\7")),
        Arguments.of("Signals.of(10, 16)", Signals.of(10, 16)),
        Arguments.of("Signals.of(10, 16)", new Signals(10, 16, 100, 0.1, 0)),
        Arguments.of("Signals.of(2, 3).perClass(5)", Signals.of(2, 3).perClass(5)),
        Arguments.of("Signals.of(2, 3).noise(0.0)", Signals.of(2, 3).noise(0)),
        Arguments.of("Signals.of(2, 3).noise(1.0E-5)", Signals.of(2, 3).noise(0.00001)),
        Arguments.of("Signals.of(2, 3).seed(-7)", Signals.of(2, 3).seed(-7)),
        Arguments.of(
            "Signals.of(2000, 3).perClass(1234).noise(2.5).seed(-9223372036854775808L)",
            new Signals(2000, 3, 1234, 2.5, Long.MIN_VALUE)));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void text(String expected, Dataset dataset) {
    assertEquals(expected, dataset.toString());
  }

  @ParameterizedTest
  @MethodSource("texts")
  void textIsTheSameEverywhere(String expected, Dataset dataset) {
    Locale usual = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertEquals(expected, dataset.toString());
    } finally {
      Locale.setDefault(usual);
    }
  }

  /**
   * The shell evaluates the text in a loader of its own, so that values are compared by their text.
   */
  @Test
  void textCanBePastedBack() throws Exception {
    Path classes =
        Path.of(Dataset.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<String> expressions = texts().map(text -> (String) text.get()[0]).toList();
    try (JShell shell = JShell.builder().executionEngine("local").build()) {
      shell.addToClasspath(classes.toString());
      shell.eval("import dev.parley.datasets.*;");
      for (String expression : expressions) {
        SnippetEvent event = shell.eval(expression).get(0);
        assertEquals(
            expression, event.value(), () -> shell.diagnostics(event.snippet()).toList() + "");
      }
    }
  }
}
