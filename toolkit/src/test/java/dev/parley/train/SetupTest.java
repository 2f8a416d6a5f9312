package dev.parley.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.datasets.Digits;
import dev.parley.datasets.Signals;
import dev.parley.env.ContextualPrisonersDilemma;
import dev.parley.env.ParityDilemma;
import dev.parley.error.Problem;
import dev.parley.nn.Schedule;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

final class SetupTest {

  private static final String KEPT = "0 to 100000 episodes, or recordLastTenth()";
  private static final Schedule DECAYING = new Schedule(0.5, 0.9);

  /** Another value for every component, by the component's name. */
  private static Map<String, UnaryOperator<Setup>> changes() {
    Map<String, UnaryOperator<Setup>> changes = new LinkedHashMap<>();
    changes.put("seed", s -> s.seed(-5));
    changes.put("rounds", s -> s.rounds(2));
    changes.put("batch", s -> s.batch(1));
    changes.put("environment", s -> s.environment(ParityDilemma.standard()));
    changes.put("dataset", s -> s.dataset(Signals.of(3, 3)));
    changes.put("holdout", s -> s.holdout(0.9));
    changes.put("learningRate", s -> s.learningRate(DECAYING));
    changes.put("clip", s -> s.clip(0.5));
    changes.put("audit", s -> s.audit(false));
    changes.put("recordMessages", s -> s.recordMessages(new Recording(5)));
    changes.put("evaluateEvery", s -> s.evaluateEvery(new Evaluation(2, 5)));
    return changes;
  }

  @Test
  void everyChangeChangesItsComponentAlone() throws ReflectiveOperationException {
    Map<String, Object> before = Parts.of(Setup.DEFAULT);
    assertEquals(before.keySet(), changes().keySet());
    for (Map.Entry<String, UnaryOperator<Setup>> change : changes().entrySet()) {
      Map<String, Object> after = Parts.of(change.getValue().apply(Setup.DEFAULT));
      for (String name : before.keySet()) {
        if (name.equals(change.getKey())) {
          assertNotEquals(before.get(name), after.get(name), name);
        } else {
          assertEquals(before.get(name), after.get(name), change.getKey() + " changes " + name);
        }
      }
    }
    assertEquals(before, Parts.of(Setup.DEFAULT));
  }

  /** The plan's methods are the setup's. */
  @Test
  void planChangesItsSetup() {
    Fake plan = new Fake(Setup.DEFAULT, 3, new Script());
    Map<String, Fake> changed = new LinkedHashMap<>();
    changed.put("seed", plan.seed(-5));
    changed.put("rounds", plan.rounds(2));
    changed.put("batch", plan.batch(1));
    changed.put("environment", plan.environment(ParityDilemma.standard()));
    changed.put("dataset", plan.dataset(Signals.of(3, 3)));
    changed.put("holdout", plan.holdout(0.9));
    changed.put("learningRate", plan.learningRate(0.5, 0.9));
    changed.put("clip", plan.clip(0.5));
    changed.put("audit", plan.audit(false));
    changed.put("recordMessages", plan.recordMessages(5));
    changed.put("evaluateEvery", plan.evaluateEvery(2, 5));
    Map<String, Setup> expected = new LinkedHashMap<>();
    changes().forEach((name, change) -> expected.put(name, change.apply(Setup.DEFAULT)));
    Map<String, Setup> found = new LinkedHashMap<>();
    changed.forEach((name, other) -> found.put(name, other.setup()));
    assertEquals(expected, found);
    assertEquals(new Schedule(0.5, 1), plan.learningRate(0.5).setup().learningRate());
  }

  /** The values are those of docs/aim.md, "Settings". */
  @Test
  void defaults() {
    Setup setup = Setup.DEFAULT;
    assertEquals(1, setup.seed());
    assertEquals(1_000, setup.rounds());
    assertEquals(32, setup.batch());
    assertEquals(ContextualPrisonersDilemma.paper(), setup.environment());
    assertEquals(Digits.embedded(), setup.dataset());
    assertEquals(0.2, setup.holdout());
    assertEquals(new Schedule(1e-3, 1), setup.learningRate());
    assertEquals(Double.POSITIVE_INFINITY, setup.clip());
    assertTrue(setup.audit());
    assertEquals(Evaluation.NONE, setup.evaluateEvery());
    assertEquals(Recording.LAST_TENTH, setup.recordMessages());
  }

  static Stream<Arguments> badValues() {
    Setup s = Setup.DEFAULT;
    return Stream.of(
        bad("rounds", "0", "1 or more", () -> s.rounds(0)),
        bad("rounds", "-7", "1 or more", () -> s.rounds(-7)),
        bad("batch", "0", "1 or more", () -> s.batch(0)),
        bad("holdout", "0.95", "0.0 to 0.9", () -> s.holdout(0.95)),
        bad("holdout", "-0.1", "0.0 to 0.9", () -> s.holdout(-0.1)),
        bad("holdout", "NaN", "0.0 to 0.9", () -> s.holdout(Double.NaN)),
        bad("learningRate", "0.0", "a finite number above 0", () -> rate(0, 1)),
        bad("learningRate", "NaN", "a finite number above 0", () -> rate(Double.NaN, 1)),
        bad("learningRate decay", "0.0", "above 0, at most 1", () -> rate(0.1, 0)),
        bad("learningRate decay", "1.1", "above 0, at most 1", () -> rate(0.1, 1.1)),
        bad("recordMessages", "-1", KEPT, () -> Fake.plan().recordMessages(-1)),
        bad("recordMessages", "-2", KEPT, () -> new Recording(-2)),
        bad("recordMessages", "100001", KEPT, () -> Fake.plan().recordMessages(100_001)),
        bad("evaluateEvery rounds", "0", "1 or more", () -> new Evaluation(0, 5)),
        bad("evaluateEvery rounds", "-1", "1 or more", () -> new Evaluation(-1, 5)),
        bad("evaluateEvery episodes", "0", "1 or more", () -> new Evaluation(5, 0)),
        bad("clip", "0.0", "a finite number above 0", () -> s.clip(0)),
        bad("clip", "-1.0", "a finite number above 0", () -> s.clip(-1)),
        bad("clip", "NaN", "a finite number above 0", () -> s.clip(Double.NaN)),
        bad(
            "clip",
            "-Infinity",
            "a finite number above 0",
            () -> s.clip(Double.NEGATIVE_INFINITY)));
  }

  private static void rate(double start, double decay) {
    Setup.DEFAULT.learningRate(new Schedule(start, decay));
  }

  private static Arguments bad(String name, String got, String allowed, Runnable setting) {
    return Arguments.of(name, got, allowed, setting);
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("badValues")
  void badValue(String name, String got, String allowed, Runnable setting) {
    Problem problem = Failing.setting(setting::run);
    assertEquals(name, problem.subject());
    assertEquals(got, Failing.fact(problem, "got"));
    assertEquals(allowed, Failing.fact(problem, "allowed"));
  }

  @Test
  void noLimitOfTheGradientCanBeSaid() {
    assertEquals(Setup.DEFAULT, Setup.DEFAULT.clip(2).clip(Double.POSITIVE_INFINITY));
  }
}
