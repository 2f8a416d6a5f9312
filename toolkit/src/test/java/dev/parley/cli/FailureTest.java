package dev.parley.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.error.DataException;
import dev.parley.error.OutputException;
import dev.parley.error.PlanException;
import dev.parley.error.Problem;
import dev.parley.error.SettingException;
import dev.parley.error.ShapeException;
import dev.parley.error.TrainingException;
import dev.parley.error.UnexpectedException;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** How a command ends that throws. */
class FailureTest {

  private static final Problem PROBLEM = Problem.with("what").got("this").hint("that");

  /** A command that throws. */
  @Command(name = "fail")
  private record Failing(RuntimeException failure) implements Callable<Integer> {

    @Override
    public Integer call() {
      throw failure;
    }
  }

  static Stream<Arguments> family() {
    return Stream.of(
        Arguments.of(new SettingException(PROBLEM), 2),
        Arguments.of(new PlanException(List.of(PROBLEM)), 2),
        Arguments.of(new DataException(PROBLEM), 1),
        Arguments.of(new OutputException(PROBLEM, new IOException()), 1),
        Arguments.of(new TrainingException(PROBLEM), 1),
        Arguments.of(new ShapeException(PROBLEM), 1));
  }

  @ParameterizedTest
  @MethodSource("family")
  void oneLineAndACode(RuntimeException failure, int code) {
    assertEquals(new Said(code, "", "parley fail: what: got this; hint: that\n"), said(failure));
  }

  @Test
  void allProblemsOfAPlanAreOneLine() {
    Said said = said(new PlanException(List.of(PROBLEM, Problem.with("other").got(1))));
    assertEquals("parley fail: what: got this; hint: that; other: got 1\n", said.err());
  }

  @Test
  void bugIsToldWithItsCause() {
    Said said = said(new UnexpectedException(PROBLEM, new ArithmeticException("in there")));
    assertEquals(1, said.code());
    assertEquals("", said.out());
    assertEquals("parley fail: what: got this; hint: that", said.errors().get(0));
    assertTrue(said.err().contains("Caused by: java.lang.ArithmeticException: in there"));
  }

  @Test
  void anyOtherExceptionIsToldWithItsTrace() {
    Said said = said(new IllegalStateException("not ours"));
    assertEquals(1, said.code());
    assertTrue(said.err().contains("java.lang.IllegalStateException: not ours"), said.err());
    assertTrue(said.err().contains("FailureTest"), said.err());
  }

  private static Said said(RuntimeException failure) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine command =
        Main.commandLine()
            .addSubcommand(new Failing(failure))
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err));
    return new Said(command.execute("fail"), out.toString(), err.toString());
  }
}
