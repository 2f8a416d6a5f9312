package dev.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Scripts run in this JVM, so that what they have done can be seen in {@link #DONE}. */
public class ScriptTest {

  /** What snippets write to. */
  public static final List<Object> DONE = new ArrayList<>();

  private final StringWriter errors = new StringWriter();
  private final Script script = new Script(new PrintWriter(errors));

  @BeforeEach
  void importDone() {
    DONE.clear();
    assertTrue(script.run("imports", "import static dev.parley.cli.ScriptTest.DONE;"));
  }

  @AfterEach
  void close() {
    script.close();
  }

  @Test
  void snippetsRunInOrder() {
    runs("int a = 1;\nint b = a + 1;\nDONE.add(b);\nDONE.add(a);");
    assertEquals(List.of(2, 1), DONE);
  }

  @Test
  void semicolonsMayBeLeftOut() {
    runs("var a = 1 // one\na\nDONE.add(a)\nDONE.add(\"two\")");
    assertEquals(List.of(1, "two"), DONE);
  }

  @Test
  void severalSnippetsOnALine() {
    runs("int a = 1; int b = 2; DONE.add(a + b)\nDONE.add(4);");
    assertEquals(List.of(3, 4), DONE);
  }

  @Test
  void chainOfCallsWithALineEach() {
    runs(
        """
        DONE.add("a"
                + "b")
        var c = DONE.stream()
            // a comment inside

            .map(x -> x + "c")
            .toList()
        DONE.addAll(c)
        """);
    assertEquals(List.of("ab", "abc"), DONE);
  }

  @Test
  void branchesOnNextLines() {
    runs(
        """
        if (DONE.isEmpty()) DONE.add(1);
        else DONE.add(2);
        for (int i = 0; i < 2; i++)
          DONE.add(i);
        try {
          DONE.get(9);
        }
        catch (IndexOutOfBoundsException e) {
          DONE.add("caught");
        }
        """);
    assertEquals(List.of(1, 0, 1, "caught"), DONE);
  }

  @Test
  void declarationsOfManyLines() {
    runs(
        """
        @FunctionalInterface
        interface F { int f(int x); }
        @SuppressWarnings("unused")
        record P(int x) {

          int twice() { return 2 * x; }
        }
        int g(int x) {
          F f = y -> y + 1;
          return f.f(x);
        }
        DONE.add(g(new P(3).twice()));
        var text = \"""
            a
            \""";
        DONE.add(text);
        """);
    assertEquals(List.of(7, "a\n"), DONE);
  }

  @Test
  void methodMayUseWhatIsDeclaredLater() {
    runs("int f() { return g(); }\nint g() { return 5; }\nDONE.add(f())");
    assertEquals(List.of(5), DONE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " \n\n", "// a comment", "/* a\n * longer\n */\n\n// and one\n"})
  void nothingToRun(String text) {
    runs(text);
  }

  @Test
  void lastLineWithoutANewlineAndLinesOfWindows() {
    runs("DONE.add(1);\r\n// comment\r\nDONE\r\n  .add(2)\r\nDONE.add(3)");
    assertEquals(List.of(1, 2, 3), DONE);
  }

  @Test
  void textsShareWhatTheyDeclare() {
    runs("int a = 4;");
    runs("DONE.add(a)");
    assertEquals(List.of(4), DONE);
  }

  @Test
  void syntaxErrorNamesItsLineAndEndsTheScript() {
    fails(
        "DONE.add(0);\n\n// comment\nint a = b +;\nDONE.add(1);\n",
        "x.jsh:4: illegal start of expression\n  int a = b +;\n             ^\n");
    assertEquals(List.of(0), DONE);
  }

  @Test
  void unknownNameNamesItsLineInALongSnippet() {
    fails(
        "int f() {\n  int x = 1;\n\treturn \"s\";\n}\nDONE.add(1);",
        """
        x.jsh:3: incompatible types: java.lang.String cannot be converted to int
          \treturn "s";
          \t       ^
        """);
    assertEquals(List.of(), DONE);
  }

  @Test
  void compilerMessageOfSeveralLines() {
    fails(
        "\nmissing()\n",
        "x.jsh:2: cannot find symbol\n  symbol:   method missing()\n  missing()\n  ^\n");
  }

  @Test
  void textThatEndsInTheMiddle() {
    fails(
        "DONE.add(1);\nint f() {\n  int x = 1;\n",
        "x.jsh:3: reached end of file while parsing\n    int x = 1;\n              ^\n");
    assertEquals(List.of(1), DONE);
  }

  @Test
  void declarationThatStaysIncomplete() {
    fails(
        "int a = 1;\nint f() { return g() + h(); }\nclass C { D d; }",
        """
        x.jsh:2: f uses what is not declared: method g(), method h()
        x.jsh:3: C uses what is not declared: class D
        """);
  }

  @Test
  void callOfWhatIsIncomplete() {
    fails(
        "int f() { return g(); }\n\nDONE.add(f());\nint g() { return 1; }",
        "x.jsh:1: f uses what is not declared: method g()\n");
    assertEquals(List.of(), DONE);
  }

  @Test
  void exceptionNamesItsLineAndEndsTheScript() {
    fails(
        "DONE.add(1);\n// comment\nDONE.get(5);\nDONE.add(2);",
        "x.jsh:3: java.lang.IndexOutOfBoundsException:" + " Index 5 out of bounds for length 1\n");
    assertEquals(List.of(1), DONE);
  }

  @Test
  void exceptionInAMethodOfAnEarlierTextNamesTheLineThatThrew() {
    runs("\nint f(int x) {\n\n  return 1 / x;\n}\n");
    assertFalse(script.run("y.jsh", "f(0)"));
    assertEquals("x.jsh:4: java.lang.ArithmeticException: / by zero\n", errors.toString());
  }

  @Test
  void exceptionWithoutAMessageAndItsCause() {
    fails(
        "throw new RuntimeException(null, new java.io.IOException(\"disk\"));",
        "x.jsh:1: java.lang.RuntimeException\n  caused by java.io.IOException: disk\n");
  }

  @Test
  void errorOfParleyIsToldWithItsFacts() {
    fails(
        "dev.parley.Experiment.aim()\n    .codebook(1)",
        """
        x.jsh:2: dev.parley.error.SettingException: codebook: got 1, allowed: 2 or more
          hint: one symbol carries no information
        """);
  }

  @Test
  void commandOfThePrompt() {
    fails(
        "DONE.add(1)\n// the end\n/exit\n",
        "x.jsh:3: /exit: a command of JShell's prompt; a script has Java alone\n");
    assertEquals(List.of(), DONE);
  }

  @Test
  void memberThatAnotherClassDoesNotHave() {
    fails(
        "int f(java.util.List<String> a) {\n  return a.count();\n}\nDONE.add(f(DONE));",
        """
        x.jsh:2: cannot find symbol
          symbol:   method count()
          location: variable a of type java.util.List<java.lang.String>
            return a.count();
                    ^
        """);
  }

  @Test
  void whatIsMissingHereAndInAnotherClass() {
    fails(
        "int f(String s) {\n  return g() + s.count();\n}",
        """
        x.jsh:2: cannot find symbol
          symbol:   method g()
            return g() + s.count();
                   ^
        x.jsh:2: cannot find symbol
          symbol:   method count()
          location: variable s of type java.lang.String
            return g() + s.count();
                          ^
        """);
  }

  @Test
  void commandAfterASyntaxErrorIsNotReached() {
    fails(
        "DONE.add(0);\nint a = b +;\n/exit\n",
        "x.jsh:2: illegal start of expression\n  int a = b +;\n             ^\n");
    assertEquals(List.of(0), DONE);
  }

  private void runs(String text) {
    assertTrue(script.run("x.jsh", text), errors::toString);
    assertEquals("", errors.toString());
  }

  private void fails(String text, String expected) {
    assertFalse(script.run("x.jsh", text));
    assertEquals(expected, errors.toString());
  }
}
