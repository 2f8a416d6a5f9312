package dev.parley.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.error.Problem;
import dev.parley.error.TrainingException;
import dev.parley.error.UnexpectedException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs that cannot go on: what is told, and that everything is closed. */
final class FailureTest {

  private final Fake plan = Fake.plan().rounds(5).seed(3);
  private final Script script = plan.script();
  private final Told told = new Told();

  static Stream<Arguments> notFinite() {
    List<Arguments> cases = new ArrayList<>();
    for (String column : List.of("joint_reward", "reward_a", "defections")) {
      for (double value :
          new double[] {Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY}) {
        cases.add(Arguments.of(column, value));
      }
    }
    return cases.stream();
  }

  @ParameterizedTest
  @MethodSource("notFinite")
  void numberThatIsNotFiniteStopsTheRun(String column, double value) {
    List<Double> good = new ArrayList<>();
    script.logging =
        (round, columns) -> {
          if (round == 2) {
            columns.apply(column).set(value);
          }
          good.add(columns.apply(column).current());
        };
    Problem problem = Failing.with(TrainingException.class, () -> plan.run(told));
    assertEquals(column, problem.subject());
    assertEquals(String.valueOf(value), Failing.fact(problem, "got"));
    assertEquals("3", Failing.fact(problem, "round"));
    assertEquals(String.valueOf(good.get(1)), Failing.fact(problem, "last good value"));
    assertEquals("Fake.plan().seed(3).rounds(5)", Failing.fact(problem, "plan"));
    String culprit = column.equals("joint_reward") ? "environment" : "learningRate";
    assertTrue(Failing.fact(problem, "hint").contains(culprit));
    assertEquals("round 2", script.calls.get(script.calls.size() - 2));
    assertEquals("close", script.calls.get(script.calls.size() - 1));
    assertEquals(1, told.ended);
  }

  @Test
  void firstRoundHasNoLastGoodValue() {
    script.logging = (round, columns) -> columns.apply("reward_a").set(Double.NaN);
    Problem problem = Failing.with(TrainingException.class, () -> plan.run(told));
    assertEquals("1", Failing.fact(problem, "round"));
    assertEquals("none", Failing.fact(problem, "last good value"));
  }

  static Stream<Arguments> phases() {
    return Stream.of(
        phase("0", s -> s.preparing = step -> fail()),
        phase("0", s -> s.beginning = FailureTest::fail),
        phase("0", s -> s.playing = round -> fail()),
        phase("4", s -> s.playing = FailureTest::failInTheLast),
        phase("5", s -> s.ending = FailureTest::fail));
  }

  private static Arguments phase(String completed, Consumer<Script> failure) {
    return Arguments.of(completed, failure);
  }

  private static void fail() {
    throw new IllegalStateException("a bug");
  }

  private static void failInTheLast(int round) {
    if (round == 4) {
      fail();
    }
  }

  @ParameterizedTest
  @MethodSource("phases")
  void bugIsToldAsOursWithThePlan(String completed, Consumer<Script> failure) {
    script.preparations = 1;
    failure.accept(script);
    UnexpectedException e = assertThrows(UnexpectedException.class, () -> plan.run(told));
    assertEquals("java.lang.IllegalStateException: a bug", String.valueOf(e.getCause()));
    Problem problem = e.problems().get(0);
    assertEquals("run", problem.subject());
    assertEquals("java.lang.IllegalStateException: a bug", Failing.fact(problem, "got"));
    assertEquals(completed, Failing.fact(problem, "completed rounds"));
    assertEquals("Fake.plan().seed(3).rounds(5)", Failing.fact(problem, "plan"));
    assertTrue(Failing.fact(problem, "hint").contains("report"));
    assertEquals(1, script.calls.stream().filter("close"::equals).count());
    assertEquals("close", script.calls.get(script.calls.size() - 1));
    assertEquals(1, told.ended);
  }

  /** Who looks on must not cost the run: the failure is logged once, and the rest is not told. */
  @Test
  void listenerWithABugDoesNotEndTheRun() {
    List<LogRecord> logged = new ArrayList<>();
    AtomicInteger told = new AtomicInteger();
    Logger log = Logger.getLogger("dev.parley.train");
    log.setUseParentHandlers(false);
    log.setFilter(entry -> !logged.add(entry));
    try {
      Run run =
          plan.run(
              progress -> {
                told.incrementAndGet();
                fail();
              });
      assertEquals(5, run.completed());
    } finally {
      log.setFilter(null);
      log.setUseParentHandlers(true);
    }
    assertEquals(1, told.get());
    assertEquals(1, logged.size());
    assertEquals("a bug", logged.get(0).getThrown().getMessage());
  }

  /** An error of the JVM is not ours to name; the learner is closed and the listener told. */
  @Test
  void errorPassesAsItIs() {
    StackOverflowError error = new StackOverflowError();
    script.playing =
        round -> {
          throw error;
        };
    assertSame(error, assertThrows(StackOverflowError.class, () -> plan.run(told)));
    assertEquals("close", script.calls.get(script.calls.size() - 1));
    assertEquals(1, told.ended);
  }
}
