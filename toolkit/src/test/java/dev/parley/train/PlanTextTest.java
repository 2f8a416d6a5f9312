package dev.parley.train;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.parley.Experiment;
import dev.parley.agent.aim.Aim;
import dev.parley.random.RandomStream;
import dev.parley.vq.Quantiser;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import story.Prompt;

/** The text of a plan of AIM, typed at the prompt, gives an equal plan. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PlanTextTest {

  private final Prompt prompt = new Prompt();

  @AfterAll
  void close() {
    prompt.close();
  }

  @Test
  void defaultIsTheDoorAlone() {
    assertEquals("Experiment.aim()", PlanText.line(Experiment.aim()));
    assertPasted(Experiment.aim());
  }

  @Test
  void valuesOfTheDefaultAreLeftOut() {
    assertEquals(
        "Experiment.aim()",
        PlanText.line(Experiment.aim().codebook(50).seqLen(2).reflection(0.1, 0.1)));
  }

  @Test
  void publishedIsItsOwnDoor() {
    assertEquals("Aim.published()", PlanText.line(Aim.published()));
    assertEquals(
        "Aim.published().codebook(16).seed(3)",
        PlanText.line(Aim.published().seed(3).codebook(16)));
    assertPasted(Aim.published());
  }

  /** Far from both: the shorter text. */
  @Test
  void shortestDoorIsChosen() {
    assertEquals(
        "Experiment.aim().quantiser(Quantiser.gradient()).batch(1)",
        PlanText.line(Aim.DEFAULT.batch(1).quantiser(Quantiser.gradient())));
    String shared = PlanText.line(Aim.published().with(Setup.DEFAULT));
    assertTrue(shared.startsWith("Aim.published().rounds(1000)"), shared);
  }

  @Test
  void theNamesOfAllSettingsAreKnown() throws ReflectiveOperationException {
    Set<String> names = new LinkedHashSet<>(Parts.of(Aim.DEFAULT).keySet());
    names.remove("setup");
    names.addAll(Parts.of(Setup.DEFAULT).keySet());
    assertEquals(names, AimSettings.other().keySet());
    assertEquals(names, PlanText.settings(Aim.DEFAULT).keySet());
  }

  @Test
  void everySettingAlone() {
    AimSettings.other()
        .forEach(
            (name, change) -> {
              Aim plan = change.apply(Aim.DEFAULT);
              assertNotEquals(Aim.DEFAULT, plan, name);
              assertEquals(1, calls(PlanText.line(plan)), PlanText.line(plan));
              assertPasted(plan);
              assertPasted(change.apply(Aim.published()));
            });
  }

  /** Calls on the plan itself, not those within brackets. */
  private static int calls(String line) {
    int depth = 0;
    int calls = 0;
    for (char c : line.substring("Experiment.aim()".length()).toCharArray()) {
      depth += c == '(' ? 1 : c == ')' ? -1 : 0;
      calls += c == '.' && depth == 0 ? 1 : 0;
    }
    return calls;
  }

  @Test
  void valuesWithAFormOfTheirOwn() {
    Aim base = Aim.published().silent().separateCodebooks().clip(3);
    AimSettings.special()
        .forEach(
            (call, change) -> {
              Aim plan = change.apply(base);
              assertPasted(plan);
              Aim alone = change.apply(Aim.DEFAULT);
              String line = PlanText.line(alone);
              assertTrue(alone.equals(Aim.DEFAULT) || line.endsWith("." + call), line);
            });
    assertEquals("Experiment.aim().silent()", PlanText.line(Aim.DEFAULT.silent()));
    assertEquals(
        "Experiment.aim().separateCodebooks()", PlanText.line(Aim.DEFAULT.separateCodebooks()));
    assertEquals(
        "Experiment.aim().reflection(0.7, 0.0)", PlanText.line(Aim.DEFAULT.reflection(0.7, 0)));
  }

  @Test
  void anyMixtureInAnyOrder() {
    RandomStream random = new RandomStream(1);
    List<UnaryOperator<Aim>> changes = new ArrayList<>(AimSettings.other().values());
    for (int trial = 0; trial < 12; trial++) {
      int[] order = random.permutation(changes.size());
      int count = 1 + random.nextInt(changes.size());
      Aim forth = trial % 2 == 0 ? Aim.DEFAULT : Aim.published();
      Aim back = forth;
      for (int i = 0; i < count; i++) {
        forth = changes.get(order[i]).apply(forth);
        back = changes.get(order[count - 1 - i]).apply(back);
      }
      assertEquals(forth, back);
      assertEquals(forth.hashCode(), back.hashCode());
      assertEquals(PlanText.line(forth), PlanText.line(back));
      assertPasted(forth);
    }
  }

  @Test
  void settingsOfThePlanComeBeforeThoseOfEveryPlan() {
    Map<String, Object> settings = PlanText.settings(Fake.plan());
    assertEquals(
        List.of(
            "size",
            "script",
            "seed",
            "rounds",
            "batch",
            "environment",
            "dataset",
            "holdout",
            "learningRate",
            "clip",
            "audit",
            "evaluateEvery",
            "recordMessages"),
        List.copyOf(settings.keySet()));
  }

  /** Where a door has a limit of the gradient, a plan from there can say that it has none. */
  @Test
  void noLimitIsSaidAsJavaSaysIt() {
    Fake far = Fake.plan().with(Fake.FAR);
    assertEquals("Fake.far()", PlanText.line(far));
    assertEquals(
        "Fake.far().clip(Double.POSITIVE_INFINITY)",
        PlanText.line(far.clip(Double.POSITIVE_INFINITY)));
  }

  private void assertPasted(Aim plan) {
    assertEquals(plan, prompt.value(PlanText.line(plan)), PlanText.line(plan));
  }
}
